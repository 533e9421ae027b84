package vn.hoinghi.content;

/** Gathers the texts of inline elements into lines, and how each line as a whole looks. */
final class LineMaker {
  static final int LINK = 1;
  static final int BOLD = 2;
  static final int SLANT = 4;
  static final int LARGE = 8;

  /** The level of the heading around the text stands in the three bits from here on. */
  static final int HEADING_SHIFT = 4;

  private final Outline out;
  private final LineBuffer text = new LineBuffer();
  private boolean any;
  private int linkChars;
  private int boldChars;
  private int slantChars;
  private int largeChars;
  private int commonHints;
  private int heading;
  private int align;
  private Box picture;

  LineMaker(Outline out) {
    this.out = out;
  }

  /**
   * Adds text to the line.
   *
   * @param looks bits of the elements around it
   * @param hints of all inline elements around it
   * @param place as {@link Block.Style#align}
   */
  void text(String raw, int looks, int hints, int place) {
    int before = text.length();
    if (before > 0 && !raw.isEmpty() && runsTogether(text.last(), raw.charAt(0))) {
      text.append(" ");
    }
    text.append(raw);
    int added = text.length() - before;
    if (added == 0 || (added == 1 && text.last() == ' ')) {
      return;
    }
    linkChars += (looks & LINK) != 0 ? added : 0;
    boldChars += (looks & BOLD) != 0 ? added : 0;
    slantChars += (looks & SLANT) != 0 ? added : 0;
    largeChars += (looks & LARGE) != 0 ? added : 0;
    if (any) {
      commonHints &= hints;
    } else {
      any = true;
      commonHints = hints;
      heading = looks >> HEADING_SHIFT;
      align = place;
    }
  }

  /** "Quảng NgãiHơn": elements that the page's style sets apart. */
  private static boolean runsTogether(char last, char next) {
    return Character.isUpperCase(next) && Character.isLowerCase(last);
  }

  /** A break within a heading separates words, not lines. */
  void blank() {
    text.append(" ");
  }

  /** A picture stands before the next line. */
  void picture(Box box) {
    picture = box;
  }

  /** Ends the line, which stands in the box. */
  void end(Box box) {
    text.stripEnd();
    int length = text.length();
    if (length > 0 && any) {
      box.textChars += length;
      box.linkChars += linkChars;
      out.blocks.add(new Block(out.blocks.size(), text.take(), box, picture, style(length)));
      picture = null;
    }
    text.clear();
    if (any) {
      any = false;
      linkChars = boldChars = slantChars = largeChars = 0;
    }
  }

  private Block.Style style(int length) {
    return new Block.Style(
        commonHints,
        linkChars,
        heading,
        boldChars * 10 >= length * 9,
        largeChars * 10 >= length * 9,
        slantChars * 10 >= length * 9,
        align);
  }
}
