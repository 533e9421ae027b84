package vn.hoinghi.content;

/** What the name of an element says about it, as bits; looked up once for each element. */
final class Tags {
  /** Text in it stays in the line around it. */
  static final int INLINE = 1;

  /** Nothing in it is text that a reader sees. */
  static final int UNSEEN = 1 << 1;

  /** It says something to the walk itself: a break, a picture, a declaration. */
  static final int SPECIAL = 1 << 2;

  static final int LINK = 1 << 3;
  static final int BOLD = 1 << 4;
  static final int SLANT = 1 << 5;
  static final int LARGE = 1 << 6;

  /** Navigation and the like. */
  static final int ASIDE = 1 << 7;

  /** It holds a paragraph, a cell or an item. */
  static final int PARAGRAPH = 1 << 8;

  /** It holds the page or the article. */
  static final int WHOLE = 1 << 9;

  static final int FIGURE = 1 << 10;
  static final int CAPTION = 1 << 11;
  static final int CELL = 1 << 12;
  static final int TABLE = 1 << 13;
  static final int CENTER = 1 << 14;
  static final int FONT = 1 << 15;
  static final int TIME = 1 << 16;
  static final int HTML = 1 << 17;

  /** The level of a heading stands in the three bits from here on. */
  static final int HEADING_SHIFT = 20;

  private static final String[] NAMES = new String[1 << 10];
  private static final int[] BITS = new int[NAMES.length];

  static {
    set(
        INLINE,
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small"
            + " span strike strong sub sup time tt u var wbr o:p st1:place img picture source"
            + " amp-img input data");
    set(
        UNSEEN,
        "style noscript template svg math select textarea button iframe object embed canvas audio"
            + " video amp-ad amp-sidebar amp-analytics datalist map applet frameset label");
    set(SPECIAL, "br hr script title meta img amp-img");
    set(LINK, "a");
    set(BOLD, "b strong");
    set(SLANT, "i em");
    set(LARGE, "big");
    set(ASIDE, "nav aside footer amp-sidebar dialog menu");
    set(PARAGRAPH, "p li blockquote tr pre");
    set(WHOLE, "#root html body main article");
    set(FIGURE, "figure");
    set(CAPTION, "figcaption");
    set(CELL, "td th");
    set(TABLE, "table");
    set(CENTER, "center");
    set(FONT, "font");
    set(TIME, "time");
    set(HTML, "html");
    for (int level = 1; level <= 6; level++) {
      set(level << HEADING_SHIFT, "h" + level);
    }
  }

  private Tags() {}

  private static void set(int bits, String names) {
    for (String name : names.split(" ", -1)) {
      int slot = slot(name);
      NAMES[slot] = name;
      BITS[slot] |= bits;
    }
  }

  /** The bits of an element's name in lower case; 0 for a plain block such as {@code div}. */
  static int of(String name) {
    return BITS[slot(name)];
  }

  /** Where the name stands or would stand. */
  private static int slot(String name) {
    int n = name.length();
    int slot = n == 0 ? 0 : name.charAt(0) * 97 + name.charAt(n - 1) * 31 + name.charAt(n / 2) + n;
    slot &= NAMES.length - 1;
    while (NAMES[slot] != null && !NAMES[slot].equals(name)) {
      slot = (slot + 1) & (NAMES.length - 1);
    }
    return slot;
  }

  /** 1 to 6, or 0. */
  static int heading(int bits) {
    return (bits >> HEADING_SHIFT) & 7;
  }
}
