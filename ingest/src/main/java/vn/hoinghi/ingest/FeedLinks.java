package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.hoinghi.avro.FetchKind;

/**
 * The feeds that a page tells of: in its head as alternates (WHATWG HTML §4.6.7.1, RSS Advisory
 * Board's autodiscovery), or as plain links, for newspapers have pages of nothing but links to
 * feeds. Feeds of comments are left.
 */
final class FeedLinks {
  private static final int MAX = 200;
  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/json",
          "application/xml",
          "text/xml");
  private static final Pattern FEED =
      Pattern.compile("(?i).*(/(rss|feed|atom)(/|\\.(xml|aspx|php|rss))?|\\.(rss|rdf|atom))");

  private FeedLinks() {}

  static List<Links.Link> of(Document page, PageLinks links) {
    var feeds = new LinkedHashSet<CanonicalUrl>();
    for (Element link : page.select("link[rel~=(?i)\\balternate\\b][type][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
      if (TYPES.contains(type) && !link.attr("rel").toLowerCase(Locale.ROOT).contains("style")) {
        feeds.add(links.target(link.attr("href")));
      }
    }
    for (Element anchor : links.anchors()) {
      CanonicalUrl url = links.target(anchor.attr("href"));
      if (url != null && FEED.matcher(url.path()).matches()) {
        feeds.add(url);
      }
    }
    feeds.removeIf(url -> url == null || isNoNews(url));
    return feeds.stream()
        .limit(MAX)
        .map(url -> new Links.Link(url.toString(), FetchKind.FEED, null))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** WordPress declares its comments and its API beside the feed. */
  private static boolean isNoNews(CanonicalUrl url) {
    String path = url.path();
    return path.contains("/comments/") || path.contains("/wp-json") || path.contains("/oembed");
  }
}
