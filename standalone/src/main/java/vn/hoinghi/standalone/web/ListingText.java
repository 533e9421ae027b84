package vn.hoinghi.standalone.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lists of a simulated outlet's articles as they are written out. */
final class ListingText {
  private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String TRACKED = "utm_source=rss&utm_medium=feed";

  private final SimulatedOutlet outlet;

  ListingText(SimulatedOutlet outlet) {
    this.outlet = outlet;
  }

  String rss(int from, int to) {
    var out = new StringBuilder(PROLOGUE).append("<rss version=\"2.0\"><channel><title>");
    out.append(outlet.host()).append("</title><link>").append(outlet.url("/")).append("</link>");
    out.append("<description>Tin mới</description>\n");
    for (Entry entry : entries(from, to)) {
      out.append("<item><title>").append(entry.title).append("</title><link>").append(entry.url);
      out.append("</link><guid isPermaLink=\"false\">")
          .append(entry.url)
          .append("</guid><pubDate>");
      out.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.at.atOffset(ZoneOffset.UTC)));
      out.append("</pubDate></item>\n");
    }
    return out.append("</channel></rss>\n").toString();
  }

  String atom(int from, int to) {
    var out = new StringBuilder(PROLOGUE).append("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    out.append("<title>").append(outlet.host()).append("</title><id>").append(outlet.url("/"));
    out.append("</id><updated>").append(outlet.article(from).published()).append("</updated>\n");
    for (Entry entry : entries(from, to)) {
      out.append("<entry><title>").append(entry.title).append("</title><id>").append(entry.url);
      out.append("</id><link href=\"").append(entry.url).append("\"/><updated>").append(entry.at);
      out.append("</updated></entry>\n");
    }
    return out.append("</feed>\n").toString();
  }

  String sitemap(int from, int to, boolean news) {
    var out = new StringBuilder(PROLOGUE);
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    out.append(" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n");
    for (Entry entry : entries(from, to)) {
      out.append("<url><loc>").append(entry.url).append("</loc><lastmod>").append(entry.at);
      out.append("</lastmod>");
      if (news) {
        out.append("<news:news><news:publication><news:name>").append(outlet.host());
        out.append("</news:name><news:language>vi</news:language></news:publication>");
        out.append("<news:publication_date>").append(entry.at).append("</news:publication_date>");
        out.append("<news:title>").append(entry.title).append("</news:title></news:news>");
      }
      out.append("</url>\n");
    }
    return out.append("</urlset>\n").toString();
  }

  String index(List<String> parts) {
    var out = new StringBuilder(PROLOGUE);
    out.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    parts.forEach(part -> out.append("<sitemap><loc>").append(part).append("</loc></sitemap>\n"));
    return out.append("</sitemapindex>\n").toString();
  }

  /** For readers, the newest first, with a way on to older ones. */
  String page(int page, int from, int to) {
    var out = new StringBuilder();
    outlet.head(out, page == 0 ? "Trang chủ" : "Tin tức, trang " + (page + 1));
    out.append("<h1>Tin mới</h1>\n<ul class=\"tin\">\n");
    for (int number = from; number < to; number++) {
      SimulatedArticle article = outlet.article(number);
      out.append("<li class=\"item\"><h3><a href=\"").append(article.listedPath()).append("\">");
      out.append(outlet.title(article)).append("</a></h3><time datetime=\"");
      out.append(article.published()).append("\"></time></li>\n");
    }
    out.append("</ul>\n");
    if (to < outlet.size()) {
      out.append("<a rel=\"next\" href=\"/trang/").append(page + 2).append("\">Xem thêm</a>\n");
    }
    return out.append("</main></body></html>\n").toString();
  }

  private record Entry(String url, String title, Instant at) {}

  /** As real lists do: some under an address that leads on, some twice with a visitor's counter. */
  private List<Entry> entries(int from, int to) {
    var entries = new ArrayList<Entry>();
    for (int number = from; number < to; number++) {
      SimulatedArticle article = outlet.article(number);
      String title = outlet.title(article);
      Instant at = outlet.modified(article);
      entries.add(new Entry(outlet.url(article.listedPath()), title, at));
      if (article.tracked()) {
        String tracked = article.path() + (article.path().contains("?") ? "&" : "?") + TRACKED;
        entries.add(new Entry(outlet.url(tracked.replace("&", "&amp;")), title, at));
      }
    }
    return entries;
  }
}
