package vn.hoinghi.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.schemas.Reason;

/**
 * Feeds: RSS 0.9x to 2.0 and Atom by ROME, JSON Feed by Jackson. What ROME refuses, because it is
 * ill-formed as feeds often are, jsoup's lenient XML parser reads. Only links and dates are taken.
 */
final class FeedReader implements ListingReader {
  static final int MAX_ENTRIES = 5_000;
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Links read(byte[] body, CanonicalUrl url, String charset) throws Refused {
    String text = XmlText.decode(body, charset).strip();
    if (text.startsWith("{")) {
      return json(text, url);
    }
    XmlGuard.Safe safe = XmlGuard.check(text, ENTRIES, MAX_ENTRIES);
    if (safe.root() == null || !ROOTS.contains(safe.root().toLowerCase(Locale.ROOT))) {
      throw new Refused(
          Reason.FEED_NOT_XML, "no feed but <" + Text.printable(safe.root(), 40) + ">");
    }
    List<Links.Link> links = safe.cut() ? byJsoup(safe.xml(), url) : byRome(safe.xml(), url);
    int behindLimit = Math.max(safe.entries() - MAX_ENTRIES, 0);
    return Links.upTo(MAX_ENTRIES, links, behindLimit, Reason.FEED_LIMIT);
  }

  private static List<Links.Link> byRome(String xml, CanonicalUrl url) {
    try {
      var input = new SyndFeedInput(false, Locale.ROOT);
      SyndFeed feed = input.build(new StringReader(xml));
      var links = new ArrayList<Links.Link>();
      for (SyndEntry entry : feed.getEntries()) {
        String link = entry.getLink() == null ? entry.getUri() : entry.getLink();
        // RSS knows no other date; one behind our last visit says that the entry was put anew.
        Date date =
            entry.getUpdatedDate() == null ? entry.getPublishedDate() : entry.getUpdatedDate();
        add(links, url, link, date == null ? null : date.toInstant());
      }
      return links;
    } catch (FeedException | RuntimeException e) {
      return byJsoup(xml, url);
    }
  }

  private static List<Links.Link> byJsoup(String xml, CanonicalUrl url) {
    var links = new ArrayList<Links.Link>();
    for (Element entry : Jsoup.parse(xml, "", Parser.xmlParser()).select("item, entry")) {
      add(links, url, linkOf(entry), null);
    }
    return links;
  }

  private static String linkOf(Element entry) {
    String guid = null;
    for (Element child : entry.children()) {
      String name = child.tagName().toLowerCase(Locale.ROOT);
      boolean alternate = child.attr("rel").isEmpty() || child.attr("rel").equals("alternate");
      if (name.equals("link") && alternate) {
        return child.hasAttr("href") ? child.attr("href") : child.text();
      }
      if (name.equals("guid") && !child.attr("isPermaLink").equals("false")) {
        guid = child.text();
      }
    }
    return guid;
  }

  private static Links json(String text, CanonicalUrl url) throws Refused {
    JsonNode feed;
    try {
      feed = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refused(Reason.FEED_NOT_XML, "neither XML nor JSON", e);
    }
    if (!feed.path("version").asText().contains("jsonfeed.org")) {
      throw new Refused(Reason.FEED_NOT_XML, "JSON, but no JSON Feed");
    }
    var links = new ArrayList<Links.Link>();
    for (JsonNode item : feed.path("items")) {
      add(links, url, item.path("url").asText(item.path("id").asText()), null);
    }
    return Links.upTo(MAX_ENTRIES, links, 0, Reason.FEED_LIMIT);
  }

  private static void add(
      List<Links.Link> links, CanonicalUrl base, String reference, Instant modified) {
    try {
      links.add(new Links.Link(Links.resolve(base, reference), FetchKind.ARTICLE, modified));
    } catch (Refused e) {
      // An entry without a usable address names no article; its neighbours still do.
    }
  }
}
