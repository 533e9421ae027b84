package vn.hoinghi.enrich.content;

import java.text.Normalizer;

/**
 * Web text is full of characters that no reader sees and every matcher trips over: no-break spaces,
 * soft hyphens, zero-width joiners, bidi overrides, stray controls, half surrogates, tone marks
 * typed apart from their vowel. Text goes in through {@link #append}, which keeps what is read and
 * makes every run of white space one blank; {@link #nfc} puts the tone marks on.
 */
final class CleanText {
  /** More marks on one letter than any script needs: the rest are ornament or attack. */
  private static final int MAX_MARKS = 4;

  private static final char SHY = '\u00ad';
  private static final char BOM = '\ufeff';

  private CleanText() {}

  /** The text as one clean line in NFC. */
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    append(out, text);
    return nfc(stripEnd(out).toString());
  }

  /** Appends the readable characters of the text; a blank only between others. */
  static void append(StringBuilder out, String text) {
    int marks = 0;
    for (int i = 0, n = text.length(); i < n; i++) {
      int run = plainRun(text, i);
      if (run > i) {
        out.append(text, i, run);
        marks = 0;
        i = run - 1;
        continue;
      }
      char c = text.charAt(i);
      if (isBlank(c)) {
        blank(out);
        marks = 0;
      } else if (Character.isSurrogate(c)) {
        i += appendPair(out, text, i) ? 1 : 0;
      } else if (isMark(c)) {
        if (++marks <= MAX_MARKS && out.length() > 0) {
          out.append(c);
        }
      } else if (!isUnseen(c)) {
        out.append(c);
        marks = 0;
      }
    }
  }

  /** Where the run of letters and signs that need no look ends; single blanks belong to it. */
  private static int plainRun(String text, int from) {
    int i = from;
    int n = text.length();
    while (i < n) {
      char c = text.charAt(i);
      boolean plain = (c > ' ' && c < 0x7f) || isVietnamese(c);
      boolean single = c == ' ' && i > from && i + 1 < n && text.charAt(i + 1) > ' ';
      if (!plain && !single) {
        return i == from || text.charAt(i - 1) != ' ' ? i : i - 1;
      }
      i++;
    }
    return i;
  }

  /** Letters of Latin blocks, composed. */
  private static boolean isVietnamese(char c) {
    return (c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00);
  }

  /** Composed form; costs next to nothing where the text is composed already. */
  static String nfc(String text) {
    int i = 0;
    int n = text.length();
    while (i < n && isComposed(text.charAt(i))) {
      i++;
    }
    return i == n ? text : composed(text);
  }

  /** Letters that are their own composed form and take part in no other. */
  private static boolean isComposed(char c) {
    return c < 0x300 || (c >= 0x1e00 && c < 0x1f00) || (c >= 0x2010 && c <= 0x2027);
  }

  private static String composed(String line) {
    String text = Lookalikes.replaced(line);
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  static StringBuilder stripEnd(StringBuilder out) {
    if (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    return out;
  }

  static boolean isMark(char c) {
    return (c >= 0x0300 && c <= 0x036f) || (c >= 0x1ab0 && c <= 0x1aff);
  }

  private static void blank(StringBuilder out) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  /** Whether the pair at i was looked at as a whole; a half one is left out. */
  private static boolean appendPair(StringBuilder out, String text, int i) {
    if (!Character.isHighSurrogate(text.charAt(i))
        || i + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(i + 1))) {
      return false;
    }
    int point = text.codePointAt(i);
    boolean tag = point >= 0xe0000 && point <= 0xe0fff;
    boolean nonCharacter = (point & 0xfffe) == 0xfffe;
    if (!tag && !nonCharacter) {
      out.appendCodePoint(point);
    }
    return true;
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
