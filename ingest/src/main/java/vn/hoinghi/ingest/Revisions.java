package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How captures of one article are compared, and whose losses are final. Section {@code
 * ingest.revisions}.
 *
 * @param parseBudgetMillis CPU time that reading one page may take (2,000)
 * @param goneForGood hosts whose articles are withdrawn by 410 and 451 even where so many go at
 *     once that the site seems to have moved: what a person says who has looked
 */
public record Revisions(Long parseBudgetMillis, List<String> goneForGood) {
  private static final long BUDGET_MILLIS = 2_000;

  public Revisions {
    parseBudgetMillis = Objects.requireNonNullElse(parseBudgetMillis, BUDGET_MILLIS);
    check(
        parseBudgetMillis > 0,
        "ingest.revisions.parseBudgetMillis",
        parseBudgetMillis,
        "at least 1");
    goneForGood =
        Objects.requireNonNullElse(goneForGood, List.<String>of()).stream()
            .map(Revisions::host)
            .toList();
  }

  static Revisions defaults() {
    return new Revisions(null, null);
  }

  private static String host(String written) {
    try {
      return UrlHost.of(written);
    } catch (Refused e) {
      check(false, "ingest.revisions.goneForGood", written, "host names such as baosonla.vn");
      return null;
    }
  }

  Duration parseBudget() {
    return Duration.ofMillis(parseBudgetMillis);
  }

  /** Whether what this host lost is withdrawn, however much it is. */
  boolean isGoneForGood(String host) {
    return goneForGood.contains(host);
  }
}
