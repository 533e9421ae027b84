package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import vn.hoinghi.service.ConfigException;

/**
 * Whom to read, how politely, and what it may cost. Section {@code ingest}.
 *
 * @param userAgent product and version, the name that robots.txt rules address ({@code
 *     hoinghi/0.1})
 * @param contact address or page where a site's people reach you; needed as soon as a site is read
 * @param outlets the sites
 * @param paceMillis between two requests to one site (1,000)
 * @param maxCrawlDelayMillis a longer Crawl-delay in robots.txt counts as this much (60,000)
 * @param listingMillis the shortest wait between two readings of a feed, sitemap or listing
 *     (600,000); longer where nothing changes
 * @param revisitMillis the shortest wait before an article is looked at again (one day); longer
 *     where nothing changes
 * @param goneConfirmMillis between a first 410 and the second that withdraws the article (one hour)
 * @param backoffMillis after a first failure; doubles with each further one (60,000)
 * @param quickRetries failures that {@link Ingest#drained()} waits out (2)
 * @param maxPagesPerHost articles known of one site; links beyond are dropped and counted (100,000)
 * @param maxHostsAtOnce sites that are asked at the same moment, one connection each (256); those
 *     whose answer takes longer than a thirtieth of {@code totalMillis} do not count, up to four
 *     times as many
 * @param sources how far lists are followed
 * @param limits what one fetch may cost
 * @param allowAddresses CIDR ranges opened beside the public ones
 * @param resolve {@code HOST=ADDR:PORT}, where a host is found instead of by its name
 * @param revisions how captures of one article are compared
 * @param cacheDir directory for what has been read back of the known URLs; emptied at every start
 *     ({@code hoinghi-ingest-} and the user's name in the directory for temporary files)
 */
