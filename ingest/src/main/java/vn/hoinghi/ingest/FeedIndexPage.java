package vn.hoinghi.ingest;

import java.util.List;
import org.jsoup.nodes.Document;
import vn.hoinghi.schemas.Reason;

/**
 * What stands at {@code /rss} of many a newspaper is no feed but a page of links to one feed per
 * section. Reads those, and refuses a page that has none.
 */
final class FeedIndexPage implements ListingReader {
  private final Outlet outlet;

  FeedIndexPage(Outlet outlet) {
    this.outlet = outlet;
  }

  @Override
  public Links read(byte[] body, CanonicalUrl url, String charset) throws Refused {
    Document page = ListingHtml.parse(body, url, charset);
    List<Links.Link> feeds = FeedLinks.of(page, new PageLinks(page, url, outlet));
    feeds.removeIf(feed -> feed.url().equals(url.toString()));
    if (feeds.isEmpty()) {
      throw new Refused(Reason.FEED_NOT_XML, "no feed but a page without links to any");
    }
    return new Links(List.copyOf(feeds), 0, null, null);
  }
}
