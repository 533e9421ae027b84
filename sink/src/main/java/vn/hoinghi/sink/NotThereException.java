package vn.hoinghi.sink;

import java.time.Duration;

/** Brokers or database cannot be reached now; the message says which, where and why. */
final class NotThereException extends Exception {
  private static final long serialVersionUID = 1L;

  NotThereException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same when it was waited for in vain. */
  NotThereException after(Duration limit) {
    return new NotThereException(
        "%s; given up after %d s (sink.startTimeoutSeconds), nothing was changed: start it, or correct the address, and start the sink again"
            .formatted(getMessage(), limit.toSeconds()),
        getCause());
  }
}
