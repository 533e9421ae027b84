package vn.hoinghi.ingest;

import java.util.Map;
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
 * @param result what came of it
 * @param status of HTTP, or null
 * @param bytes of the body as captured, or of the stretch that is damaged
 * @param in where in which file, or null
 * @param next where the archive goes on behind it, or null
 */
record Capture(
    String inputId,
    String url,
    RawArticle raw,
    Reason failed,
    String problem,
    FetchResult result,
    Integer status,
    long bytes,
    Attempt.Stretch in,
    Mark next) {
  private static final int MAX_PROBLEM_CHARS = 300;

  /**
   * A place between two entries of an archive.
   *
   * @param position offset of a byte in a web archive, ordinal in a folder
   * @param within entries that are done with of what begins there
   */
  record Mark(long position, long within) {
    static final Mark BEGINNING = new Mark(0, 0);
  }

  static Capture of(String inputId, RawArticle raw) {
    int bytes = raw.getBody().remaining();
    Integer status = raw.getHttpStatus();
    FetchResult result = FetchResult.PUBLISHED;
    return new Capture(inputId, raw.getUrl(), raw, null, null, result, status, bytes, null, null);
  }

  static Capture failed(String inputId, String url, Reason reason, String problem) {
    String words = problem == null ? null : Text.printable(problem, MAX_PROBLEM_CHARS);
    FetchResult result = FetchResult.REFUSED;
    return new Capture(inputId, url, null, reason, words, result, null, 0, null, null);
  }

  /** The same with what was answered when it was captured. */
  Capture answered(FetchResult as, Integer withStatus, long withBytes) {
    return new Capture(inputId, url, raw, failed, problem, as, withStatus, withBytes, in, next);
  }

  /** The same with its place. */
  Capture in(Attempt.Stretch stretch, Mark behind) {
    return new Capture(inputId, url, raw, failed, problem, result, status, bytes, stretch, behind);
  }

  /** What came of it, as far as it is not lost on the way to the topic. */
  Attempt attempt() {
    String named = url == null ? inputId : url;
    return new Attempt(named, result, failed, problem, status, bytes, 0, in, Map.of());
  }
}
