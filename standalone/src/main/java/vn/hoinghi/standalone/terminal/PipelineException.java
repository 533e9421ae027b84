package vn.hoinghi.standalone.terminal;

/** A part of the pipeline has failed, or its sums do not add up; the message is for the user. */
public final class PipelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PipelineException(String message) {
    super(message);
  }

  public PipelineException(String message, Throwable cause) {
    super(message, cause);
  }
}
