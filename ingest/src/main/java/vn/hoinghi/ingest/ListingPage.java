package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import vn.hoinghi.avro.FetchKind;

/**
 * A page that lists articles, as sites without a feed have nothing else: its articles by what the
 * outlet's entry says of them, else learnt from the page; where it goes on; and on a home page the
 * feeds and sections that it leads to.
 */
final class ListingPage implements ListingReader {
  private final Outlet outlet;
  private final boolean home;
  private final int maxSections;

  private ListingPage(Outlet outlet, boolean home, int maxSections) {
    this.outlet = outlet;
    this.home = home;
    this.maxSections = maxSections;
  }

  static ListingPage of(Outlet outlet) {
    return new ListingPage(outlet, false, 0);
  }

  /**
   * @param maxSections that are followed
   */
  static ListingPage home(Outlet outlet, int maxSections) {
    return new ListingPage(outlet, true, maxSections);
  }

  @Override
  public Links read(byte[] body, CanonicalUrl url, String charset) throws Refused {
    Document page = ListingHtml.parse(body, url, charset);
    var links = new PageLinks(page, url, outlet);
    Set<CanonicalUrl> articles = articles(links);
    var found = new ArrayList<Links.Link>();
    if (home) {
      found.addAll(FeedLinks.of(page, links));
      found.addAll(listings(Sections.of(links.all(), articles, maxSections)));
      found.addAll(listings(elsewhere(page, links)));
    }
    articles.forEach(a -> found.add(new Links.Link(a.toString(), FetchKind.ARTICLE, null)));
    CanonicalUrl next = NextPage.of(page, url, links);
    return new Links(List.copyOf(found), 0, null, next == null ? null : next.toString());
  }

  /** Somebody who knows the site is believed; a pattern also narrows what a selector selects. */
  private Set<CanonicalUrl> articles(PageLinks links) {
    Collection<CanonicalUrl> wanted =
        outlet.articleSelector() != null
            ? links.selected(outlet.articleSelector())
            : outlet.articleLinks().isEmpty()
                ? ArticleLinks.of(links.all())
                : links.all().stream().map(link -> link.url).toList();
    var articles = new LinkedHashSet<CanonicalUrl>(wanted);
    articles.removeIf(url -> !outlet.mayBeArticle(url));
    return articles;
  }

  private static List<Links.Link> listings(Collection<CanonicalUrl> urls) {
    return urls.stream()
        .map(url -> new Links.Link(url.toString(), FetchKind.LISTING, null))
        .toList();
  }

  /** Old portals' first page is often empty: it sends browsers on, or is made of frames. */
  private static List<CanonicalUrl> elsewhere(Document page, PageLinks links) {
    return EmptyPage.leadsTo(page, links.all().size()).stream()
        .map(links::target)
        .filter(Objects::nonNull)
        .toList();
  }
}
