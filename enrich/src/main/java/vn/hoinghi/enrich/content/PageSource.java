package vn.hoinghi.enrich.content;

import java.io.CharArrayReader;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a page. Most pages are well-formed UTF-8 and mostly ASCII, and are decoded here
 * in one pass that also counts what is no text; {@link PageBytes} reads the others.
 */
final class PageSource {
  /** So much of the beginning is searched for control characters and tags. */
  private static final int WINDOW = 20_000;

  /** After so many characters of ASCII more are looked for. */
  private static final int SHORT_RUN = 24;

  private static final int MAX_KEPT = 1 << 18;
  private static final ThreadLocal<char[]> BUFFER = ThreadLocal.withInitial(() -> new char[0]);

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final char[] chars;
  private final int length;
  private final int bad;

  private PageSource(char[] chars, int length, int bad) {
    this.chars = chars;
    this.length = length;
    this.bad = bad;
  }

  /** The characters of a page's bytes; the charset is what the transport declared, or null. */
  static PageSource of(byte[] bytes, String charset) {
    PageSource utf8 = utf8(bytes);
    return utf8 != null ? utf8 : of(PageBytes.decode(bytes, charset));
  }

  static PageSource of(String text) {
    char[] chars = text.toCharArray();
    int bad = 0;
    for (int i = 0; i < chars.length; i++) {
      bad += isBad(chars[i], i) ? 1 : 0;
    }
    return new PageSource(chars, chars.length, bad);
  }

  private static boolean isBad(char c, int at) {
    boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    return (control && at < WINDOW) || c == '\ufffd';
  }

  /** A page is read to its end before its thread takes up the next one. */
  private static char[] buffer(int length) {
    if (length > MAX_KEPT) {
      return new char[length];
    }
    char[] kept = BUFFER.get();
    if (kept.length < length) {
      kept = new char[Math.min(MAX_KEPT, length * 2)];
      BUFFER.set(kept);
    }
    return kept;
  }

  /** Null where the bytes are not well-formed UTF-8. */
  private static PageSource utf8(byte[] b) {
    boolean marked = b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == -65;
    char[] out = buffer(b.length);
    int n = 0;
    int bad = 0;
    int run = 0;
    for (int i = marked ? 3 : 0; i < b.length; ) {
      int lead = b[i++];
      if (lead >= ' ') {
        out[n++] = (char) lead;
        if (++run == SHORT_RUN) { // text has marks every few letters, markup none at all
          int end = ascii(b, i);
          new String(b, i, end - i, StandardCharsets.ISO_8859_1).getChars(0, end - i, out, n);
          n += end - i;
          i = end;
          run = 0;
        }
        continue;
      }
      run = 0;
      if (lead >= 0) {
        bad += isBad((char) lead, n) ? 1 : 0;
        out[n++] = (char) lead;
      } else if (lead < (byte) 0xe0 && i < b.length) {
        int c = ((lead & 0x1f) << 6) | (b[i] & 0x3f);
        if ((lead & 0xe0) != 0xc0 || c < 0x80 || !follows(b[i])) {
          return null;
        }
        out[n++] = (char) c;
        i++;
      } else if (lead < (byte) 0xf0 && i + 1 < b.length) {
        char c = (char) ((lead & 0x0f) << 12 | (b[i] & 0x3f) << 6 | (b[i + 1] & 0x3f));
        if (c < 0x800 || Character.isSurrogate(c) || !follows(b[i]) || !follows(b[i + 1])) {
          return null;
        }
        bad += c == '\ufffd' ? 1 : 0;
        out[n++] = c;
        i += 2;
      } else {
        int point = i + 2 < b.length ? beyond(lead, b, i) : -1;
        if (point < 0) {
          return null;
        }
        n += Character.toChars(point, out, n);
        i += 3;
      }
    }
    return new PageSource(out, n, bad);
  }

  /** Where the run of readable ASCII ends, looked for eight bytes at a time. */
  private static int ascii(byte[] b, int from) {
    int i = from;
    while (i + 8 <= b.length && isReadable((long) EIGHT.get(b, i))) {
      i += 8;
    }
    while (i < b.length && b[i] >= ' ') {
      i++;
    }
    return i;
  }

  /** No byte has its high bit, and none is below a blank or is a line feed or the like. */
  private static boolean isReadable(long eight) {
    return ((eight | (eight - 0x2020202020202020L)) & 0x8080808080808080L) == 0;
  }

  /** The code point of four bytes, or -1. */
  private static int beyond(int lead, byte[] b, int i) {
    int point =
        (lead & 0x07) << 18 | (b[i] & 0x3f) << 12 | (b[i + 1] & 0x3f) << 6 | (b[i + 2] & 0x3f);
    boolean formed =
        (lead & 0xf8) == 0xf0 && follows(b[i]) && follows(b[i + 1]) && follows(b[i + 2]);
    return formed && Character.isSupplementaryCodePoint(point) ? point : -1;
  }

  private static boolean follows(byte b) {
    return (b & 0xc0) == 0x80;
  }

  Reader reader() {
    return new CharArrayReader(chars, 0, length);
  }

  String text() {
    return new String(chars, 0, length);
  }

  /** Whether so much is control characters or undecodable that it is no text. */
  boolean isGarbage() {
    return bad > 20 && bad * 20L > Math.min(length, WINDOW);
  }

  /** Whether more tags are opened or closed than the given number. */
  boolean hasMoreTags(int most) {
    int tags = 0;
    for (int i = 0; i < length && length > most; i++) {
      tags += chars[i] == '<' ? 1 : 0;
    }
    return tags > most;
  }

  /** Whether a tag stands near the beginning. */
  boolean hasTag() {
    int end = Math.min(length - 1, WINDOW);
    for (int i = 0; i < end; i++) {
      if (chars[i] == '<') {
        char next = chars[i + 1];
        if (next == '!' || next == '/' || Character.isLetter(next)) {
          return true;
        }
      }
    }
    return false;
  }
}
