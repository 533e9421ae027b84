package vn.hoinghi.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The values that the layouts show: an article in its surroundings, times in every old fashion. */
final class PageView {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final int BOX = 4;

  /** With seconds, which {@code toString} leaves out where they are zero. */
  static final String ISO = "yyyy-MM-dd'T'HH:mm:ssxxx";

  /** Paragraphs before the place where sites put adverts and links into a text. */
  private static final int OPENING = 2;

  private final Outlet outlet;
  private final List<Page> shown;

  PageView(Outlet outlet, List<Page> pages) {
    this.outlet = outlet;
    this.shown = pages.stream().filter(page -> !page.hidden()).toList();
  }

  Map<String, Object> article(Page page) {
    Map<String, Object> values = site();
    values.putAll(card(page));
    List<String> paragraphs = page.paragraphs();
    int opening = Math.min(OPENING, paragraphs.size());
    values.put("paragraphs", paragraphs);
    values.put("opening", paragraphs.subList(0, opening));
    values.put("rest", paragraphs.subList(opening, paragraphs.size()));
    values.put("author", page.author());
    values.put("caption", page.caption());
    values.put("origin", page.origin());
    values.put("tags", page.tags());
    values.put("headlines", page.headlines());
    values.put("comments", page.comments());
    values.put("hasComments", !page.comments().isEmpty());
    values.put("commentCount", page.comments().size());
    values.put("related", box(page, 1));
    values.put("mostRead", box(page, 1 + BOX));
    values.put("views", 180 + Math.floorMod(page.path().hashCode(), 4_000));
    values.put("jsonLd", jsonLd(page));
    return values;
  }

  Map<String, Object> listing(String heading, String path) {
    Map<String, Object> values = site();
    values.put("heading", heading);
    values.put("url", outlet.url(path));
    values.put("cards", shown.stream().map(this::card).toList());
    return values;
  }

  Map<String, Object> site() {
    Map<String, Object> values = new HashMap<>();
    values.put("host", outlet.host());
    values.put("site", outlet.name());
    values.put("charset", outlet.charset());
    values.put("clock", outlet.clock());
    values.put("office", outlet.office());
    values.put("menu", outlet.menu());
    values.put("home", outlet.url("/"));
    values.put("rss", outlet.rss());
    return values;
  }

  Map<String, Object> card(Page page) {
    OffsetDateTime time = page.published();
    Map<String, Object> values = new HashMap<>();
    values.put("title", page.title());
    values.put("summary", page.summary());
    values.put("teaser", page.summary() == null ? page.paragraphs().get(0) : page.summary());
    values.put("section", page.section());
    values.put("path", page.path());
    values.put("url", outlet.url(page.path()));
    values.put("iso", format(time, ISO));
    values.put("rfc822", DateTimeFormatter.RFC_1123_DATE_TIME.format(time));
    values.put("day", format(time, "dd/MM/yyyy"));
    values.put("hour", format(time, "HH:mm"));
    values.put("weekday", format(time, "EEEE"));
    return values;
  }

  private List<Map<String, Object>> box(Page page, int from) {
    int at = shown.indexOf(page);
    return IntStream.range(0, BOX)
        .mapToObj(i -> shown.get(Math.floorMod(at + from + i, shown.size())))
        .filter(other -> !other.equals(page))
        .distinct()
        .map(this::card)
        .toList();
  }

  private String jsonLd(Page page) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@context", "https://schema.org");
    thing.put("@type", "NewsArticle");
    thing.put("mainEntityOfPage", outlet.url(page.path()));
    thing.put("headline", page.title());
    thing.put("datePublished", format(page.published(), ISO));
    thing.put(
        "author", Map.of("@type", "Person", "name", page.author() == null ? "" : page.author()));
    thing.put("publisher", Map.of("@type", "Organization", "name", outlet.name()));
    try {
      return JSON.writeValueAsString(thing).replace("</", "<\\/");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings always fit into JSON", e);
    }
  }

  static String format(OffsetDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, VIETNAMESE).format(time);
  }
}
