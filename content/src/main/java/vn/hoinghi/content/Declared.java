package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page says about itself apart from its visible text: meta elements, JSON-LD, title. */
final class Declared {
  private static final Set<String> PUBLISHED =
      Set.of(
          "article:published_time",
          "og:published_time",
          "datepublished",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "published_time",
          "published-date",
          "date.published",
          "dc.date.issued",
          "dcterms.created",
          "dcterms.issued",
          "dc.date",
          "dc.date.created",
          "article.published",
          "sailthru.date",
          "parsely-pub-date",
          "datecreated",
          "article:published",
          "created",
          "og:article:published_time");
  private static final Set<String> HEADLINE =
      Set.of("og:title", "twitter:title", "headline", "dc.title", "title", "parsely-title");
  private static final Set<String> AUTHOR =
      Set.of("author", "article:author", "dc.creator", "og:article:author", "parsely-author");
  private static final Set<String> SITE = Set.of("og:site_name", "application-name");

  final List<String> headlines = new ArrayList<>();
  final List<String> metaDates = new ArrayList<>();
  final List<String> jsonDates = new ArrayList<>();
  String title = "";
  String siteName = "";
  String author;
  String language = "";

  void meta(String name, String content) {
    String key = name.toLowerCase(Locale.ROOT);
    if (content.isBlank()) {
      return;
    }
    if (PUBLISHED.contains(key)) {
      metaDates.add(content);
    } else if (HEADLINE.contains(key)) {
      headlines.add(CleanText.line(content));
    } else if (AUTHOR.contains(key) && author == null) {
      author = CleanText.line(content);
    } else if (SITE.contains(key) && siteName.isEmpty()) {
      siteName = CleanText.line(content);
    } else if (key.equals("content-language") && language.isEmpty()) {
      language = content.strip();
    }
  }
}
