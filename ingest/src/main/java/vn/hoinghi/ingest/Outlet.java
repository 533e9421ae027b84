package vn.hoinghi.ingest;

import static vn.hoinghi.service.ConfigException.check;
import static vn.hoinghi.service.ConfigException.required;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.content.KnownOutlet;

/**
 * One site that publishes. Its host is enough; what it lists its articles in is then discovered
 * from its home page, wherever that answers. As soon as {@code feeds}, {@code sitemaps} or {@code
 * listings} are given, only those are read.
 *
 * @param host without scheme and port; {@code www.} in front makes no difference to what belongs
 * @param name for people; that of {@link KnownOutlet} where none is given
 * @param province its home province; likewise
 * @param kind newspaper, portal, agency and so on; likewise
 * @param feeds addresses or paths of RSS, Atom or JSON feeds
 * @param sitemaps addresses or paths of sitemaps or sitemap indexes
 * @param listings addresses or paths of pages that list articles
 * @param articleLinks {@linkplain LinkPattern patterns} of the addresses that are articles, in
 *     listings and sitemaps; without them both decide by themselves
 * @param articleSelector CSS selector of the links in listings that lead to articles
 * @param scheme {@code https} or {@code http}; without it the site is asked, https first
 * @param port where the site does not answer at the usual one; its addresses must be opened
 * @param enabled false keeps the entry and leaves the site alone
 */
public record Outlet(
    String host,
    String name,
    String province,
    String kind,
    List<String> feeds,
    List<String> sitemaps,
    List<String> listings,
    List<String> articleLinks,
    String articleSelector,
    String scheme,
    Integer port,
    Boolean enabled) {
  private static final List<String> SCHEMES = List.of("https", "http");

  public Outlet {
    required(host, "ingest.outlets[].host");
    try {
      host = UrlHost.of(host);
    } catch (Refused e) {
      check(false, "ingest.outlets[].host", host, "a host name such as baosonla.vn");
    }
    check(
        scheme == null || SCHEMES.contains(scheme),
        "ingest.outlets[].scheme",
        scheme,
        "https or http");
    check(port == null || (port > 0 && port < 65536), "ingest.outlets[].port", port, "1 to 65535");
    var known = KnownOutlet.of(host);
    name = name == null ? known.map(KnownOutlet::name).orElse(null) : name;
    province = province == null ? known.map(KnownOutlet::province).orElse(null) : province;
    kind = kind == null ? known.map(KnownOutlet::kind).orElse(null) : kind;
    enabled = Objects.requireNonNullElse(enabled, true);
    feeds = addresses(host, feeds, "feeds");
    sitemaps = addresses(host, sitemaps, "sitemaps");
    listings = addresses(host, listings, "listings");
    articleLinks = articleLinks == null ? List.of() : List.copyOf(articleLinks);
    articleLinks.forEach(Outlet::checkPattern);
    check(
        articleSelector == null || PageLinks.isSelector(articleSelector),
        "ingest.outlets[].articleSelector",
        articleSelector,
        "a CSS selector");
  }

  /** An outlet whose feeds and sitemaps are given, or of which nothing is. */
  public Outlet(
      String host,
      String name,
      String province,
      String kind,
      List<String> feeds,
      List<String> sitemaps,
      String scheme,
      Boolean enabled) {
    this(host, name, province, kind, feeds, sitemaps, null, null, null, scheme, null, enabled);
  }

  /** An outlet of which nothing but the host is known. */
  public static Outlet of(String host) {
    return new Outlet(host, null, null, null, null, null, null, null);
  }

  /** A site that is asked for nothing but what somebody names. */
  static Outlet withoutLists(String host) {
    return new Outlet(host, null, null, null, List.of(), List.of(), null, null);
  }

  /** The outlet whose home page, or any other page, this is. */
  static Outlet at(CanonicalUrl page) {
    boolean usual = page.port() == CanonicalUrl.defaultPort(page.scheme());
    Integer port = usual ? null : page.port();
    return new Outlet(
        page.host(), null, null, null, null, null, null, null, null, page.scheme(), port, null);
  }

  private static List<String> addresses(String host, List<String> given, String key) {
    for (String each : given == null ? List.<String>of() : given) {
      try {
        whole("https://" + host + "/", each);
      } catch (Refused e) {
        check(false, "ingest.outlets[]." + key, each, "a path, or an address with http or https");
      }
    }
    return given == null ? null : List.copyOf(given);
  }

  private static void checkPattern(String pattern) {
    try {
      LinkPattern.parse(pattern);
    } catch (IllegalArgumentException e) {
      check(
          false,
          "ingest.outlets[].articleLinks",
          pattern,
          "a path with *, ** and #, such as /tin/**-#.html");
    }
  }

  private static CanonicalUrl whole(String base, String reference) throws Refused {
    return CanonicalUrl.addressOf(Links.resolve(CanonicalUrl.of(base), reference));
  }

  /** An address of this outlet, made whole. */
  CanonicalUrl url(String reference) throws Refused {
    String at = port == null ? "" : ":" + port;
    return whole((scheme == null ? "https" : scheme) + "://" + host + at + "/", reference);
  }

  /** Where discovery begins. */
  CanonicalUrl home() throws Refused {
    return url("/");
  }

  /** An address at all the places where this site may answer, itself first. */
  List<CanonicalUrl> places(CanonicalUrl url) throws Refused {
    return url.spellings().stream()
        .filter(u -> scheme == null || u.scheme().equals(scheme))
        .toList();
  }

  /** Whether somebody said which lists to read, so that none are looked for. */
  boolean listsAreGiven() {
    return feeds != null || sitemaps != null || listings != null;
  }

  /** The lists that somebody named, and nothing where they are to be discovered. */
  List<Links.Link> givenLists() {
    return Stream.of(
            Links.to(feeds, FetchKind.FEED),
            Links.to(sitemaps, FetchKind.SITEMAP),
            Links.to(listings, FetchKind.LISTING))
        .flatMap(List::stream)
        .toList();
  }

  /** Whether an address can be an article's, as far as somebody has said. */
  boolean mayBeArticle(CanonicalUrl url) {
    return articleLinks.isEmpty()
        || articleLinks.stream().map(LinkPattern::parse).anyMatch(p -> p.matches(url));
  }

  boolean owns(CanonicalUrl url) {
    return CanonicalUrl.sameSite(url.host(), host);
  }
}
