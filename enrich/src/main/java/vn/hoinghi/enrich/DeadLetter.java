package vn.hoinghi.enrich;

import org.apache.kafka.common.utils.Bytes;
import vn.hoinghi.schemas.Reason;

/**
 * Why a record could not be used.
 *
 * @param value its bytes, or null where it has none
 */
record DeadLetter(Reason reason, String message, Bytes value) implements Routed {
  static DeadLetter of(Reason reason, String message, byte[] value) {
    return new DeadLetter(reason, message, Bytes.wrap(value));
  }

  byte[] bytes() {
    return value == null ? null : value.get();
  }
}
