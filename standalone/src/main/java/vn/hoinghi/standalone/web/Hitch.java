package vn.hoinghi.standalone.web;

/** What goes wrong with the first request for an article; the next one finds it well. */
enum Hitch {
  NONE,
  ERROR,
  BUSY,
  CUT,
  TRUNCATED;

  Reply of(Reply page) {
    return switch (this) {
      case NONE -> page;
      case ERROR -> Reply.problem(500, "Lỗi máy chủ");
      case BUSY -> Reply.problem(429, "Quá nhiều yêu cầu").retryAfter(1);
      case CUT -> page.with(Reply.Mishap.CUT);
      case TRUNCATED -> page.with(Reply.Mishap.TRUNCATED);
    };
  }
}
