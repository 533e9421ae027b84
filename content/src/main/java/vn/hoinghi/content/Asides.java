package vn.hoinghi.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What on a page is not the article, as far as names, headings and repetition tell. Names such as
 * "comments" stand on the boxes of tools, but also on the page's own body ("has-sidebar",
 * "tag-..."): a box that holds most of the running text or the headline is believed less than its
 * text. A box whose first line is a stock heading ("Tin liên quan") is what the heading says.
 */
final class Asides {
  private static final int REPEATS = 3;
  private static final int ENOUGH = 100;
  private static final int NEAR = 6;
  private static final int MIN_TEASER = 20;

  private Asides() {}

  /**
   * Settles it for every box and line.
   *
   * @param anchor the line that is most surely the headline, or -1
   */
  static void settle(Outline page, LineKinds kinds, int anchor) {
    markStock(page.blocks, kinds);
    page.sumProse();
    boolean[] headed = new boolean[page.boxes.size()];
    for (Block block : page.blocks) {
      if (kinds.heads(block, Label.END) || kinds.heads(block, Label.ASIDE)) {
        Box box = headedBy(page, block, anchor);
        if (box != null) {
          headed[box.index] = true;
        }
      }
    }
    markTeasers(page, headed, anchor);
    int all = page.boxes.get(0).prose;
    for (Box box : page.boxes) {
      boolean named = box.has(Hint.ASIDE) || box.is(Tags.ASIDE);
      boolean believed =
          named && box.prose * 2 <= all && !contains(box, anchor) && !standsAtHeadline(box, anchor);
      box.aside = believed || headed[box.index] || (box.parent != null && box.parent.aside);
    }
    page.sumProse();
  }

  /**
   * A small box that begins with a linked line and goes on with some text is the teaser of another
   * article. Where most of the page is such boxes, it is a list and they are its text.
   */
  private static void markTeasers(Outline page, boolean[] aside, int anchor) {
    boolean[] teaser = new boolean[aside.length];
    int all = page.boxes.get(0).prose;
    int sum = 0;
    for (Block block : page.blocks) {
      if (block.mostlyLink() && block.text.length() >= MIN_TEASER) {
        Box box = block.box;
        for (int i = 0; i < 3 && box.parent != null && box.endBlock - box.firstBlock < 2; i++) {
          box = box.parent;
        }
        boolean small = box.endBlock - box.firstBlock <= 4 && box.prose * 10 <= all * 3;
        boolean first = box.firstBlock == block.index && !contains(box, anchor);
        if (small && first && box.prose > 0 && !teaser[box.index]) {
          teaser[box.index] = true;
          sum += box.prose;
        }
      }
    }
    if (sum * 2 <= all) {
      for (int i = 0; i < aside.length; i++) {
        aside[i] |= teaser[i];
      }
    }
  }

  /** The largest box of which the line is the first, short of the page and of the headline's. */
  private static Box headedBy(Outline page, Block heading, int anchor) {
    int all = page.boxes.get(0).prose;
    boolean looksIt =
        heading.style.heading() > 0 || heading.style.bold() || heading.hinted(Hint.TITLE);
    boolean textBefore = anchor >= 0 && page.proseBetween(anchor, heading.index) > ENOUGH;
    int share = looksIt && textBefore ? 1 : 2;
    Box largest = null;
    for (Box at = heading.box; at != null && at.firstBlock == heading.index; at = at.parent) {
      boolean some = at.endBlock - at.firstBlock > 1;
      if (some && !contains(at, anchor) && at.prose * share <= all) {
        largest = at;
      }
    }
    return largest;
  }

  /** Text right below the headline is the article's even in a box with an odd name. */
  private static boolean standsAtHeadline(Box box, int anchor) {
    return anchor >= 0
        && box.firstBlock > anchor
        && box.firstBlock <= anchor + NEAR
        && box.prose > 2 * ENOUGH
        && box.linkChars * 4 < box.textChars;
  }

  private static boolean contains(Box box, int line) {
    return line >= box.firstBlock && line < box.endBlock;
  }

  private static void markStock(List<Block> blocks, LineKinds kinds) {
    Map<String, Integer> counts = new HashMap<>();
    for (Block block : blocks) {
      if (Block.prose(block.text, block.style.linkChars()) > 0) {
        counts.merge(block.text, 1, Integer::sum);
      }
    }
    for (Block block : blocks) {
      Integer count = counts.get(block.text);
      block.stock = count != null && (count >= REPEATS || kinds.isImprint(block.text));
    }
  }
}
