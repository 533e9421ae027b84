package vn.hoinghi.sink;

/** A state of things that the sink must not go on from; the message says what a person can do. */
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String REMEDY =
      "; 'hoinghi sink --rebuild', once, reads the topic from its start and removes the rows that it no longer knows";
  private final boolean mendedByRebuild;

  SinkException(String message) {
    this(message, null);
  }

  SinkException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private SinkException(String message, Throwable cause, boolean mendedByRebuild) {
    super(message, cause);
    this.mendedByRebuild = mendedByRebuild;
  }

  /** Rows and topic do not fit each other any more; a full read makes them fit. */
  static SinkException needsRebuild(String message, Throwable cause) {
    return new SinkException(message + REMEDY, cause, true);
  }

  /** Whether a full read of the topic is what helps. */
  public boolean mendedByRebuild() {
    return mendedByRebuild;
  }
}
