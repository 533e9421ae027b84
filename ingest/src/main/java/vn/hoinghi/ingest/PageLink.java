package vn.hoinghi.ingest;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a page says of one address in all the links that lead there. */
final class PageLink {
  private static final int HEADLINE_WORDS = 5;
  private static final int HEADLINE_CHARS = 20;

  final CanonicalUrl url;
  final UrlShape shape;

  /** The looks of its places: the same for all items of a list. */
  final Set<String> blocks = new LinkedHashSet<>();

  private String text = "";
  private boolean aside = true;

  PageLink(CanonicalUrl url) {
    this.url = url;
    this.shape = UrlShape.of(url);
  }

  /** One more place at which it is linked. */
  void seen(String words, String block, boolean inNavigation) {
    text = words.length() > text.length() ? words : text;
    aside &= inNavigation;
    blocks.add(block);
  }

  /** The longest of its texts. */
  String text() {
    return text;
  }

  int words() {
    return text.isEmpty() ? 0 : text.split("\\s+").length;
  }

  /** Whether it stands in menus, crumbs and footers only. */
  boolean aside() {
    return aside;
  }

  /** Whether a text that leads there is as long as headlines are and names of sections are not. */
  boolean headline() {
    return text.length() >= HEADLINE_CHARS && words() >= HEADLINE_WORDS;
  }
}
