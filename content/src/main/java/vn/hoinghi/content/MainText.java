package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of the article from the headline to the end of its box, without what stands among them
 * and is no text: dates, tools, captions, boxes of related news, tags. The last short lines, set
 * apart, are the signature. A list heading ends the text where it stands in the text's own box or
 * little text follows; in a box of its own amid the text only that box is left out.
 */
final class MainText {
  private static final int MAX_LEAD_GAP = 60;
  private static final int MAX_SIGNATURES = 3;
  private static final int SHORT = 60;

  /** The author as the date line names one, or null. */
  String nameBeforeDate;

  private final Outline page;
  private final LineKinds kinds;
  private final Headline headline;
  private final Box main;
  private final String headlineKey;
  private final SignatureLines signing;

  final List<Block> paragraphs = new ArrayList<>();
  final List<Block> signatures = new ArrayList<>();

  MainText(Outline page, LineKinds kinds, Headline headline, Box main) {
    this.page = page;
    this.kinds = kinds;
    this.headline = headline;
    this.main = main;
    this.headlineKey = Words.key(headline.text());
    this.signing = new SignatureLines(kinds);
    collect();
    cutBehindSource();
    takeSignatures();
    signatureBehind();
  }

  /** Index of the first line of running text in the box, or of its first line. */
  static int firstProse(Outline page, Box main, int anchor) {
    int from = anchor < main.endBlock ? Math.max(main.firstBlock, anchor + 1) : main.firstBlock;
    for (int i = from; i < main.endBlock; i++) {
      Block block = page.blocks.get(i);
      if (block.isProse() && block.style.heading() != 1) {
        return i;
      }
    }
    return Math.min(from, page.blocks.size() - 1);
  }

  /** Index of the first line of the text, or the given one where there is none. */
  int firstIndex(int otherwise) {
    return paragraphs.isEmpty() ? otherwise : paragraphs.get(0).index;
  }

  /** The last paragraph, or an empty one. */
  String last() {
    return paragraphs.isEmpty() ? "" : paragraphs.get(paragraphs.size() - 1).text;
  }

  private void collect() {
    Set<String> seen = new HashSet<>();
    boolean skipping = false;
    int i = start();
    while (i < main.endBlock) {
      Block block = page.blocks.get(i);
      boolean end = kinds.heads(block, Label.END);
      if (end || kinds.heads(block, Label.ASIDE) || kinds.introduces(block, Label.ASIDE)) {
        Box own = ownBox(block);
        int next = own == null ? i + 1 : own.endBlock;
        if (end && !paragraphs.isEmpty() && (own == null || littleAfter(next))) {
          return;
        }
        skipping = own == null;
        i = next;
        continue;
      }
      skipping &= !block.isProse();
      if (!skipping && isText(block) && !repeatsHeadline(block) && seen.add(block.text)) {
        paragraphs.add(block);
      }
      i++;
    }
  }

  /** Numbers alone are counters, except in the cells of a table. */
  private boolean isPageTool(Block block) {
    boolean cell = block.box.is(Tags.CELL);
    return kinds.isTools(block) && !(cell && !paragraphs.isEmpty() && kinds.isNumbers(block));
  }

  private boolean repeatsHeadline(Block block) {
    return block.text.length() <= headline.text().length() + 20
        && Words.key(block.text).equals(headlineKey);
  }

  private int start() {
    int after = headline.block() + 1;
    boolean near = after > 0 && after <= main.endBlock && main.firstBlock - after <= MAX_LEAD_GAP;
    return near ? after : main.firstBlock;
  }

  /** The largest box around the line that is a small part of the text's box. */
  private Box ownBox(Block block) {
    Box own = null;
    for (Box at = block.box; at != null && at != main; at = at.parent) {
      if (at.depth > main.depth
          && at.prose * 4 <= main.prose
          && at.textChars * 2 <= main.textChars) {
        own = at;
      }
    }
    return own;
  }

  private boolean littleAfter(int next) {
    return page.proseBetween(next, main.endBlock) * 5 < main.prose;
  }

  private boolean isText(Block block) {
    if (block.box.aside
        || block.caption
        || block.stock
        || block.mostlyLink()
        || isPageTool(block)) {
      return false;
    }
    if (block.text.startsWith(">>") || block.text.startsWith("»")) {
      return false;
    }
    if (kinds.clock(block) != null) {
      if (nameBeforeDate == null && paragraphs.isEmpty()) {
        nameBeforeDate = signing.nameInDateLine(block.text);
      }
      return false;
    }
    if (!paragraphs.isEmpty() || block.isProse() || block.hinted(Hint.LEAD)) {
      return true;
    }
    if (block.hinted(Hint.AUTHOR)) {
      signatures.add(block);
      return false;
    }
    boolean beforeText = block.index < main.firstBlock || block.hinted(Hint.DATE);
    return !kinds.isSection(block) && !(beforeText && block.text.length() < SHORT);
  }

  /** Behind the line that signs the text, short lines are the page's, not the article's. */
  private void cutBehindSource() {
    int last = paragraphs.size() - 1;
    while (last > 0
        && (!paragraphs.get(last).isProse() || signing.isLabelled(paragraphs.get(last)))) {
      last--;
    }
    for (int i = last + 1; i < paragraphs.size(); i++) {
      if (signing.isLabelled(paragraphs.get(i))) {
        paragraphs.subList(i + 1, paragraphs.size()).removeIf(b -> !signing.isName(b));
        return;
      }
    }
  }

  private void takeSignatures() {
    for (int n = 0; n < MAX_SIGNATURES && paragraphs.size() > 1; n++) {
      Block last = paragraphs.get(paragraphs.size() - 1);
      if (!signing.isSignature(last)) {
        return;
      }
      signatures.add(last);
      paragraphs.remove(paragraphs.size() - 1);
    }
  }

  /** A signature set outside the text's box, right behind it. */
  private void signatureBehind() {
    int end = Math.min(main.endBlock + 2, page.blocks.size());
    for (int i = main.endBlock; i < end; i++) {
      Block block = page.blocks.get(i);
      boolean apart = block.style.align() == 2 || block.hinted(Hint.AUTHOR);
      if (!block.box.aside
          && apart
          && signing.isShort(block)
          && !block.mostlyLink()
          && !kinds.isTools(block)) {
        signatures.add(block);
      }
    }
  }
}
