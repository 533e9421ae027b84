package vn.hoinghi.sink.export;

/** A question that cannot be understood; the message says what would be. */
public final class WhereException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WhereException(String message) {
    super(message);
  }
}
