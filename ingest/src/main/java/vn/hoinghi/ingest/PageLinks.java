package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/**
 * The links of a page that stay on its site, one for each address, in the order in which they first
 * stand: with the text that leads there, the look of the place and whether that place is
 * navigation. Links to files, to the page itself and to the home page are none.
 */
final class PageLinks {
  private static final int MAX_ANCHORS = 5_000;
  private static final int MAX_TEXT = 300;
  private static final int MAX_NODES = 200;
  private static final int BLOCK_LEVELS = 4;
  private static final Set<String> NAVIGATION = new HashSet<>(DataFile.lines("navigation.txt"));
  private static final Set<String> FILES = new HashSet<>(DataFile.lines("files.txt"));

  private final Document page;
  private final CanonicalUrl at;
  private final Outlet outlet;
  private final CanonicalUrl base;
  private final List<Element> anchors;
  private final Map<CanonicalUrl, PageLink> links = new LinkedHashMap<>();
  private final Map<String, Optional<CanonicalUrl>> targets = new HashMap<>();
  private final IdentityHashMap<Element, Boolean> navigation = new IdentityHashMap<>();

  PageLinks(Document page, CanonicalUrl at, Outlet outlet) {
    this.page = page;
    this.at = at;
    this.outlet = outlet;
    this.base = base();
    this.anchors = page.select("a[href]").stream().limit(MAX_ANCHORS).toList();
    anchors.forEach(this::note);
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
    return anchors;
  }

  /** Where a reference on this page leads, or null where that is off the site or nowhere. */
  CanonicalUrl target(String href) {
    return targets.computeIfAbsent(href, this::resolved).orElse(null);
  }

  private Optional<CanonicalUrl> resolved(String href) {
    try {
      CanonicalUrl url = CanonicalUrl.of(Links.resolve(base, href));
      return outlet.owns(url) ? Optional.of(url) : Optional.empty();
    } catch (Refused e) {
      return Optional.empty();
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
    var words = new LinkText();
    anchor.filter(words);
    String title = anchor.attr("title");
    String text = words.text().isEmpty() ? (title.isBlank() ? words.alt() : title) : words.text();
    return text.strip().substring(0, Math.min(MAX_TEXT, text.strip().length()));
  }

  /** The words in a link, as far as a link is sensibly long, and what its picture says. */
  private static final class LinkText implements NodeFilter {
    private final StringBuilder text = new StringBuilder();
    private String alt = "";
    private int nodes;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.text()).append(' ');
      } else if (node instanceof Element element && element.normalName().equals("img")) {
        alt = alt.isEmpty() ? element.attr("alt") : alt;
      }
      return ++nodes > MAX_NODES || text.length() > MAX_TEXT
          ? FilterResult.STOP
          : FilterResult.CONTINUE;
    }

    String text() {
      return text.toString().replaceAll("\\s+", " ").strip();
    }

    String alt() {
      return alt;
    }
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

  /** Asked of each element once: what stands around a thousand links is the same for all. */
  private boolean inNavigation(Element anchor) {
    var path = new ArrayList<Element>();
    Element each = anchor;
    while (each != null && !navigation.containsKey(each)) {
      path.add(each);
      each = each.parent();
    }
    boolean within = each != null && navigation.get(each);
    for (int i = path.size() - 1; i >= 0; i--) {
      within = isNavigation(path.get(i), within);
      navigation.put(path.get(i), within);
    }
    return within;
  }

  private static boolean isNavigation(Element element, boolean within) {
    return switch (element.normalName()) {
      case "article", "main", "body", "html", "#root" -> false;
      case "nav", "footer" -> true;
      case "header" -> within || element.closest("article") == null;
      default -> within || (namesNavigation(element) && !holdsThePage(element));
    };
  }

  /** What lies around the whole page is at times named after the menu that it makes room for. */
  private static boolean holdsThePage(Element element) {
    return element.selectFirst("main, article") != null;
  }

  private static boolean namesNavigation(Element element) {
    String names = element.id() + " " + element.className();
    if (names.length() < 3 || names.length() > MAX_TEXT) {
      return false;
    }
    for (String name : names.split("\\s+", -1)) {
      String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
      for (String word : spaced.split("[-_ ]+", -1)) {
        if (NAVIGATION.contains(word.replaceFirst("(?<![0-9])[0-9]++$", ""))) {
          return true;
        }
      }
    }
    return false;
  }
}
