package vn.hoinghi.content;

/** Judges single lines by the stock phrases in them: date lines, tools, list headings, bylines. */
final class LineKinds {
  /** A longer line is a paragraph, whatever it begins with. */
  private static final int MAX_LINE = 320;

  private static final int MAX_CLOCK = 140;
  private static final int MAX_STRANGERS = 8;
  private static final int MAX_WORDS = 60;
  private static final int MAX_HEADING = 80;
  private static final int MAX_LABEL_WORDS = 9;
  private static final int MAX_TOOL_WORDS = 30;
  private static final int MAX_LINE_WORDS = 40;

  /** One unknown word in so many does not make a row of tools a sentence. */
  private static final int FEW_STRANGERS = 8;

  /** More than these are too many for any row of tools. */
  private static final int MAX_STRANGE_TOOLS = MAX_TOOL_WORDS / FEW_STRANGERS;

  private static final int TOOL_WORDS =
      Label.TOOL.bit() | Label.CLOCK.bit() | Label.LINE.bit() | Label.PUBLISHED.bit();
  private static final int CLOCK_WORDS = TOOL_WORDS | Label.OTHER_DATE.bit() | Label.SECTION.bit();

  private final Labels labels;
  private final Imprint imprint = Imprint.standard();

  LineKinds(Labels labels) {
    this.labels = labels;
  }

  Labels labels() {
    return labels;
  }

  /** The publication time that a line consists of, or null where it is no such line. */
  Clock clock(Block block) {
    if (!block.clockRead) {
      block.clockRead = true;
      block.clock = readClock(block);
    }
    return block.clock;
  }

  private Clock readClock(Block block) {
    String text = block.text;
    if (text.length() > MAX_CLOCK || !hasDigit(text)) {
      return null;
    }
    Phrase words = words(block);
    int strangers = labels.strangers(words, CLOCK_WORDS, MAX_STRANGERS + 1);
    Clock any = strangers > MAX_STRANGERS ? null : Clock.in(text);
    if (any == null) {
      return null;
    }
    int allowed = block.hinted(Hint.DATE) ? MAX_STRANGERS : any.time() != null ? 5 : 3;
    return strangers <= allowed ? publishedClock(text, words, any) : null;
  }

  /** The line's first words; enough to judge any line that is not prose. */
  Phrase words(Block block) {
    if (block.phrase == null) {
      block.phrase = labels.read(block.text, MAX_WORDS);
    }
    return block.phrase;
  }

  /** The date behind a label that says "published", else the first that no other label claims. */
  private Clock publishedClock(String text, Phrase words, Clock any) {
    boolean other = false;
    for (int i = 0; words.has(i); i++) {
      if (labels.wordsAt(words, i, Label.PUBLISHED.bit()) > 0) {
        Clock published = Clock.in(text, words.start(i));
        if (published != null) {
          return published;
        }
      }
      other |= labels.wordsAt(words, i, Label.OTHER_DATE.bit()) > 0;
    }
    return other ? null : any;
  }

  /** Whether the line is made of tools, counters and dates alone. */
  boolean isTools(Block block) {
    if (block.text.length() > MAX_LINE) {
      return false;
    }
    Phrase words = words(block);
    int strangers = labels.strangers(words, TOOL_WORDS, MAX_STRANGE_TOOLS + 1);
    if (strangers <= MAX_STRANGE_TOOLS
        && words.size() <= MAX_TOOL_WORDS
        && strangers <= words.size() / FEW_STRANGERS) {
      return true;
    }
    int lead = labels.wordsAt(words, 0, Label.LINE.bit());
    return lead > 0 && words.size() <= MAX_LINE_WORDS && colonAfter(block.text, lead);
  }

  /** Whether the line is made of numbers and words of dates alone, without any tool. */
  boolean isNumbers(Block block) {
    return !words(block).isEmpty()
        && labels.strangers(words(block), Label.CLOCK.bit(), 1) == 0
        && clock(block) == null;
  }

  /** Whether the line is an imprint or a copyright notice. */
  boolean isImprint(String text) {
    return imprint.is(text);
  }

  /** Whether the line heads something of the given kind: the label alone, or with a count. */
  boolean heads(Block block, Label label) {
    if (block.text.length() > MAX_HEADING || !mayBegin(block, label)) {
      return false;
    }
    Phrase words = words(block);
    int from = labels.saysThereAre(words) ? 1 : 0;
    while (words.has(from) && words.isNumber(from)) {
      from++;
    }
    if (words.has(MAX_LABEL_WORDS + from)) {
      return false;
    }
    int n = labels.wordsAt(words, from, label.bit());
    int rest = from + n;
    while (n > 0 && words.has(rest) && words.isNumber(rest)) {
      rest++;
    }
    return n > 0 && !words.has(rest);
  }

  /** Whether the line may begin with such a label, as far as its first word tells. */
  private boolean mayBegin(Block block, Label label) {
    if (block.beginning == Block.UNREAD) {
      block.beginning = labels.beginning(block.text);
    }
    return (block.beginning & label.bit()) != 0;
  }

  /** Whether the line begins with a label of the kind and a colon ("Xem thêm: ..."). */
  boolean introduces(Block block, Label label) {
    if (block.text.length() > MAX_LINE || !mayBegin(block, label)) {
      return false;
    }
    int n = labels.wordsAt(words(block), 0, label.bit());
    return n > 0 && colonAfter(block.text, n);
  }

  /** Whether a label of the kind stands anywhere in the line. */
  boolean mentions(Block block, Label label) {
    Phrase words = words(block);
    for (int i = 0; words.has(i); i++) {
      if (labels.wordsAt(words, i, label.bit()) > 0) {
        return true;
      }
    }
    return false;
  }

  boolean isSection(Block block) {
    return block.text.length() <= MAX_CLOCK
        && mayBegin(block, Label.SECTION)
        && labels.is(words(block), Label.SECTION);
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
