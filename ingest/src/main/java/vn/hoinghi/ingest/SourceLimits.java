package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;

import java.time.Duration;
import java.util.Objects;

/**
 * How far into a site its lists are followed, and how rarely what never changes is looked at.
 * Section {@code ingest.sources}; all have defaults.
 *
 * @param pagesPerListing of a listing or feed that goes on over several (5); more are asked for
 *     only while each brings something new
 * @param sectionsPerSite that a home page leads to (40)
 * @param maxListingMillis the longest wait between two readings of a feed, sitemap or listing (one
 *     day)
 * @param maxRevisitMillis the longest wait before an article is looked at again (30 days)
 */
public record SourceLimits(
    Integer pagesPerListing,
    Integer sectionsPerSite,
    Long maxListingMillis,
    Long maxRevisitMillis) {

  public SourceLimits {
    pagesPerListing = Objects.requireNonNullElse(pagesPerListing, 5);
    sectionsPerSite = Objects.requireNonNullElse(sectionsPerSite, 40);
    maxListingMillis = Objects.requireNonNullElse(maxListingMillis, Duration.ofDays(1).toMillis());
    maxRevisitMillis = Objects.requireNonNullElse(maxRevisitMillis, Duration.ofDays(30).toMillis());
    check(
        pagesPerListing >= 1 && pagesPerListing <= 1_000,
        "ingest.sources.pagesPerListing",
        pagesPerListing,
        "1 to 1,000");
    check(
        sectionsPerSite >= 0 && sectionsPerSite <= 500,
        "ingest.sources.sectionsPerSite",
        sectionsPerSite,
        "0 to 500");
    check(maxListingMillis > 0, "ingest.sources.maxListingMillis", maxListingMillis, "above 0");
    check(maxRevisitMillis > 0, "ingest.sources.maxRevisitMillis", maxRevisitMillis, "above 0");
  }

  static SourceLimits defaults() {
    return new SourceLimits(null, null, null, null);
  }
}
