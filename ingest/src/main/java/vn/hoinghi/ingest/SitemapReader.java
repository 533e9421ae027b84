package vn.hoinghi.ingest;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

/**
 * Sitemaps and sitemap indexes (sitemaps.org 0.9, news extension), gzipped or not, by
 * crawler-commons. That library declares the protocol's limits but does not hold to them, so they
 * are held here; how deep indexes may nest is the caller's to say.
 */
final class SitemapReader implements ListingReader {
  static final int MAX_URLS = 50_000;
  static final int MAX_BYTES = 50 * 1024 * 1024;
  private static final Set<String> ENTRIES = Set.of("url", "sitemap", "item", "entry");

  private final FetchLimits limits;

  SitemapReader(FetchLimits limits) {
    this.limits = limits;
  }

  @Override
  public Links read(byte[] body, CanonicalUrl url, String charset) throws Refused {
    if (body.length > MAX_BYTES) {
      throw new Refused(Reason.SITEMAP_LIMIT, "more than " + MAX_BYTES + " bytes");
    }
    try {
      String text = XmlText.decode(unpacked(body), charset);
      if (!text.stripLeading().startsWith("<")) {
        return plain(text);
      }
      XmlGuard.Safe safe = XmlGuard.check(text, ENTRIES, MAX_URLS);
      String xml = safe.cut() ? closed(safe) : safe.xml();
      List<Links.Link> links = links(parse(xml, URI.create(url.toString()).toURL()));
      int behindLimit = Math.max(safe.entries() - MAX_URLS, 0);
      return Links.upTo(MAX_URLS, links, behindLimit, Reason.SITEMAP_LIMIT);
    } catch (Refused e) {
      throw e;
    } catch (IOException | UnknownFormatException | RuntimeException e) {
      throw new Refused(Reason.FEED_NOT_XML, "no sitemap: " + e.getMessage(), e);
    }
  }

  private byte[] unpacked(byte[] body) throws IOException {
    boolean gzip = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    if (!gzip) {
      return body;
    }
    int most = Math.min(MAX_BYTES, limits.maxListingBytes());
    try {
      return new BodyReader(most, false, limits.maxRatio()).gunzip(body);
    } catch (Refused e) {
      throw e.reason() == Reason.FETCH_TOO_LARGE
          ? new Refused(Reason.SITEMAP_LIMIT, "unfolds to " + e.getMessage(), e)
          : e;
    }
  }

  /** The text form: one address a line. */
  private static Links plain(String text) throws Refused {
    var links = new ArrayList<Links.Link>();
    text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("http://") || line.startsWith("https://"))
        .forEach(line -> links.add(new Links.Link(line, FetchKind.ARTICLE, null)));
    if (links.isEmpty()) {
      throw new Refused(Reason.FEED_NOT_XML, "no sitemap: neither XML nor a list of addresses");
    }
    return Links.upTo(MAX_URLS, links, 0, Reason.SITEMAP_LIMIT);
  }

  private static String closed(XmlGuard.Safe safe) {
    return safe.xml() + "</" + safe.root() + ">";
  }

  private static AbstractSiteMap parse(String xml, URL url)
      throws IOException, UnknownFormatException {
    // Our text is UTF-8 from here on, whatever its declaration said.
    String undeclared = xml.replaceFirst("^<\\?xml[^>]*\\?>", "");
    var parser = new SiteMapParser(false, true);
    parser.setStrictNamespace(false);
    return parser.parseSiteMap("text/xml", undeclared.getBytes(StandardCharsets.UTF_8), url);
  }

  private static List<Links.Link> links(AbstractSiteMap map) {
    var links = new ArrayList<Links.Link>();
    if (map instanceof SiteMapIndex index) {
      for (AbstractSiteMap child : index.getSitemaps()) {
        links.add(
            new Links.Link(
                child.getUrl().toString(), FetchKind.SITEMAP, instant(child.getLastModified())));
      }
    } else if (map instanceof SiteMap urls) {
      for (SiteMapURL each : urls.getSiteMapUrls()) {
        links.add(
            new Links.Link(
                each.getUrl().toString(), FetchKind.ARTICLE, instant(each.getLastModified())));
      }
    }
    return links;
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
