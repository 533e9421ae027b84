package vn.hoinghi.ingest;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

/**
 * One article has many spellings of its address, and the article's id must be the same for all of
 * them. So an address goes through a chain of small {@linkplain UrlRule rules} (RFC 3986 §6.2 and
 * the tracking parameters of {@code query-parameters-dropped.txt}); what no rule is sure of stays
 * as written.
 */
public final class CanonicalUrl {
  /** Longer ones are no addresses of articles; browsers and servers give up near here too. */
  static final int MAX_CHARS = 2048;

  private static final Set<UrlRule> ALL = EnumSet.allOf(UrlRule.class);
  private static final Set<UrlRule> ADDRESS =
      EnumSet.complementOf(EnumSet.of(UrlRule.TRACKING, UrlRule.SESSION_IN_PATH));

  private final UrlParts parts;
  private final String text;
  private final String origin;

  private CanonicalUrl(UrlParts parts) {
    this.parts = parts;
    this.text = parts.text();
    this.origin = new UrlParts(parts.scheme(), parts.host(), parts.port(), "", null).text();
  }

  /**
   * The canonical form of an address on the web.
   *
   * @throws Refused {@link Reason#URL_INVALID}, {@link Reason#URL_TRAP} or {@link
   *     Reason#FETCH_SCHEME}
   */
  static CanonicalUrl of(String raw) throws Refused {
    return through(ALL, raw);
  }

  /**
   * An address in normal form with every parameter kept: what a redirect's hop is fetched by, for a
   * site may insist on its session id.
   */
  static CanonicalUrl addressOf(String raw) throws Refused {
    return through(ADDRESS, raw);
  }

  /**
   * The canonical form of what was read as an {@link #addressOf} address: itself, unless there is
   * something to drop.
   *
   * @throws Refused as {@link #of} does
   */
  CanonicalUrl canonical() throws Refused {
    boolean nothingToDrop = parts.query() == null && parts.path().indexOf(';') < 0;
    return nothingToDrop ? this : of(text);
  }

  private static CanonicalUrl through(Set<UrlRule> rules, String raw) throws Refused {
    UrlParts parts = UrlParts.split(raw);
    for (UrlRule rule : rules) {
      parts = rule.apply(parts);
    }
    var url = new CanonicalUrl(parts);
    if (url.text.length() > MAX_CHARS) {
      throw new Refused(Reason.URL_INVALID, "longer than " + MAX_CHARS + " characters");
    }
    return url;
  }

  /** Lower case, punycode where it is international. */
  public String host() {
    return parts.host();
  }

  public String scheme() {
    return parts.scheme();
  }

  /** The port that is connected to. */
  public int port() {
    return parts.port() >= 0 ? parts.port() : defaultPort(parts.scheme());
  }

  /** Scheme, host and port: what a robots.txt speaks for (RFC 9309 §2.3). */
  public String origin() {
    return origin;
  }

  public String path() {
    return parts.path();
  }

  /** All that stands behind the origin. */
  String pathAndQuery() {
    return text.substring(origin().length());
  }

  /**
   * This address as the same site may also spell it, this one first: with https and http, with
   * {@code www.} in front and without, for names.
   */
  List<CanonicalUrl> spellings() throws Refused {
    String port = parts.port() < 0 ? "" : ":" + parts.port();
    String bare = bare(host());
    List<String> hosts = isLiteral(bare) ? List.of(bare) : List.of(bare, "www." + bare);
    var spellings = new LinkedHashSet<CanonicalUrl>(List.of(this));
    for (String scheme : List.of("https", "http")) {
      for (String host : hosts) {
        spellings.add(addressOf(scheme + "://" + host + port + pathAndQuery()));
      }
    }
    return List.copyOf(spellings);
  }

  /** A number and no name (WHATWG URL, host parsing): it has no other spelling. */
  private static boolean isLiteral(String host) {
    return host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1));
  }

  /** {@code articleId} of this address. */
  public String articleId() {
    return ContentIds.articleId(text);
  }

  /** Whether this is another spelling of that address, or the same. */
  boolean spells(String url) {
    return ContentIds.identity(text).equals(ContentIds.identity(url));
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Whether both are the same site: {@code www.} in front makes no difference. */
  static boolean sameSite(String host, String other) {
    return bare(host).equals(bare(other));
  }

  /** The host without {@code www.} in front. */
  static String bare(String host) {
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CanonicalUrl url && url.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** How often the most frequent piece of the path stands in it. */
  static int mostRepeated(String path) {
    var counts = new HashMap<String, Integer>();
    int most = 0;
    for (String piece : path.split("/", -1)) {
      if (!piece.isEmpty()) {
        most = Math.max(most, counts.merge(piece, 1, Integer::sum));
      }
    }
    return most;
  }
}
