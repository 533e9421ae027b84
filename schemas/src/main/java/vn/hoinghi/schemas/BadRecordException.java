package vn.hoinghi.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** A record that cannot be used, with its reason from the closed list. */
public final class BadRecordException extends SerializationException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  public BadRecordException(Reason reason, String message) {
    this(reason, message, null);
  }

  public BadRecordException(Reason reason, String message, Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
