package vn.hoinghi.enrich;

/** Headers of the records on the events topic; values are UTF-8 text. */
public final class EventHeaders {
  /**
   * What caused the record: the id of the article (64 hex digits) that arrived, was revised or
   * withdrawn, or that of the correction (32) that was given or undone. Absent where neither did,
   * but other rules.
   */
  public static final String CAUSE = "hoinghi-cause";

  /** On a tombstone: the id that the dead one leads to. Absent where it leads nowhere. */
  public static final String REDIRECT = "hoinghi-redirect";

  /** On a tombstone: the revision of the id, in decimal digits. */
  public static final String REVISION = "hoinghi-revision";

  /** On a live event: dead ids that lead to it, comma separated. Absent where there are none. */
  public static final String REDIRECTED_FROM = "hoinghi-redirected-from";

  private EventHeaders() {}
}
