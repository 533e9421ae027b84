package vn.hoinghi.ingest;

import java.util.Map;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/**
 * What came of one attempt at one thing that was to be read: an address, a file of a folder, a
 * record of a web archive, a damaged stretch of one. Each has exactly one.
 *
 * @param url as it was given; the canonical one where the crawler found it; null where a line of a
 *     manifest or an archive's record names none
 * @param outcome PUBLISHED, or what else came of it; LISTED for an archive file as a whole; GONE
 *     without a reason where a usual place for a feed or sitemap has none
 * @param reason code of the closed list, or null
 * @param problem the same in words, for people, or null
 * @param status of HTTP, or null where no answer came
 * @param bytes of the body as it was received; of the stretch, where an archive is damaged
 * @param millis it took
 * @param in where in which archive, or null
 * @param passed records of an archive that are no captures of a page, by kind; else empty
 */
public record Attempt(
    String url,
    FetchResult outcome,
    Reason reason,
    String problem,
    Integer status,
    long bytes,
    long millis,
    Stretch in,
    Map<String, Long> passed) {

  /**
   * A stretch of an archive file.
   *
   * @param from offset of its first byte in the file as it is, compressed or not
   * @param to offset behind its last
   */
  public record Stretch(String file, long from, long to) {}

  public Attempt {
    passed = Map.copyOf(passed);
  }

  /** An attempt outside of any archive. */
  static Attempt of(
      String url, FetchResult outcome, Reason reason, String problem, Integer status, long bytes) {
    return new Attempt(url, outcome, reason, problem, status, bytes, 0, null, Map.of());
  }

  /** The crawler's own record of one. */
  static Attempt of(FetchOutcome made, String url, String problem, long millis) {
    return new Attempt(
        url,
        made.getResult(),
        made.getReason() == null ? null : Reason.valueOf(made.getReason()),
        problem,
        made.getStatus(),
        made.getBytes(),
        millis,
        null,
        Map.of());
  }

  /** The same, at a place where something might have been: nothing is, and nobody said so. */
  Attempt ofNothing() {
    return new Attempt(url, FetchResult.GONE, null, problem, status, bytes, millis, in, passed);
  }

  /** The same, failed after all. */
  Attempt failed(Reason instead, String why) {
    return new Attempt(url, FetchResult.REFUSED, instead, why, status, bytes, millis, in, passed);
  }
}
