package vn.hoinghi.enrich;

import vn.hoinghi.schemas.Reason;

/** Why a raw record could not be used. */
record DeadLetter(Reason reason, String message, byte[] value) implements Routed {}
