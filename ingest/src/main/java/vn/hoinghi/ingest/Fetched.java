package vn.hoinghi.ingest;

import java.util.Map;
import vn.hoinghi.schemas.Reason;

/**
 * What came of one request and its redirects: an answer, or the reason why there is none.
 *
 * @param finalUrl address of the last hop asked
 * @param redirects followed
 * @param status null where no answer came
 * @param headers of the last answer, names in lower case, several values joined by a comma
 * @param body decoded; empty unless status is 200
 * @param wireBytes body bytes as received
 * @param millis for everything
 * @param failure null where the answer is whole
 * @param problem in words, for the log
 */
@SuppressWarnings("ArrayRecordComponent") // an answer is never compared with another
record Fetched(
    CanonicalUrl finalUrl,
    int redirects,
    Integer status,
    Map<String, String> headers,
    byte[] body,
    long wireBytes,
    long millis,
    Reason failure,
    String problem) {

  boolean ok() {
    return failure == null && status != null && status == 200;
  }

  String header(String name) {
    return headers.get(name);
  }

  /** Media type without parameters, lower case; null where none was declared. */
  String mediaType() {
    return ContentType.mediaType(header("content-type"));
  }

  /** Charset as declared in the header; null where none was. */
  String charset() {
    return ContentType.charset(header("content-type"));
  }
}
