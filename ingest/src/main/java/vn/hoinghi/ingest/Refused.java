package vn.hoinghi.ingest;

import java.io.IOException;
import vn.hoinghi.schemas.Reason;

/**
 * Something from outside that will not be used, with its reason from the closed list. Thrown only
 * inside one attempt; at its edge it becomes the attempt's outcome.
 */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  Refused(Reason reason, String message) {
    this(reason, message, null);
  }

  Refused(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
