package vn.hoinghi.standalone.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An outlet as {@code outlets.yaml} describes it: who it is, which layout and character set it
 * uses, and which habits of real sites (feed only, sitemap index, moved and vanished pages) it has.
 */
record Outlet(
    String host,
    String name,
    String province,
    String kind,
    String layout,
    String charset,
    String clock,
    String office,
    List<String> menu,
    String rss,
    String atom,
    String sitemap,
    String sitemapIndex,
    String robots,
    Map<String, String> moved,
    List<String> gone,
    String trackedDuplicate,
    boolean frontPageInSitemap) {

  Outlet {
    menu = Objects.requireNonNullElse(menu, List.of());
    moved = Objects.requireNonNullElse(moved, Map.of());
    gone = Objects.requireNonNullElse(gone, List.of());
    charset = Objects.requireNonNullElse(charset, "UTF-8");
  }

  String url(String path) {
    return "http://" + host + path;
  }

  DemoOutlet published() {
    return new DemoOutlet(host, name, province, kind, urls(rss, atom), urls(sitemap, sitemapIndex));
  }

  private List<String> urls(String... paths) {
    return Stream.of(paths).filter(Objects::nonNull).map(this::url).toList();
  }
}
