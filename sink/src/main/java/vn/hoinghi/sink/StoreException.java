package vn.hoinghi.sink;

import vn.hoinghi.schemas.Reason;

/** Why a batch was not stored. Nothing of it is visible then. */
abstract sealed class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  private StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The store cannot be used now; a later attempt may succeed ({@link Reason#SINK_TRANSIENT}). */
  static final class Unavailable extends StoreException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A position is not the one that the batch starts from: somebody else has moved it. */
  static final class Fenced extends StoreException {
    private static final long serialVersionUID = 1L;

    Fenced(String message) {
      super(message, null);
    }
  }

  /** Something in the batch can never be stored. */
  static final class Refused extends StoreException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    Refused(Reason reason, String message, Throwable cause) {
      super(message, cause);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }
}
