package vn.hoinghi.content;

/** One line as a reader sees it: text between two breaks, with how it looks and where it stands. */
final class Block {
  private static final int PROSE_CHARS = 160;
  private static final int SENTENCE_CHARS = 35;

  /** Not yet asked for; no set of labels. */
  static final int UNREAD = Integer.MIN_VALUE;

  final int index;
  final String text;
  final Box box;
  final Style style;

  /** The box of the picture right before the line, or null. */
  final Box picture;

  /** Whether it is the caption of a picture; settled after the walk. */
  boolean caption;

  /**
   * Whether it repeats or is an imprint, and so counts as no running text; settled after the walk.
   */
  boolean stock;

  /** What its words and its date say, once {@link LineKinds} was asked. */
  Phrase phrase;

  /** The labels that its first word may begin, as bits. */
  int beginning = UNREAD;

  Clock clock;
  boolean clockRead;

  Block(int index, String text, Box box, Box picture, Style style) {
    this.index = index;
    this.text = text;
    this.box = box;
    this.picture = picture;
    this.style = style;
  }

  /**
   * How a line looks.
   *
   * @param hints of all inline elements around the whole of its text
   * @param linkChars characters inside links
   * @param heading 1 to 6, or 0
   * @param bold whether all of it is bold
   * @param large whether it is set in larger type
   * @param slanted whether all of it is in italics
   * @param align 0 as usual, 1 centred, 2 to the right
   */
  record Style(
      int hints,
      int linkChars,
      int heading,
      boolean bold,
      boolean large,
      boolean slanted,
      int align) {
    static final Style PLAIN = new Style(0, 0, 0, false, false, false, 0);
  }

  /** Whether the line's own elements or the boxes near it say so. */
  boolean hinted(Hint hint) {
    if (Hint.in(style.hints, hint)) {
      return true;
    }
    Box at = box;
    for (int i = 0; i < 3 && at != null && at.endBlock - at.firstBlock <= 4; i++) {
      if (at.has(hint)) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }

  boolean mostlyLink() {
    return style.linkChars * 2 > text.length();
  }

  /** Sentences rather than a heading, label or link. */
  boolean isProse() {
    return prose() > 0;
  }

  /** Characters of running text, none in captions, asides and stock lines. */
  int prose() {
    return caption || stock || box.aside ? 0 : prose(text, style.linkChars);
  }

  /** Characters of running text in a line of which so many are links. */
  static int prose(String text, int linkChars) {
    int length = text.length();
    if (length < SENTENCE_CHARS || linkChars * 2 > length) {
      return 0;
    }
    return length >= PROSE_CHARS || endsSentence(text) ? length - linkChars : 0;
  }

  static boolean endsSentence(String text) {
    int end = text.length() - 1;
    while (end > 0 && "\"”’»)]/ ".indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    return end >= 0 && ".!?…:;".indexOf(text.charAt(end)) >= 0;
  }
}
