package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows in the text format of COPY, as UTF-8: values parted by tabs, {@code \N} for null, and a
 * backslash before what would be taken for the one or the other. Half a character, which UTF-8 has
 * no bytes for, becomes a question mark, as it does for the driver.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, text format</a>
 */
final class CopyText {
  /** The letter that stands behind a backslash for a character that needs one, by character. */
  private static final byte[] LETTERS = new byte[Byte.MAX_VALUE + 1];

  static {
    LETTERS['\\'] = '\\';
    LETTERS['\t'] = 't';
    LETTERS['\n'] = 'n';
    LETTERS['\r'] = 'r';
  }

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
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same as UTF-8. */
  CopyText put(byte[] utf8) {
    ensure(2 * utf8.length);
    byte[] to = bytes;
    int at = length;
    for (byte octet : utf8) {
      byte letter = octet < 0 ? 0 : LETTERS[octet];
      if (letter != 0) {
        to[at++] = '\\';
        to[at++] = letter;
      } else {
        to[at++] = octet;
      }
    }
    length = at;
    return this;
  }

  /** What needs no escape. */
  private void raw(char c) {
    ensure(1);
    bytes[length++] = (byte) c;
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
