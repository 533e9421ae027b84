package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The headline stands where readers look for it, but no one mark tells it: h1 may be the site's
 * name, title the section's. So every line before the text is weighed by how it is set, what stands
 * behind it, and how it agrees with what the page declares and with its address.
 *
 * @param text the headline; empty where there is none
 * @param block index of its line, or -1 where it is only declared
 */
record Headline(String text, int block) {
  private static final int MAX_CHARS = 300;
  private static final int MAX_WORDS = 60;
  private static final int MIN_SCORE = 3;

  /** What speaks for a line: it is declared, it stands in the address, a date stands below it. */
  private static final int AGREES = 10;

  private static final int ADDRESSED = 5;
  private static final int DATED = 3;
  private static final int MIN_MATCH_CHARS = 20;

  /** Finds it among the lines before the given one, the first of the running text. */
  static Headline find(Outline page, LineKinds kinds, SiteTitle site, String url, int end) {
    List<String> declared = declared(page, site);
    List<String> keys = declared.stream().map(Words::key).toList();
    Set<String> slug = new HashSet<>(Words.of(url == null ? "" : url, 60));
    Block best = null;
    int bestScore = Integer.MIN_VALUE;
    for (int i = Math.min(end, page.blocks.size() - 1); i >= 0; i--) {
      Block block = page.blocks.get(i);
      if (block.text.length() > MAX_CHARS || block.caption || isMenu(block)) {
        continue;
      }
      int score = look(block) + place(block, end);
      if (score + AGREES + ADDRESSED + DATED <= bestScore) {
        continue; // whatever else speaks for it, a line further down is better
      }
      score += agrees(block, keys) ? AGREES : 0;
      score += isDated(page, kinds, i) ? DATED : 0;
      if (score + ADDRESSED <= bestScore) {
        continue;
      }
      score += inAddress(block, slug) ? ADDRESSED : 0;
      score += score > bestScore ? content(block, kinds, site) : 0;
      if (score > bestScore) {
        bestScore = score;
        best = block;
      }
    }
    if (best != null && bestScore >= MIN_SCORE) {
      return new Headline(tidy(best.text, declared, site, kinds), best.index);
    }
    if (!declared.isEmpty()) {
      return new Headline(declared.get(0), -1);
    }
    return best == null ? new Headline("", -1) : new Headline(best.text, best.index);
  }

  /**
   * In a text file the first line is the headline, unless it is only a section's name, a date or a
   * tool.
   */
  static Headline ofPlainText(Outline page, LineKinds kinds) {
    for (Block block : page.blocks) {
      boolean other = kinds.isSection(block) || kinds.isTools(block) || kinds.clock(block) != null;
      if (!other) {
        return new Headline(block.text, block.index);
      }
    }
    return new Headline("", -1);
  }

  private static List<String> declared(Outline page, SiteTitle site) {
    List<String> declared = new ArrayList<>();
    List<String> all = new ArrayList<>(page.declared.headlines);
    all.add(page.declared.title);
    for (String title : all) {
      String headline = site.headline(title);
      if (!headline.isEmpty()) {
        declared.add(headline);
      }
    }
    return declared;
  }

  private static int look(Block block) {
    int heading = block.style.heading();
    int score = heading == 0 ? 0 : heading <= 4 ? 6 - heading : 1;
    score += block.hinted(Hint.TITLE) ? 3 : 0;
    score += block.style.large() ? 2 : 0;
    score += block.style.bold() ? 1 : 0;
    return block.mostlyLink() ? score - 3 : score;
  }

  private static int place(Block block, int end) {
    int score = block.box.aside ? -6 : 0;
    score += inBanner(block.box) ? -5 : 0;
    return score + (end - block.index <= 4 ? 2 : 0);
  }

  /** Whether one of the next two lines is a date line. */
  private static boolean isDated(Outline page, LineKinds kinds, int line) {
    for (int i = line + 1; i <= Math.min(line + 2, page.blocks.size() - 1); i++) {
      if (kinds.clock(page.blocks.get(i)) != null) {
        return true;
      }
    }
    return false;
  }

  private static int content(Block block, LineKinds kinds, SiteTitle site) {
    if (kinds.isTools(block) || kinds.clock(block) != null) {
      return -20;
    }
    int score = site.isNoHeadline(block.text) ? -10 : 0;
    score -= kinds.heads(block, Label.END) ? 10 : 0;
    score -= kinds.heads(block, Label.ASIDE) ? 10 : 0;
    score -= block.text.length() < 12 ? 3 : 0;
    score -= block.text.endsWith(".") && !block.text.endsWith("...") ? 2 : 0;
    return score - (block.text.length() > 200 ? 3 : 0);
  }

  private static boolean inBanner(Box box) {
    Box at = box;
    for (int i = 0; i < 4 && at != null; i++, at = at.parent) {
      if (at.has(Hint.BANNER)) {
        return true;
      }
    }
    return false;
  }

  /** Links without any look of a heading: most lines of most pages. */
  private static boolean isMenu(Block block) {
    return block.mostlyLink() && block.style.heading() == 0 && !block.hinted(Hint.TITLE);
  }

  private static boolean agrees(Block block, List<String> declared) {
    char first = Words.plain(block.text.charAt(0));
    boolean alike = first == 0;
    for (String other : declared) {
      alike |= !other.isEmpty() && other.charAt(0) == first;
    }
    if (!alike) {
      return false;
    }
    String key = String.join(" ", Words.of(block.text, MAX_WORDS));
    for (String other : declared) {
      boolean longer = key.length() >= MIN_MATCH_CHARS && other.startsWith(key + " ");
      boolean cut = other.length() >= MIN_MATCH_CHARS && key.startsWith(other);
      if (!key.isEmpty() && (key.equals(other) || longer || cut)) {
        return true;
      }
    }
    return false;
  }

  /** Whether most words of the line stand in the page's address, as in most Vietnamese ones. */
  private static boolean inAddress(Block block, Set<String> slug) {
    if (slug.size() < 6) {
      return false;
    }
    List<String> words = Words.of(block.text, MAX_WORDS);
    if (words.size() < 4) {
      return false;
    }
    long hits = words.stream().filter(slug::contains).count();
    return hits * 10 >= words.size() * 7L;
  }

  private static String tidy(String text, List<String> declared, SiteTitle site, LineKinds kinds) {
    String headline = text;
    if (text.endsWith("...") || text.endsWith("…")) {
      String stem = Words.key(text);
      headline =
          declared.stream().filter(d -> Words.key(d).startsWith(stem)).findFirst().orElse(text);
    }
    int open = headline.endsWith(")") ? headline.lastIndexOf('(') : -1;
    if (open > 0 && isClock(headline.substring(open), kinds)) {
      headline = headline.substring(0, open).strip();
    }
    String bare = site.headline(headline);
    return bare.isEmpty() ? headline : bare;
  }

  private static boolean isClock(String text, LineKinds kinds) {
    return kinds.clock(new Block(0, text, null, null, Block.Style.PLAIN)) != null;
  }
}
