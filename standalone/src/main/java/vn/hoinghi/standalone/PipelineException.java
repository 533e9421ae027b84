package vn.hoinghi.standalone;

/** A part of the pipeline has failed, or its sums do not add up; the message is for the user. */
final class PipelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PipelineException(String message) {
    super(message);
  }

  PipelineException(String message, Throwable cause) {
    super(message, cause);
  }
}
