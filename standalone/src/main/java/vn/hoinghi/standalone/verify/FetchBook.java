package vn.hoinghi.standalone.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * Holds what was fetched against what was published, as far as outcomes are kept: an attempt that
 * published tells outlet and moment of the capture, and so does the raw record.
 */
final class FetchBook {
  private record Capture(String host, Instant at) {}

  private final Map<Capture, Integer> open = new HashMap<>();
  private final Map<FetchResult, Long> results = new HashMap<>();

  /** Takes an outcome. */
  void outcome(FetchOutcome outcome) {
    results.merge(outcome.getResult(), 1L, Long::sum);
    if (outcome.getResult() == FetchResult.PUBLISHED) {
      open.merge(new Capture(outcome.getHost(), outcome.getAt()), 1, Integer::sum);
    }
  }

  /** Takes a raw record, after all outcomes. */
  void capture(RawArticle raw) {
    open.computeIfPresent(
        new Capture(raw.getOutlet(), raw.getFetchedAt()), (c, left) -> left == 1 ? null : left - 1);
  }

  /** Says what was published and is not there. */
  void close(Findings findings) {
    open.forEach(
        (capture, left) ->
            findings.add(
                Part.INGEST,
                capture.host() + " " + capture.at(),
                "%d published at that moment, and the raw topic does not hold %s"
                    .formatted(left, left == 1 ? "it" : "them")));
  }

  /** Attempts by what came of them. */
  Map<FetchResult, Long> results() {
    return Map.copyOf(results);
  }
}
