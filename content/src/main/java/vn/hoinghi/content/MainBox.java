package vn.hoinghi.content;

import java.util.List;

/**
 * The box of the article's text: each line of running text speaks for the boxes around it, the
 * nearer the louder, so that the box just around the paragraphs wins over the page that also holds
 * its neighbours. Names such as {@code articleBody} weigh in, but text decides.
 */
final class MainBox {
  private static final int LEVELS = 7;
  private static final int MAX_HEADLINE = 320;

  /** With fewer characters of running text the headline says better where the article is. */
  private static final int LITTLE = 100;

  private MainBox() {}

  /** The box, or null where the page has no line at all. */
  static Box find(Outline page, int anchor) {
    Box best = null;
    long bestWeight = 0;
    long[] weights = new long[page.boxes.size()];
    for (Block block : page.blocks) {
      long share = block.prose() * (block.index < anchor ? 250L : 1000L);
      Box at = block.box;
      for (int i = 0; i < LEVELS && at != null && share > 0; at = at.parent) {
        if (!isParagraph(at)) {
          weights[at.index] += share;
          share = share * 4 / 5;
          i++;
        }
      }
    }
    for (Box box : page.boxes) {
      long weight = weights[box.index] * trust(box) / 10;
      weight = anchor >= 0 && box.endBlock <= anchor ? weight / 4 : weight;
      if (weight > bestWeight) {
        bestWeight = weight;
        best = box;
      }
    }
    if (bestWeight < LITTLE * 1000L && anchor >= 0) {
      return around(page.blocks.get(anchor));
    }
    return best == null && !page.boxes.isEmpty() ? page.boxes.get(0) : best;
  }

  /** A box around one line is that line, not the article's box. */
  private static boolean isParagraph(Box box) {
    return box.parent != null && (box.endBlock - box.firstBlock <= 1 || box.is(Tags.PARAGRAPH));
  }

  /** The smallest box that holds the headline and something behind it. */
  private static Box around(Block headline) {
    Box at = headline.box;
    while (at.parent != null && at.endBlock <= headline.index + 3) {
      at = at.parent;
    }
    return at;
  }

  /** A line set as a heading with a date line behind it. */
  private static int datedHeading(Outline page, SiteTitle site, LineKinds kinds) {
    for (int i = 0; i + 1 < page.blocks.size(); i++) {
      Block block = page.blocks.get(i);
      boolean set = block.style.heading() > 0 || block.style.large() || block.hinted(Hint.TITLE);
      boolean fits =
          block.text.length() > 20 && block.text.length() <= MAX_HEADLINE && !block.mostlyLink();
      if (set
          && fits
          && kinds.clock(page.blocks.get(i + 1)) != null
          && !site.isNoHeadline(block.text)) {
        return i;
      }
    }
    return -1;
  }

  /** A cheap look before the costly one. */
  private static boolean startsAlike(String text, String key) {
    char first = Words.plain(text.charAt(0));
    return first == 0 || first == key.charAt(0);
  }

  private static int trust(Box box) {
    if (box.aside) {
      return 1;
    }
    return box.articleBody ? 25 : box.has(Hint.BODY) ? 14 : 10;
  }

  /** The line that is most surely the headline before the text is known, or -1. */
  static int anchor(Outline page, SiteTitle site, LineKinds kinds) {
    List<String> declared = page.declared.headlines;
    String title =
        Words.key(declared.isEmpty() ? site.headline(page.declared.title) : declared.get(0));
    int heading = -1;
    int match = -1;
    for (Block block : page.blocks) {
      boolean fits =
          block.text.length() > 20 && block.text.length() <= MAX_HEADLINE && !block.mostlyLink();
      boolean mainHeading = fits && block.style.heading() == 1;
      if (fits
          && title.length() > 20
          && startsAlike(block.text, title)
          && title.startsWith(Words.key(block.text))) {
        if (mainHeading) {
          return block.index;
        }
        match = match < 0 ? block.index : match;
      } else if (mainHeading && heading < 0 && !site.isNoHeadline(block.text)) {
        heading = block.index;
      }
    }
    if (match >= 0 || heading >= 0) {
      return match >= 0 ? match : heading;
    }
    return datedHeading(page, site, kinds);
  }
}
