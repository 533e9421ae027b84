package vn.hoinghi.standalone.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lists in which an outlet names its articles: some for machines, in the manner of its kind,
 * and pages of links for readers, which every site has.
 */
final class Listings {
  private static final int ON_PAGE = 20;
  private static final Pattern PAGE = Pattern.compile("/trang/([0-9]{1,6})");
  private static final Pattern PART = Pattern.compile("/([a-z]+)-([0-9]{1,6})\\.xml");
  private static final String INDEX = "/sitemap-index.xml";
  private static final String XML = "application/xml; charset=UTF-8";

  /** What a site has for machines. */
  private enum Kind {
    RSS("rss", 50),
    SITEMAP("sitemap", Integer.MAX_VALUE),
    INDEX("tin", 100),
    ATOM("atom", 50),
    NEWS("news", 100),
    PAGES("", Integer.MAX_VALUE);

    private final String name;
    private final int entries;

    Kind(String name, int entries) {
      this.name = name;
      this.entries = entries;
    }

    boolean isFeed() {
      return this == RSS || this == ATOM;
    }

    boolean hasIndex() {
      return this == INDEX || this == NEWS;
    }
  }

  private final SimulatedOutlet outlet;
  private final Kind kind;
  private final ListingText text;

  private Listings(SimulatedOutlet outlet, Kind kind) {
    this.outlet = outlet;
    this.kind = kind;
    this.text = new ListingText(outlet);
  }

  static Listings of(SimulatedOutlet outlet, int index, boolean listingOnly) {
    Kind kind = Kind.values()[index % Kind.values().length];
    return new Listings(outlet, kind == Kind.PAGES && !listingOnly ? Kind.SITEMAP : kind);
  }

  /** Feeds that a crawler has to be told. */
  List<String> feeds() {
    return kind.isFeed() ? parts() : List.of();
  }

  /** Sitemaps that a crawler has to be told. */
  List<String> sitemaps() {
    return kind == Kind.INDEX ? List.of(outlet.url(INDEX)) : List.of();
  }

  /** Sitemaps that are named in robots.txt and nowhere else. */
  List<String> inRobots() {
    return kind == Kind.NEWS ? List.of(outlet.url(INDEX)) : List.of();
  }

  private List<String> parts() {
    int count = (outlet.size() + kind.entries - 1) / kind.entries;
    return IntStream.range(0, count).mapToObj(part -> outlet.url(pathOf(part))).toList();
  }

  private String pathOf(int part) {
    return "/" + kind.name + "-" + part + ".xml";
  }

  /** The list that stands there, or null. */
  Reply reply(String target) {
    Matcher page = PAGE.matcher(target);
    if (target.equals("/") || page.matches()) {
      return page(target.equals("/") ? 0 : Integer.parseInt(page.group(1)) - 1);
    } else if (kind == Kind.SITEMAP && target.equals("/sitemap.xml")) {
      return list(XML, () -> text.sitemap(0, outlet.size(), false));
    } else if (kind.hasIndex() && target.equals(INDEX)) {
      return list(XML, () -> text.index(parts()));
    }
    Matcher part = PART.matcher(target);
    boolean known = part.matches() && part.group(1).equals(kind.name);
    return known && !kind.name.isEmpty() ? part(Integer.parseInt(part.group(2))) : null;
  }

  private Reply part(int part) {
    int from = Math.multiplyExact(part, kind.entries);
    int to = Math.min(from + kind.entries, outlet.size());
    if (from >= to) {
      return null;
    }
    return switch (kind) {
      case RSS -> list("application/rss+xml; charset=UTF-8", () -> text.rss(from, to));
      case ATOM -> list("application/atom+xml; charset=UTF-8", () -> text.atom(from, to));
      case NEWS -> list(XML, () -> text.sitemap(from, to, true));
      default -> list(XML, () -> text.sitemap(from, to, false));
    };
  }

  private Reply page(int page) {
    long from = (long) page * ON_PAGE;
    if (from < 0 || from >= outlet.size()) {
      return null;
    }
    int to = (int) Math.min(from + ON_PAGE, outlet.size());
    return list("text/html; charset=UTF-8", () -> text.page(page, (int) from, to));
  }

  private Reply list(String type, Supplier<String> words) {
    Instant turned = outlet.turned();
    Instant modified = turned == null ? outlet.article(0).published() : turned;
    return Reply.ok(
        type,
        "list-" + modified.toEpochMilli(),
        modified,
        () -> words.get().getBytes(StandardCharsets.UTF_8));
  }
}
