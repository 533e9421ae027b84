package vn.hoinghi.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The links of a page that stay on its site, one for each address, in the order in which they first
 * stand: with the text that leads there, the look of the place and whether that place is
 * navigation. Links to files, to the page itself and to the home page are none.
 */
final class PageLinks {
  private static final int MAX_ANCHORS = 10_000;
  private static final int MAX_TEXT = 300;
  private static final int BLOCK_LEVELS = 4;
  private static final Set<String> NAVIGATION = new HashSet<>(DataFile.lines("navigation.txt"));
  private static final Set<String> FILES = new HashSet<>(DataFile.lines("files.txt"));

  private final Document page;
  private final CanonicalUrl at;
  private final Outlet outlet;
  private final CanonicalUrl base;
  private final Map<CanonicalUrl, PageLink> links = new LinkedHashMap<>();

  PageLinks(Document page, CanonicalUrl at, Outlet outlet) {
    this.page = page;
    this.at = at;
    this.outlet = outlet;
    this.base = base();
    anchors().forEach(this::note);
  }

  static boolean isSelector(String css) {
    try {
      Evaluator parsed = QueryParser.parse(css);
      return parsed != null;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  Collection<PageLink> all() {
    return links.values();
  }

  /** All links, or those below what a selector selects. */
  List<CanonicalUrl> selected(String css) {
    var chosen = new TreeSet<>(java.util.Comparator.comparing(CanonicalUrl::toString));
    for (Element each : page.select(css)) {
      for (Element anchor : each.is("a[href]") ? List.of(each) : each.select("a[href]")) {
        CanonicalUrl url = target(anchor.attr("href"));
        if (url != null) {
          chosen.add(url);
        }
      }
    }
    return links.keySet().stream().filter(chosen::contains).toList();
  }

  List<Element> anchors() {
    return page.select("a[href]").stream().limit(MAX_ANCHORS).toList();
  }

  /** Where a reference on this page leads, or null where that is off the site or nowhere. */
  CanonicalUrl target(String href) {
    try {
      CanonicalUrl url = CanonicalUrl.of(Links.resolve(base, href));
      return outlet.owns(url) ? url : null;
    } catch (Refused e) {
      return null;
    }
  }

  /** A {@code base} that leads to another site is not believed. */
  private CanonicalUrl base() {
    Element declared = page.selectFirst("base[href]");
    try {
      CanonicalUrl url =
          declared == null ? at : CanonicalUrl.addressOf(Links.resolve(at, declared.attr("href")));
      return outlet.owns(url) ? url : at;
    } catch (Refused e) {
      return at;
    }
  }

  private void note(Element anchor) {
    CanonicalUrl url = target(anchor.attr("href"));
    if (url == null || url.equals(at) || url.pathAndQuery().equals("/") || isFile(url)) {
      return;
    }
    links
        .computeIfAbsent(url, PageLink::new)
        .seen(textOf(anchor), blockOf(anchor), inNavigation(anchor));
  }

  static boolean isFile(CanonicalUrl url) {
    String path = url.path();
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/')
        && FILES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static String textOf(Element anchor) {
    String text = anchor.text().strip();
    if (text.isEmpty()) {
      text = anchor.attr("title").strip();
    }
    if (text.isEmpty()) {
      Element image = anchor.selectFirst("img[alt]");
      text = image == null ? "" : image.attr("alt").strip();
    }
    return text.substring(0, Math.min(MAX_TEXT, text.length()));
  }

  /** The elements around a link without their places: items of one list look alike. */
  private static String blockOf(Element anchor) {
    var look = new StringBuilder();
    Element each = anchor;
    for (int i = 0; i <= BLOCK_LEVELS && each != null; i++) {
      String style = each.className().strip().replaceFirst("\\s.*", "").replaceAll("[0-9]+", "");
      look.append(each.normalName()).append('.').append(style).append('<');
      each = each.parent();
    }
    return look.toString();
  }

  private static boolean inNavigation(Element anchor) {
    for (Element each = anchor; each != null; each = each.parent()) {
      String tag = each.normalName();
      if (tag.equals("article") || tag.equals("main")) {
        return false;
      }
      if (tag.equals("nav") || tag.equals("footer") || tag.equals("header")) {
        return true;
      }
      if (!tag.equals("body") && !tag.equals("html") && namesNavigation(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesNavigation(Element element) {
    String names = element.id() + " " + element.className();
    if (names.length() < 3 || names.length() > MAX_TEXT) {
      return false;
    }
    for (String name : names.split("\\s+")) {
      String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
      for (String word : spaced.split("[-_ ]+")) {
        if (NAVIGATION.contains(word.replaceAll("[0-9]+$", ""))) {
          return true;
        }
      }
    }
    return false;
  }
}
