package vn.hoinghi.ingest;

import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Reason;

/**
 * One entry of an archive: the raw article, or why there is none.
 *
 * @param inputId what the archive calls it
 * @param url canonical, or as written where it is no address
 * @param raw null where it failed
 * @param failed null where there is an article
 * @param problem what is wrong, in words, for people
 */
record Capture(String inputId, String url, RawArticle raw, Reason failed, String problem) {

  private static final int MAX_PROBLEM_CHARS = 300;

  static Capture of(String inputId, RawArticle raw) {
    return new Capture(inputId, raw.getUrl(), raw, null, null);
  }

  static Capture failed(String inputId, String url, Reason reason, String problem) {
    return new Capture(inputId, url, null, reason, Text.printable(problem, MAX_PROBLEM_CHARS));
  }

  /** What came of it, as far as it is not lost on the way to the topic. */
  Attempt attempt() {
    FetchResult result = failed == null ? FetchResult.PUBLISHED : FetchResult.REFUSED;
    Integer status = raw == null ? null : raw.getHttpStatus();
    long bytes = raw == null ? 0 : raw.getBody().remaining();
    return Attempt.of(url == null ? inputId : url, result, failed, problem, status, bytes);
  }
}
