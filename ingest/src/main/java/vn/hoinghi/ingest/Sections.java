package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The sections that a home page leads to: first those below whose address its articles stand, then
 * the entries of its menus. A page that turns out to list nothing costs a visit now and then.
 */
final class Sections {
  private static final int MAX_WORDS = 8;
  private static final int MAX_DEPTH = 3;

  private Sections() {}

  /**
   * @param articles what is none
   * @param max how many at most
   */
  static List<CanonicalUrl> of(Collection<PageLink> links, Set<CanonicalUrl> articles, int max) {
    Set<String> parents = ArticleLinks.parents(links);
    var first = new LinkedHashSet<CanonicalUrl>();
    var rest = new LinkedHashSet<CanonicalUrl>();
    for (PageLink link : links) {
      if (articles.contains(link.url) || ArticleLinks.isList(link.url)) {
        continue;
      }
      if (ArticleLinks.isSection(link.url, parents)) {
        first.add(link.url);
      } else if (isEntry(link)) {
        rest.add(link.url);
      }
    }
    first.addAll(rest);
    var all = new ArrayList<>(first);
    return List.copyOf(all.subList(0, Math.min(max, all.size())));
  }

  private static boolean isEntry(PageLink link) {
    int depth = link.url.path().split("/").length - 1;
    return !link.text().isEmpty()
        && link.words() <= MAX_WORDS
        && depth <= MAX_DEPTH
        && (link.aside() || !link.headline())
        && !link.shape.template().contains("#");
  }
}
