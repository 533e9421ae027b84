package vn.hoinghi.sink;

/** A state of things that the sink must not go on from; the message says what a person can do. */
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SinkException(String message) {
    this(message, null);
  }

  SinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
