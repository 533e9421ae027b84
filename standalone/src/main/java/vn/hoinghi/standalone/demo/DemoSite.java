package vn.hoinghi.standalone.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoinghi.standalone.web.Reply;
import vn.hoinghi.standalone.web.Site;

/**
 * Everything one outlet serves, by raw path with query: pages, front page, robots.txt, feeds and
 * sitemaps.
 */
final class DemoSite implements Site {
  private final Map<String, Reply> replies = new HashMap<>();
  private final Outlet outlet;
  private final List<Page> pages;
  private final Layouts layouts;
  private final PageView view;
  private final OffsetDateTime newest;

  DemoSite(Outlet outlet, List<Page> pages, Layouts layouts) {
    this.outlet = outlet;
    this.pages = pages;
    this.layouts = layouts;
    this.view = new PageView(outlet, pages);
    this.newest =
        pages.stream()
            .map(Page::published)
            .max(Comparator.comparing(OffsetDateTime::toInstant))
            .orElseThrow();
    pages.forEach(page -> html(page.path(), layout(page), view.article(page), page.published()));
    html("/", "listing", view.listing(outlet.name(), "/"), newest);
    outlet.moved().forEach((from, to) -> replies.put(from, Reply.movedTo(outlet.url(to))));
    machineReadable();
  }

  /** The answer to a raw path with query; parameters that only count visitors change nothing. */
  @Override
  public Reply reply(String target) {
    Reply exact = replies.get(target);
    Reply found = exact != null ? exact : replies.get(withoutTracking(target));
    return found != null ? found : Reply.notFound();
  }

  private static String withoutTracking(String target) {
    return target.replaceAll("(?<=[?&])utm_[a-z]+=[^&]*(&|$)", "").replaceAll("[?&]$", "");
  }

  private String layout(Page page) {
    return page.listing() ? outlet.layout() + "-list" : outlet.layout();
  }

  private void machineReadable() {
    if (outlet.robots() != null) {
      text("/robots.txt", "text/plain", outlet.robots());
    }
    if (outlet.rss() != null) {
      text(outlet.rss(), "application/rss+xml", fill("rss.xml", Map.of("items", feedItems())));
    }
    if (outlet.atom() != null) {
      Map<String, Object> feed =
          Map.of(
              "items",
              feedItems(),
              "self",
              outlet.atom(),
              "updated",
              PageView.format(newest, PageView.ISO));
      text(outlet.atom(), "application/atom+xml", fill("atom.xml", feed));
    }
    if (outlet.sitemap() != null) {
      text(outlet.sitemap(), "application/xml", sitemap(pages, true));
    }
    if (outlet.sitemapIndex() != null) {
      sitemapIndex();
    }
  }

  /** As real feeds do: pages that moved under their old address, and one link counted twice. */
  private List<Map<String, Object>> feedItems() {
    Map<String, String> oldAddress =
        outlet.moved().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    List<Map<String, Object>> items =
        new ArrayList<>(
            visible().stream().map(page -> item(page, oldAddress.get(page.path()))).toList());
    visible().stream()
        .filter(page -> page.path().equals(outlet.trackedDuplicate()))
        .forEach(page -> items.add(item(page, page.path() + trackingOf(page.path()))));
    return items;
  }

  private static String trackingOf(String path) {
    return (path.contains("?") ? "&" : "?") + "utm_source=rss&utm_medium=feed&utm_campaign=tin-moi";
  }

  private Map<String, Object> item(Page page, String otherAddress) {
    Map<String, Object> item = view.card(page);
    if (otherAddress != null) {
      item.put("url", outlet.url(otherAddress));
    }
    return item;
  }

  private List<Page> visible() {
    return pages.stream().filter(page -> !page.hidden()).toList();
  }

  private String sitemap(List<Page> part, boolean withExtras) {
    List<Map<String, Object>> entries = new ArrayList<>(part.stream().map(view::card).toList());
    if (withExtras) {
      outlet.gone().forEach(path -> entries.add(bare(path)));
      if (outlet.frontPageInSitemap()) {
        entries.add(bare("/"));
      }
    }
    return fill("sitemap.xml", Map.of("entries", entries));
  }

  private Map<String, Object> bare(String path) {
    return Map.of("url", outlet.url(path), "iso", PageView.format(newest, PageView.ISO));
  }

  private void sitemapIndex() {
    Map<Integer, List<Page>> byYear =
        pages.stream()
            .collect(
                Collectors.groupingBy(
                    page -> page.published().getYear(), TreeMap::new, Collectors.toList()));
    byYear.forEach((year, part) -> text(yearly(year), "application/xml", sitemap(part, false)));
    List<Map<String, Object>> children =
        byYear.keySet().stream().map(year -> bare(yearly(year))).toList();
    text(
        outlet.sitemapIndex(),
        "application/xml",
        fill("sitemap-index.xml", Map.of("entries", children)));
  }

  private static String yearly(int year) {
    return "/sitemap-tin-" + year + ".xml";
  }

  private void html(
      String path, String layout, Map<String, Object> values, OffsetDateTime modified) {
    String html = layouts.fill(layout + ".html", values);
    boolean old = outlet.charset().equals("windows-1258");
    byte[] bytes =
        old ? Windows1258.encode(html) : html.getBytes(Charset.forName(outlet.charset()));
    replies.put(
        path, Reply.ok("text/html; charset=" + outlet.charset(), bytes, modified.toInstant()));
  }

  private void text(String path, String mediaType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    replies.put(path, Reply.ok(mediaType + "; charset=UTF-8", bytes, newest.toInstant()));
  }

  private String fill(String layout, Map<String, Object> values) {
    Map<String, Object> all = view.site();
    all.put("rfc822", DateTimeFormatter.RFC_1123_DATE_TIME.format(newest));
    all.putAll(values);
    return layouts.fill(layout, all);
  }
}
