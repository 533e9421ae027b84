package vn.hoinghi.content;

import vn.hoinghi.schemas.Reason;

/** Ends the work on a page from within a visitor, which cannot throw a checked exception. */
final class WorkLimit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  final Reason reason;

  WorkLimit(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }
}
