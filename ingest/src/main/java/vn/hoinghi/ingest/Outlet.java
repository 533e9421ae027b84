package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;
import static vn.hoinghi.service.ConfigException.required;

import java.util.List;
import java.util.Objects;

/**
 * One site that publishes. Its host is enough; what it lists its articles in is then looked for
 * where sites usually keep it: the Sitemap lines of robots.txt, {@code /rss}, {@code /feed} and,
 * for want of a Sitemap line, {@code /sitemap.xml}. As soon as {@code feeds} or {@code sitemaps}
 * are given, only those are read.
 *
 * @param host without scheme and port; {@code www.} in front makes no difference to what belongs
 * @param name for people; not used here
 * @param province its home province; not used here
 * @param kind newspaper, portal, agency and so on; not used here
 * @param feeds addresses or paths of RSS, Atom or JSON feeds
 * @param sitemaps addresses or paths of sitemaps or sitemap indexes
 * @param scheme {@code https} (the default) or {@code http}
 * @param enabled false keeps the entry and leaves the site alone
 */
public record Outlet(
    String host,
    String name,
    String province,
    String kind,
    List<String> feeds,
    List<String> sitemaps,
    String scheme,
    Boolean enabled) {
  private static final List<String> USUAL_FEEDS = List.of("/rss", "/feed");
  private static final String USUAL_SITEMAP = "/sitemap.xml";

  public Outlet {
    required(host, "ingest.outlets[].host");
    try {
      host = UrlHost.of(host);
    } catch (Refused e) {
      check(false, "ingest.outlets[].host", host, "a host name such as baosonla.vn");
    }
    scheme = Objects.requireNonNullElse(scheme, "https");
    check(
        scheme.equals("https") || scheme.equals("http"),
        "ingest.outlets[].scheme",
        scheme,
        "https or http");
    enabled = Objects.requireNonNullElse(enabled, true);
    feeds = feeds == null ? null : List.copyOf(feeds);
    sitemaps = sitemaps == null ? null : List.copyOf(sitemaps);
    for (String each : feeds == null ? List.<String>of() : feeds) {
      checkAddress(scheme, host, each, "ingest.outlets[].feeds");
    }
    for (String each : sitemaps == null ? List.<String>of() : sitemaps) {
      checkAddress(scheme, host, each, "ingest.outlets[].sitemaps");
    }
  }

  /** An outlet of which nothing but the host is known. */
  public static Outlet of(String host) {
    return new Outlet(host, null, null, null, null, null, null, null);
  }

  /** The outlet whose home page, or any other page, this is. */
  static Outlet at(CanonicalUrl page) {
    if (page.port() == CanonicalUrl.defaultPort(page.scheme())) {
      return new Outlet(page.host(), null, null, null, null, null, page.scheme(), null);
    }
    List<String> feeds = USUAL_FEEDS.stream().map(path -> page.origin() + path).toList();
    List<String> sitemaps = List.of(page.origin() + USUAL_SITEMAP);
    return new Outlet(page.host(), null, null, null, feeds, sitemaps, page.scheme(), null);
  }

  private static void checkAddress(String scheme, String host, String reference, String key) {
    try {
      whole(scheme, host, reference);
    } catch (Refused e) {
      check(false, key, reference, "a path, or an address with http or https");
    }
  }

  private static CanonicalUrl whole(String scheme, String host, String reference) throws Refused {
    return CanonicalUrl.addressOf(
        Links.resolve(CanonicalUrl.of(scheme + "://" + host + "/"), reference));
  }

  /** An address of this outlet, made whole. */
  CanonicalUrl url(String reference) throws Refused {
    return whole(scheme, host, reference);
  }

  /** Whether somebody said which lists to read, so that none are guessed. */
  boolean listsAreGiven() {
    return feeds != null || sitemaps != null;
  }

  List<String> feedsToRead() {
    return listsAreGiven() ? Objects.requireNonNullElse(feeds, List.of()) : USUAL_FEEDS;
  }

  /**
   * @param declared Sitemap lines of its robots.txt
   */
  List<String> sitemapsToRead(List<String> declared) {
    if (listsAreGiven()) {
      return Objects.requireNonNullElse(sitemaps, List.of());
    }
    return declared.isEmpty() ? List.of(USUAL_SITEMAP) : declared;
  }

  boolean owns(CanonicalUrl url) {
    return CanonicalUrl.sameSite(url.host(), host);
  }
}
