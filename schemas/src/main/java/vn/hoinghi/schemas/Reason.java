package vn.hoinghi.schemas;

/**
 * The closed list of reasons for a record or URL that could not be used. Every dead letter, refused
 * URL and failed fetch carries exactly one; an unknown reason is a bug. Names are part of the
 * contract and never change their meaning.
 */
public enum Reason {
  FETCH_SCHEME,
  FETCH_BLOCKED_ADDRESS,
  FETCH_DNS(true),
  FETCH_CONNECT(true),
  FETCH_TLS,
  FETCH_DEADLINE(true),
  FETCH_SLOW,
  FETCH_HEADER_LIMIT,
  FETCH_BAD_HTTP,
  FETCH_TOO_LARGE,
  FETCH_RATIO,
  FETCH_ENCODING,
  FETCH_REDIRECT_LIMIT,
  FETCH_REDIRECT_BLOCKED,
  FETCH_STATUS_4XX,
  FETCH_STATUS_5XX(true),
  FETCH_TRUNCATED(true),
  FETCH_MEDIA_TYPE,
  ROBOTS_DISALLOWED,
  ROBOTS_UNAVAILABLE(true),
  URL_INVALID,
  URL_TRAP,
  /** A file that a manifest names, or the manifest itself, is not there or cannot be read. */
  INPUT_MISSING,
  /** A manifest's line that makes no sense, or names a file outside its folder. */
  INPUT_MALFORMED,
  FEED_NOT_XML,
  FEED_DOCTYPE,
  FEED_DEPTH,
  FEED_LIMIT,
  SITEMAP_LIMIT,
  SITEMAP_DEPTH,
  SITEMAP_OFFSITE,
  WARC_MALFORMED,
  WARC_TRUNCATED,
  WARC_LIMIT,
  WARC_RESYNC,
  AVRO_UNKNOWN_SCHEMA,
  AVRO_MALFORMED,
  AVRO_LIMIT,
  AVRO_INCOMPATIBLE,
  KEY_NULL,
  KEY_MISMATCH,
  VALUE_NULL,
  RECORD_TOO_LARGE,
  TS_INVALID,
  TS_FUTURE,
  PARSE_BUDGET,
  PARSE_DEPTH,
  PARSE_INTERNAL,
  TEXT_EMPTY,
  TEXT_INVALID,
  CLUSTER_LIMIT,
  /** A correction that does not name as many articles as its kind needs. */
  CORRECTION_ARTICLES,
  /** A correction of a field that an event does not have or that cannot be set. */
  CORRECTION_FIELD,
  /** A correction with a value that its field cannot have. */
  CORRECTION_VALUE,
  /** A correction without author or reason, or with endless ones. */
  CORRECTION_UNSIGNED,
  SINK_VALUE,
  SINK_CONSTRAINT,
  SINK_LIMIT,
  SINK_REVISION_STALE,
  SINK_TRANSIENT(true);

  private final boolean retryable;

  Reason() {
    this(false);
  }

  Reason(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether a later attempt at the same input may succeed. */
  public boolean retryable() {
    return retryable;
  }
}