public record CrawlConfig(
    String userAgent,
    String contact,
    List<Outlet> outlets,
    Long paceMillis,
    Long maxCrawlDelayMillis,
    Long listingMillis,
    Long revisitMillis,
    Long goneConfirmMillis,
    Long backoffMillis,
    Integer quickRetries,
    Integer maxPagesPerHost,
    Integer maxHostsAtOnce,
    SourceLimits sources,
    FetchLimits limits,
    List<String> allowAddresses,
    List<String> resolve,
    Revisions revisions,
    Path cacheDir) {

  /** Milliseconds; doubled with each further failure. */
  private static final long LONGEST_FIRST_BACKOFF = 1_000;

  public CrawlConfig {
    userAgent = Objects.requireNonNullElse(userAgent, "hoinghi/0.1");
    check(
        userAgent.matches("[A-Za-z_-]+(/[\\w.-]+)?"),
        "ingest.userAgent",
        userAgent,
        "a product such as hoinghi/0.1");
    outlets = List.copyOf(Objects.requireNonNullElse(outlets, List.of()));
    paceMillis = atLeast(0, paceMillis, 1_000, "paceMillis");
    maxCrawlDelayMillis = atLeast(0, maxCrawlDelayMillis, 60_000, "maxCrawlDelayMillis");
    listingMillis = atLeast(1, listingMillis, 600_000, "listingMillis");
    revisitMillis = atLeast(1, revisitMillis, Duration.ofDays(1).toMillis(), "revisitMillis");
    goneConfirmMillis =
        atLeast(1, goneConfirmMillis, Duration.ofHours(1).toMillis(), "goneConfirmMillis");
    backoffMillis = atLeast(1, backoffMillis, 60_000, "backoffMillis");
    quickRetries = (int) atLeast(0, asLong(quickRetries), 2, "quickRetries");
    maxPagesPerHost = (int) atLeast(1, asLong(maxPagesPerHost), 100_000, "maxPagesPerHost");
    maxHostsAtOnce = (int) atLeast(1, asLong(maxHostsAtOnce), 256, "maxHostsAtOnce");
    sources = Objects.requireNonNullElseGet(sources, SourceLimits::defaults);
    limits = Objects.requireNonNullElseGet(limits, FetchLimits::defaults);
    allowAddresses = List.copyOf(Objects.requireNonNullElse(allowAddresses, List.of()));
    resolve = List.copyOf(Objects.requireNonNullElse(resolve, List.of()));
    revisions = Objects.requireNonNullElseGet(revisions, Revisions::defaults);
    cacheDir = Objects.requireNonNullElseGet(cacheDir, CrawlConfig::temporary);
    allowAddresses.forEach(CrawlConfig::checkRange);
    checkResolve(resolve);
    checkOutlets(outlets, contact);
  }

  /** Lists are followed as far, and captures compared, as by default. */
  CrawlConfig(
      String userAgent,
      String contact,
      List<Outlet> outlets,
      Long paceMillis,
      Long maxCrawlDelayMillis,
      Long listingMillis,
      Long revisitMillis,
      Long goneConfirmMillis,
      Long backoffMillis,
      Integer quickRetries,
      Integer maxPagesPerHost,
      Integer maxHostsAtOnce,
      FetchLimits limits,
      List<String> allowAddresses,
      List<String> resolve) {
    this(
        userAgent,
        contact,
        outlets,
        paceMillis,
        maxCrawlDelayMillis,
        listingMillis,
        revisitMillis,
        goneConfirmMillis,
        backoffMillis,
        quickRetries,
        maxPagesPerHost,
        maxHostsAtOnce,
        null,
        limits,
        allowAddresses,
        resolve,
        null,
        null);
  }

  private static Path temporary() {
    String user = System.getProperty("user.name").replaceAll("\\W", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "hoinghi-ingest-" + user);
  }

  private static Long asLong(Integer value) {
    return value == null ? null : Long.valueOf(value);
  }

  private static long atLeast(long least, Long value, long otherwise, String key) {
    long chosen = Objects.requireNonNullElse(value, otherwise);
    check(chosen >= least, "ingest." + key, chosen, "at least " + least);
    return chosen;
  }

  private static void checkRange(String range) {
    try {
      Cidr.parse(range);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("ingest.allowAddresses: " + e.getMessage(), e);
    }
  }

  private static void checkResolve(List<String> resolve) {
    try {
      HostOverrides.parse(resolve);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("ingest.resolve: " + e.getMessage(), e);
    }
  }

  /** Nobody to crawl and all else as by default: for one who asks for a single page. */
  static CrawlConfig ofNobody(String contact) {
    return new CrawlConfig(
        null, contact, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  private static void checkOutlets(List<Outlet> outlets, String contact) {
    var hosts = new HashSet<String>();
    for (Outlet outlet : outlets) {
      check(hosts.add(outlet.host()), "ingest.outlets[].host", outlet.host(), "each host once");
    }
    boolean reads = outlets.stream().anyMatch(Outlet::enabled);
    check(
        contact == null ? !reads : !contact.isBlank() && contact.matches("[!-'*-~ ]+"),
        "ingest.contact",
        contact,
        "a mail address or page where the sites that are read can reach you");
  }

  /** A copy that opens more ranges and finds more hosts elsewhere. */
  CrawlConfig opened(List<String> moreAddresses, List<String> moreHosts) {
    return new CrawlConfig(
        userAgent,
        contact,
        outlets,
        paceMillis,
        maxCrawlDelayMillis,
        listingMillis,
        revisitMillis,
        goneConfirmMillis,
        backoffMillis,
        quickRetries,
        maxPagesPerHost,
        maxHostsAtOnce,
        sources,
        limits,
        joined(allowAddresses, moreAddresses),
        joined(resolve, moreHosts),
        revisions,
        cacheDir);
  }

  /** A copy for a run that ends by itself and waits for nobody longer than it has to. */
  CrawlConfig endingByItself(int retries) {
    return new CrawlConfig(
        userAgent,
        contact,
        contact == null ? List.of() : outlets,
        paceMillis,
        maxCrawlDelayMillis,
        listingMillis,
        revisitMillis,
        goneConfirmMillis,
        Math.min(backoffMillis, LONGEST_FIRST_BACKOFF),
        retries,
        maxPagesPerHost,
        maxHostsAtOnce,
        sources,
        limits,
        allowAddresses,
        resolve,
        revisions,
        cacheDir);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  /** How we present ourselves: product, version, and where to complain. */
  String fullUserAgent() {
    return contact == null ? userAgent : userAgent + " (+" + contact + ")";
  }

  List<Cidr> openedRanges() {
    return allowAddresses.stream().map(Cidr::parse).toList();
  }
}
