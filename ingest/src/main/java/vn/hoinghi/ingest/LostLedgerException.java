package vn.hoinghi.ingest;

/** A visit that could not be written down. */
final class LostLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostLedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
