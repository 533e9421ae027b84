package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;

import java.util.Objects;
import vn.hoinghi.avro.FetchKind;

/**
 * What one fetch may cost. Section {@code ingest.limits}; all have defaults.
 *
 * @param totalMillis from the first lookup to the last byte, redirects included (30 s)
 * @param connectMillis for one connection, TLS apart (5 s)
 * @param dnsMillis for one lookup (5 s)
 * @param slowWindowMillis over which the speed of a body is taken (10 s)
 * @param minBytesPerSecond a slower body is given up (1,024)
 * @param maxBytes of an article's body, both on the wire and decoded (8 MiB)
 * @param maxListingBytes of a sitemap's body (50 MiB, the sitemap protocol's own limit); of a
 *     feed's at most 10 MiB
 * @param maxRatio decoded to encoded bytes, once 1 MiB is decoded (100)
 * @param maxRedirects that are followed (5)
 */
public record FetchLimits(
    Integer totalMillis,
    Integer connectMillis,
    Integer dnsMillis,
    Integer slowWindowMillis,
    Integer minBytesPerSecond,
    Integer maxBytes,
    Integer maxListingBytes,
    Integer maxRatio,
    Integer maxRedirects) {
  static final int ROBOTS_BYTES = 500 * 1024;
  private static final int MIB = 1024 * 1024;
  private static final int FEED_BYTES = 10 * MIB;

  public FetchLimits {
    totalMillis = positive(totalMillis, 30_000, "totalMillis");
    connectMillis = positive(connectMillis, 5_000, "connectMillis");
    dnsMillis = positive(dnsMillis, 5_000, "dnsMillis");
    slowWindowMillis = positive(slowWindowMillis, 10_000, "slowWindowMillis");
    minBytesPerSecond = positive(minBytesPerSecond, 1_024, "minBytesPerSecond");
    maxBytes = positive(maxBytes, 8 * MIB, "maxBytes");
    maxListingBytes = positive(maxListingBytes, 50 * MIB, "maxListingBytes");
    maxRatio = positive(maxRatio, 100, "maxRatio");
    maxRedirects = Objects.requireNonNullElse(maxRedirects, 5);
    check(maxBytes <= 8 * MIB, "ingest.limits.maxBytes", maxBytes, "at most " + 8 * MIB);
    check(
        maxRedirects >= 0 && maxRedirects <= 20,
        "ingest.limits.maxRedirects",
        maxRedirects,
        "0 to 20");
  }

  static FetchLimits defaults() {
    return new FetchLimits(null, null, null, null, null, null, null, null, null);
  }

  /** How long a body may be that is read as this; feeds and pages are trees in memory. */
  int bytesOf(FetchKind kind) {
    return switch (kind) {
      case SITEMAP -> maxListingBytes;
      case FEED -> Math.min(FEED_BYTES, maxListingBytes);
      default -> maxBytes;
    };
  }

  private static int positive(Integer value, int otherwise, String key) {
    int chosen = Objects.requireNonNullElse(value, otherwise);
    check(chosen > 0, "ingest.limits." + key, chosen, "above 0");
    return chosen;
  }
}
