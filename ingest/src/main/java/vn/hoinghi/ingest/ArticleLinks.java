package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which links of a page lead to articles, where nobody said so. Two things repeat on a page that
 * lists articles: the shape of their addresses and the look of the items, and in both the link
 * carries a headline. So the shape that most headlines outside of navigation have is the articles';
 * others join it that stand in items of the same look. Where no address tells anything, the looks
 * decide alone. What has pages below its own address is a section.
 */
final class ArticleLinks {
  private static final int ENOUGH = 3;
  private static final int SHARE = 5;
  private static final Set<String> NO_ARTICLES = new HashSet<>(DataFile.lines("no-articles.txt"));

  private final List<PageLink> candidates = new ArrayList<>();
  private final Map<String, Integer> headlinesOfShape = new HashMap<>();
  private final Map<String, Integer> headlinesOfBlock = new HashMap<>();
  private final Set<String> blocksOfArticles = new HashSet<>();
  private final Set<String> parents;

  private ArticleLinks(Iterable<PageLink> links) {
    this.parents = parents(links);
    for (PageLink link : links) {
      if (!link.aside() && !isSection(link.url, parents) && !isList(link.url)) {
        candidates.add(link);
        if (link.headline()) {
          headlinesOfShape.merge(link.shape.template(), 1, Integer::sum);
          link.blocks.forEach(block -> headlinesOfBlock.merge(block, 1, Integer::sum));
        }
      }
    }
  }

  /** The addresses in the page's order. */
  static Set<CanonicalUrl> of(Iterable<PageLink> links) {
    return new ArticleLinks(links).articles();
  }

  private Set<CanonicalUrl> articles() {
    String main = mainShape();
    for (PageLink link : candidates) {
      if (link.headline() && link.shape.template().equals(main)) {
        blocksOfArticles.addAll(link.blocks);
      }
    }
    var articles = new LinkedHashSet<CanonicalUrl>();
    for (PageLink link : candidates) {
      if (main == null ? looksLikeOne(link) : isOneOf(main, link)) {
        articles.add(link.url);
      }
    }
    return articles;
  }

  /** Null where no shape that tells anything has enough headlines. */
  private String mainShape() {
    String main = null;
    for (PageLink link : candidates) {
      String shape = link.shape.template();
      if (link.shape.specific() && headlines(shape) >= ENOUGH) {
        main = main == null || headlines(shape) > headlines(main) ? shape : main;
      }
    }
    return main;
  }

  private boolean isOneOf(String main, PageLink link) {
    String shape = link.shape.template();
    if (shape.equals(main)) {
      return true;
    }
    return link.headline()
        && link.shape.specific()
        && (headlines(shape) >= Math.max(ENOUGH, headlines(main) / SHARE)
            || link.blocks.stream().anyMatch(blocksOfArticles::contains));
  }

  private boolean looksLikeOne(PageLink link) {
    return link.headline()
        && link.blocks.stream().anyMatch(block -> headlinesOfBlock.get(block) >= ENOUGH);
  }

  private int headlines(String shape) {
    return headlinesOfShape.getOrDefault(shape, 0);
  }

  /** Lists by their own words: tags, authors, search, pages of a list. */
  static boolean isList(CanonicalUrl url) {
    return Arrays.stream(url.path().split("/")).anyMatch(NO_ARTICLES::contains);
  }

  /** Whether others stand below it. */
  static boolean isSection(CanonicalUrl url, Set<String> parents) {
    return parents.contains(stem(url));
  }

  /** Below which addresses the links of a page stand, without the site itself. */
  static Set<String> parents(Iterable<PageLink> links) {
    var parents = new HashSet<String>();
    for (PageLink link : links) {
      // a slash at the end of an address makes no section of it
      String path = link.url.path().replaceFirst("(?<!/)/++$", "");
      for (int at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
        parents.add(link.url.host() + path.substring(0, at));
      }
    }
    return parents;
  }

  /** An address without its query and ending: {@code /tin.html} stands for what is in /tin/. */
  private static String stem(CanonicalUrl url) {
    String path = url.path().replaceFirst("(?<!/)/++$", "");
    int dot = path.lastIndexOf('.');
    return url.host() + (dot > path.lastIndexOf('/') ? path.substring(0, dot) : path);
  }
}
