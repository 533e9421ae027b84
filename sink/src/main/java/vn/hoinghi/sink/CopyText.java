package vn.hoinghi.sink;

import java.util.Arrays;

/**
 * Rows in the text format of COPY, as UTF-8: values parted by tabs, {@code \N} for null, and a
 * backslash before what would be taken for the one or the other. Half a character, which UTF-8 has
 * no bytes for, becomes a question mark, as it does for the driver.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, text format</a>
 */
final class CopyText {
  private static final int MOST_BYTES_OF_A_CHAR = 3;
  private byte[] bytes = new byte[1 << 16];
  private int length;
  private boolean amidRow;

  /** Begins a value. */
  CopyText value() {
    if (amidRow) {
      raw('\t');
    }
    amidRow = true;
    return this;
  }

  void nothing() {
    raw('\\');
    raw('N');
  }

  void endRow() {
    raw('\n');
    amidRow = false;
  }

  /** Text of the value, escaped. */
  CopyText put(String text) {
    ensure(text.length() * MOST_BYTES_OF_A_CHAR);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        add(0xC0 | (c >> 6));
        continuation(c);
      } else if (!Character.isSurrogate(c)) {
        add(0xE0 | (c >> 12));
        continuation(c >> 6);
        continuation(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        beyondTheFirstPlane(Character.toCodePoint(c, text.charAt(i)));
      } else {
        add('?');
      }
    }
    return this;
  }

  private void beyondTheFirstPlane(int codePoint) {
    add(0xF0 | (codePoint >> 18));
    continuation(codePoint >> 12);
    continuation(codePoint >> 6);
    continuation(codePoint);
  }

  private void continuation(int bits) {
    add(0x80 | (bits & 0x3F));
  }

  private void ascii(char c) {
    switch (c) {
      case '\\' -> escaped('\\');
      case '\t' -> escaped('t');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      default -> add(c);
    }
  }

  private void escaped(char letter) {
    add('\\');
    add(letter);
  }

  /** What needs no escape. */
  private void raw(char c) {
    ensure(1);
    add(c);
  }

  private void add(int octet) {
    bytes[length++] = (byte) octet;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  void clear() {
    length = 0;
  }
}
