package vn.hoinghi.enrich.content;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges single lines by the stock phrases in them: date lines, tools, list headings, bylines. */
final class LineKinds {
  private static final int MAX_CLOCK = 140;
  private static final int MAX_NOTICE = 250;
  private static final int MAX_LABEL_WORDS = 9;
  private static final int MAX_TOOL_WORDS = 30;
  private static final int MAX_LINE_WORDS = 40;

  /** One unknown word in so many does not make a row of tools a sentence. */
  private static final int FEW_STRANGERS = 8;

  private static final Set<Label> CLOCK_WORDS =
      EnumSet.of(
          Label.CLOCK, Label.PUBLISHED, Label.OTHER_DATE, Label.TOOL, Label.LINE, Label.SECTION);
  private static final Set<Label> TOOL_WORDS =
      EnumSet.of(Label.TOOL, Label.CLOCK, Label.LINE, Label.PUBLISHED);

  private final Labels labels;
  private final List<String> imprint =
      RuleTable.read("imprint.tsv").stream().map(cells -> cells[1]).toList();

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
    Clock clock = publishedClock(text);
    if (clock == null) {
      return null;
    }
    int strangers = labels.strangers(block.words(), CLOCK_WORDS);
    int allowed = block.hinted(Hint.DATE) ? 8 : clock.time() != null ? 5 : 3;
    return strangers <= allowed ? clock : null;
  }

  /** The date behind a label that says "published", else the first that no other label claims. */
  private Clock publishedClock(String text) {
    boolean other = false;
    for (int i = 0; i < text.length(); i++) {
      if (Words.plain(text.charAt(i)) == 0 || (i > 0 && Words.plain(text.charAt(i - 1)) != 0)) {
        continue;
      }
      List<String> words =
          Words.of(text.substring(i, Math.min(text.length(), i + 60)), MAX_LABEL_WORDS);
      if (labels.wordsAt(words, 0, Set.of(Label.PUBLISHED)) > 0) {
        Clock published = Clock.in(text, i);
        if (published != null) {
          return published;
        }
      }
      other |= labels.wordsAt(words, 0, Set.of(Label.OTHER_DATE)) > 0;
    }
    return other ? null : Clock.in(text);
  }

  /** Whether the line is made of tools, counters and dates alone. */
  boolean isTools(Block block) {
    List<String> words = block.words();
    if (words.isEmpty()) {
      return true;
    }
    if (words.size() <= MAX_TOOL_WORDS
        && labels.strangers(words, TOOL_WORDS) * FEW_STRANGERS <= words.size()) {
      return words.size() >= FEW_STRANGERS || labels.strangers(words, TOOL_WORDS) == 0;
    }
    int lead = labels.wordsAt(words, 0, Set.of(Label.LINE));
    return lead > 0 && words.size() <= MAX_LINE_WORDS && colonAfter(block.text, lead);
  }

  /** Whether the line is an imprint or a copyright notice. */
  boolean isImprint(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int found = 0;
    for (String phrase : imprint) {
      found += lower.contains(phrase) ? 1 : 0;
    }
    return found >= 3 || (found == 2 && text.length() < MAX_NOTICE) || lower.startsWith("©");
  }

  /** Whether the line heads something of the given kind: the label alone, or with a count. */
  boolean heads(Block block, Label label) {
    List<String> words = block.words();
    int from = !words.isEmpty() && words.get(0).equals("co") ? 1 : 0;
    while (from < words.size() && Character.isDigit(words.get(from).charAt(0))) {
      from++;
    }
    if (words.size() > MAX_LABEL_WORDS + from) {
      return false;
    }
    int n = labels.wordsAt(words, from, Set.of(label));
    return n > 0 && words.subList(from + n, words.size()).stream().allMatch(LineKinds::isNumber);
  }

  /** Whether the line begins with a label of the kind and a colon ("Xem thêm: ..."). */
  boolean introduces(Block block, Label label) {
    int n = labels.wordsAt(block.words(), 0, Set.of(label));
    return n > 0 && colonAfter(block.text, n);
  }

  /** Whether a label of the kind stands anywhere in the line. */
  boolean introducesAny(Block block, Label label) {
    List<String> words = block.words();
    for (int i = 0; i < words.size(); i++) {
      if (labels.wordsAt(words, i, Set.of(label)) > 0) {
        return true;
      }
    }
    return false;
  }

  boolean isSection(Block block) {
    return block.words().size() <= MAX_LABEL_WORDS && labels.is(block.text, Label.SECTION);
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
    return text.chars().anyMatch(Character::isDigit);
  }
}
