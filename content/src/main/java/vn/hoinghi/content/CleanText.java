package vn.hoinghi.content;

import java.text.Normalizer;

/** What of a text a reader sees: which characters count, and the composed form of the rest. */
final class CleanText {
  /** A letter or sign that is its own composed form and takes part in no other. */
  static final byte PLAIN = 0;

  /** Any other character that is read. */
  static final byte OTHER = 1;

  static final byte BLANK = 2;

  /** A mark that sits on the letter before it. */
  static final byte MARK = 3;

  /** Half of a pair. */
  static final byte HALF = 4;

  static final byte UNSEEN = 5;

  private static final char SHY = '\u00ad';
  private static final char BOM = '\ufeff';
  private static final byte[] KINDS = kinds();

  private CleanText() {}

  /** What the character is: one of the constants above. */
  static byte kind(char c) {
    return KINDS[c];
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i <= Character.MAX_VALUE; i++) {
      char c = (char) i;
      kinds[i] =
          isBlank(c)
              ? BLANK
              : Character.isSurrogate(c)
                  ? HALF
                  : isMark(c) ? MARK : isUnseen(c) ? UNSEEN : isComposed(c) ? PLAIN : OTHER;
    }
    return kinds;
  }

  /** The text as one clean line in NFC. */
  static String line(String text) {
    if (isClean(text)) {
      return text;
    }
    LineBuffer line = new LineBuffer();
    line.append(text);
    line.stripEnd();
    return line.take();
  }

  private static boolean isClean(String text) {
    int n = text.length();
    boolean blank = true;
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (KINDS[c] != PLAIN && (c != ' ' || blank)) {
        return false;
      }
      blank = c == ' ';
    }
    return n == 0 || !blank;
  }

  /** Composed form; costs next to nothing where the text is composed already. */
  static String nfc(String text) {
    int i = 0;
    int n = text.length();
    while (i < n && (text.charAt(i) < 0x300 || KINDS[text.charAt(i)] == PLAIN)) {
      i++;
    }
    return i == n ? text : composed(text);
  }

  private static String composed(String line) {
    String text = Lookalikes.replaced(line);
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean isComposed(char c) {
    boolean roman = c >= 0x2160 && c < 0x2180; // one sign for a number, which is to be letters
    boolean sign =
        c >= 0x2010 && c < 0x2c00 && !roman && Character.getType(c) != Character.NON_SPACING_MARK;
    return c < 0x300
        || (c >= 0x1e00 && c < 0x1f00)
        || (sign && Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFC));
  }

  static boolean isMark(char c) {
    return (c >= 0x0300 && c <= 0x036f) || (c >= 0x1ab0 && c <= 0x1aff);
  }

  /** Whether the character beyond the first plane is one for readers. */
  static boolean isReadable(int point) {
    boolean tag = point >= 0xe0000 && point <= 0xe0fff;
    boolean nonCharacter = (point & 0xfffe) == 0xfffe;
    return !tag && !nonCharacter;
  }

  private static boolean isBlank(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == 0x85
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  private static boolean isUnseen(char c) {
    return c < ' '
        || (c >= 0x7f && c <= 0x9f)
        || c == SHY
        || c == 0x34f
        || c == 0x61c
        || c == 0x180e
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xfdd0 && c <= 0xfdef)
        || c == BOM
        || (c >= 0xfff9 && c <= 0xfffb)
        || c >= 0xfffe;
  }
}
