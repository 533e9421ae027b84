package vn.hoinghi.enrich.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A page as its reader sees it: lines in order, the boxes around them, what the page declares. */
final class Outline {
  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();
  final Declared declared = new Declared();

  /** A point in time that an element carries in an attribute, with the line it stands before. */
  record Stamp(String value, int block, Box box, boolean published) {}

  final List<Stamp> stamps = new ArrayList<>();

  /** The deepest level seen; at the parser's limit the page has lost its shape. */
  int depth;

  /**
   * Names such as "comments" stand on the boxes of tools, but also on the page's own body
   * ("has-sidebar", "tag-..."): a box that holds most of the running text or the main heading is
   * believed less than its text.
   */
  void settleAsides() {
    if (boxes.isEmpty()) {
      return;
    }
    int all = boxes.get(0).prose;
    Set<String> asideTags = Set.of("nav", "aside", "footer", "amp-sidebar", "dialog", "menu");
    for (Box box : boxes) {
      boolean named = box.has(Hint.ASIDE) || asideTags.contains(box.tag);
      boolean believed = named && box.prose * 2 <= all && !holdsMainHeading(box);
      box.aside = believed || (box.parent != null && box.parent.aside);
    }
  }

  private boolean holdsMainHeading(Box box) {
    if (box.endBlock - box.firstBlock < 2) {
      return false;
    }
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      Block block = blocks.get(i);
      if (block.style.heading() == 1 && block.text.length() > 30 && !block.mostlyLink()) {
        return true;
      }
    }
    return false;
  }
}
