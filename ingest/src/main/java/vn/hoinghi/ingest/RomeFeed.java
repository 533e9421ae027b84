package vn.hoinghi.ingest;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;

/** A well-formed feed as ROME reads it. */
final class RomeFeed {
  private static final String FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0";

  private RomeFeed() {}

  /** Null where ROME will not have it. */
  static FeedReader.Read read(String xml, CanonicalUrl url) {
    try {
      var input = new SyndFeedInput(false, Locale.ROOT);
      SyndFeed feed = input.build(new StringReader(xml));
      var links = new ArrayList<Links.Link>();
      for (SyndEntry entry : feed.getEntries()) {
        // RSS knows no other date; one behind our last visit says that the entry was put anew.
        Date date =
            entry.getUpdatedDate() == null ? entry.getPublishedDate() : entry.getUpdatedDate();
        FeedReader.add(links, url, link(feed, entry), date == null ? null : date.toInstant());
      }
      return new FeedReader.Read(links, FeedReader.page(url, next(feed)));
    } catch (FeedException | RuntimeException e) {
      return null;
    }
  }

  /** Where FeedBurner counts clicks it keeps the address it leads to. */
  private static String link(SyndFeed feed, SyndEntry entry) {
    for (Element more : entry.getForeignMarkup()) {
      if (more.getName().equals("origLink") && more.getNamespaceURI().equals(FEEDBURNER)) {
        return more.getTextTrim();
      }
    }
    String link = entry.getLink();
    if (link != null && !link.isBlank()) {
      return link;
    }
    // In RSS a guid that is a permalink has become the link; any other names nothing on the web.
    boolean rss = String.valueOf(feed.getFeedType()).startsWith("rss_");
    boolean rdf = rss && "rss_1.0".equals(feed.getFeedType());
    String uri = entry.getUri();
    return (!rss || rdf) && uri != null && uri.startsWith("http") ? uri : null;
  }

  /** The page with older entries (RFC 5005 §3 and §4). */
  private static String next(SyndFeed feed) {
    List<SyndLink> links = feed.getLinks();
    for (SyndLink link : links == null ? List.<SyndLink>of() : links) {
      if (LooseFeed.leadsOn(link.getRel())) {
        return link.getHref();
      }
    }
    for (Element more : feed.getForeignMarkup()) {
      if (more.getName().equals("link") && LooseFeed.leadsOn(more.getAttributeValue("rel"))) {
        return more.getAttributeValue("href");
      }
    }
    return null;
  }
}
