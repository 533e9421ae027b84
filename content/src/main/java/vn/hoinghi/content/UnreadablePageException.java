package vn.hoinghi.content;

import vn.hoinghi.schemas.Reason;

/** A capture from which no article can be read, with the reason from the closed list. */
public final class UnreadablePageException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  public UnreadablePageException(Reason reason, String message) {
    this(reason, message, null);
  }

  public UnreadablePageException(Reason reason, String message, Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  /** PARSE_DEPTH, PARSE_BUDGET, PARSE_INTERNAL, TEXT_EMPTY or TEXT_INVALID. */
  public Reason reason() {
    return reason;
  }
}
