package vn.hoinghi.enrich.content;

import java.util.List;

/** Judges single lines by the stock phrases in them: date lines, tools, list headings, bylines. */
final class LineKinds {
  /** A longer line is a paragraph, whatever it begins with. */
  private static final int MAX_LINE = 320;

  private static final int MAX_CLOCK = 140;
  private static final int MAX_NOTICE = 250;
  private static final int MAX_HEADING = 80;
  private static final int MAX_LABEL_WORDS = 9;
  private static final int MAX_TOOL_WORDS = 30;
  private static final int MAX_LINE_WORDS = 40;

  /** One unknown word in so many does not make a row of tools a sentence. */
  private static final int FEW_STRANGERS = 8;

  private static final int TOOL_WORDS =
      Label.TOOL.bit() | Label.CLOCK.bit() | Label.LINE.bit() | Label.PUBLISHED.bit();
  private static final int CLOCK_WORDS = TOOL_WORDS | Label.OTHER_DATE.bit() | Label.SECTION.bit();

  private final Labels labels;
  private final String[] imprint =
      RuleTable.read("imprint.tsv").stream().map(cells -> cells[1]).toArray(String[]::new);

  LineKinds(Labels labels) {
    this.labels = labels;
  }

  Labels labels() {
    return labels;
  }

  /** The publication time that a line consists of, or null where it is no such line. */
  Clock clock(Block block) {
    String text = block.text;
    if (text.length() > MAX_CLOCK || !hasDigit(text)) {
      return null;
    }
    Clock any = Clock.in(text);
    if (any == null) {
      return null;
    }
    int allowed = block.hinted(Hint.DATE) ? 8 : any.time() != null ? 5 : 3;
    boolean few = labels.strangers(block.words(), CLOCK_WORDS, allowed + 1) <= allowed;
    return few ? publishedClock(text, any) : null;
  }

  /** The date behind a label that says "published", else the first that no other label claims. */
  private Clock publishedClock(String text, Clock any) {
    boolean other = false;
    for (int i = 0; i < text.length(); i++) {
      if (Words.plain(text.charAt(i)) == 0 || (i > 0 && Words.plain(text.charAt(i - 1)) != 0)) {
        continue;
      }
      List<String> words = Words.of(text.substring(i), MAX_LABEL_WORDS);
      if (labels.wordsAt(words, 0, Label.PUBLISHED.bit()) > 0) {
        Clock published = Clock.in(text, i);
        if (published != null) {
          return published;
        }
      }
      other |= labels.wordsAt(words, 0, Label.OTHER_DATE.bit()) > 0;
    }
    return other ? null : any;
  }

  /** Whether the line is made of tools, counters and dates alone. */
  boolean isTools(Block block) {
    if (block.text.length() > MAX_LINE) {
      return false;
    }
    List<String> words = block.words();
    int few = words.size() / FEW_STRANGERS;
    if (words.size() <= MAX_TOOL_WORDS && labels.strangers(words, TOOL_WORDS, few + 1) <= few) {
      return true;
    }
    int lead = labels.wordsAt(words, 0, Label.LINE.bit());
    return lead > 0 && words.size() <= MAX_LINE_WORDS && colonAfter(block.text, lead);
  }

  /** Whether the line is made of numbers and words of dates alone, without any tool. */
  boolean isNumbers(Block block) {
    return !block.words().isEmpty()
        && labels.strangers(block.words(), Label.CLOCK.bit(), 1) == 0
        && clock(block) == null;
  }

  /** Whether the line is an imprint or a copyright notice. */
  boolean isImprint(String text) {
    int found = 0;
    for (String phrase : imprint) {
      found += text.contains(phrase) ? 1 : 0;
    }
    return found >= 3 || (found == 2 && text.length() < MAX_NOTICE) || text.startsWith("©");
  }

  /** Whether the line heads something of the given kind: the label alone, or with a count. */
  boolean heads(Block block, Label label) {
    if (block.text.length() > MAX_HEADING) {
      return false;
    }
    List<String> words = block.words();
    int from = !words.isEmpty() && words.get(0).equals("co") ? 1 : 0;
    while (from < words.size() && isNumber(words.get(from))) {
      from++;
    }
    if (words.size() > MAX_LABEL_WORDS + from) {
      return false;
    }
    int n = labels.wordsAt(words, from, label.bit());
    return n > 0 && words.subList(from + n, words.size()).stream().allMatch(LineKinds::isNumber);
  }

  /** Whether the line begins with a label of the kind and a colon ("Xem thêm: ..."). */
  boolean introduces(Block block, Label label) {
    int n = block.text.length() > MAX_LINE ? 0 : labels.wordsAt(block.words(), 0, label.bit());
    return n > 0 && colonAfter(block.text, n);
  }

  /** Whether a label of the kind stands anywhere in the line. */
  boolean mentions(Block block, Label label) {
    List<String> words = block.words();
    for (int i = 0; i < words.size(); i++) {
      if (labels.wordsAt(words, i, label.bit()) > 0) {
        return true;
      }
    }
    return false;
  }

  boolean isSection(Block block) {
    return block.text.length() <= MAX_CLOCK && labels.is(block.words(), Label.SECTION);
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /** Whether a colon, or nothing more, follows the first words. */
  static boolean colonAfter(String text, int words) {
    int seen = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Words.plain(text.charAt(i)) != 0;
      if (inWord && !letter && ++seen == words) {
        String rest = text.substring(i).strip();
        return rest.isEmpty() || rest.startsWith(":");
      }
      inWord = letter;
    }
    return true;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
