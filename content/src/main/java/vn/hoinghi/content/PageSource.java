package vn.hoinghi.content;

import java.io.CharArrayReader;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The characters of a page. Most pages are well-formed UTF-8 and mostly ASCII, and are decoded here
 * in one pass, eight bytes of ASCII at a time, that also counts what is no text; {@link PageBytes}
 * reads the others.
 */
final class PageSource {
  /** So much of the beginning is searched for control characters and tags. */
  private static final int WINDOW = 20_000;

  private static final int MAX_KEPT = 1 << 18;
  private static final ThreadLocal<char[]> BUFFER = ThreadLocal.withInitial(() -> new char[0]);

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The high bit of each of eight bytes. */
  private static final long HIGH = 0x8080808080808080L;

  private static final long BLANKS = 0x2020202020202020L;

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
    for (int i = marked ? 3 : 0; i < b.length; ) {
      int lead = b[i];
      if (lead >= 0 && i + 8 <= b.length) {
        long eight = (long) EIGHT.get(b, i);
        widen(b, i, out, n);
        int ascii = Long.numberOfTrailingZeros(eight & HIGH) >>> 3;
        if (((eight - BLANKS) & ~eight & HIGH) != 0) {
          bad += controls(out, n, ascii);
        }
        i += ascii;
        n += ascii;
        continue;
      }
      i++;
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

  /** Eight bytes at once; those behind the first that is no ASCII are written over. */
  private static void widen(byte[] b, int i, char[] out, int n) {
    out[n] = (char) b[i];
    out[n + 1] = (char) b[i + 1];
    out[n + 2] = (char) b[i + 2];
    out[n + 3] = (char) b[i + 3];
    out[n + 4] = (char) b[i + 4];
    out[n + 5] = (char) b[i + 5];
    out[n + 6] = (char) b[i + 6];
    out[n + 7] = (char) b[i + 7];
  }

  private static int controls(char[] chars, int from, int count) {
    int bad = 0;
    for (int i = from; i < from + count; i++) {
      bad += isBad(chars[i], i) ? 1 : 0;
    }
    return bad;
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
