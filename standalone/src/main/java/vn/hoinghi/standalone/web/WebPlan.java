package vn.hoinghi.standalone.web;

/**
 * How large a simulated web is and what its outlets are like. The same plan gives the same web.
 *
 * @param seed other numbers give other texts and other fates
 * @param outlets sites
 * @param articles that each of them lists
 * @param listingOnly whether some sites have neither feeds nor sitemaps, only pages of links
 * @param faults whether some sites are slow, some down, and some answers fail on their way
 * @param crawlDelayMillis what some robots.txt ask for between two requests
 */
public record WebPlan(
    long seed,
    int outlets,
    int articles,
    boolean listingOnly,
    boolean faults,
    long crawlDelayMillis) {

  /** Everything there is, except sites that only have pages of links. */
  public static WebPlan of(long seed, int outlets, int articles) {
    return new WebPlan(seed, outlets, articles, false, true, 100);
  }

  /** Sites that always answer at once. */
  public WebPlan withoutFaults() {
    return new WebPlan(seed, outlets, articles, listingOnly, false, 0);
  }

  public WebPlan withListingOnlySites() {
    return new WebPlan(seed, outlets, articles, true, faults, crawlDelayMillis);
  }
}
