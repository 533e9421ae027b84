package vn.hoinghi.content;

import java.util.Arrays;

/**
 * The line in the making. Web text is full of characters that no reader sees and every matcher
 * trips over: no-break spaces, soft hyphens, zero-width joiners, bidi overrides, stray controls,
 * half surrogates, tone marks typed apart from their vowel. What is appended is kept as far as it
 * is read, and every run of white space becomes one blank; a line taken out is in NFC.
 */
final class LineBuffer {
  /** More marks on one letter than any script needs: the rest are ornament or attack. */
  private static final int MAX_MARKS = 4;

  private char[] raw = new char[1024];
  private char[] line = new char[1024];
  private int length;
  private boolean composed = true;

  /** Appends the readable characters of the text; a blank only between others. */
  void append(String text) {
    int n = text.length();
    if (raw.length < n) {
      raw = new char[Math.max(n, raw.length * 2)];
    }
    if (line.length < length + n) {
      line = Arrays.copyOf(line, Math.max(length + n, line.length * 2));
    }
    text.getChars(0, n, raw, 0);
    append(n);
  }

  private void append(int n) {
    char[] from = raw;
    char[] to = line;
    int at = length;
    int marks = 0;
    for (int i = 0; i < n; i++) {
      char c = from[i];
      byte kind = CleanText.kind(c);
      if (kind == CleanText.PLAIN) {
        to[at++] = c;
        marks = 0;
        continue;
      }
      switch (kind) {
        case CleanText.BLANK -> {
          if (at > 0 && to[at - 1] != ' ') {
            to[at++] = ' ';
          }
          marks = 0;
        }
        case CleanText.MARK -> {
          if (++marks <= MAX_MARKS && at > 0) {
            to[at++] = c;
            composed = false;
          }
        }
        case CleanText.HALF -> {
          if (i + 1 < n && Character.isSurrogatePair(c, from[i + 1])) {
            i++;
            if (CleanText.isReadable(Character.toCodePoint(c, from[i]))) {
              to[at++] = c;
              to[at++] = from[i];
              composed = false;
            }
          }
        }
        case CleanText.UNSEEN -> {}
        default -> {
          to[at++] = c;
          composed = false;
          marks = 0;
        }
      }
    }
    length = at;
  }

  int length() {
    return length;
  }

  /** The character before the end; the line is not empty. */
  char last() {
    return line[length - 1];
  }

  /** Takes a blank off the end. */
  void stripEnd() {
    if (length > 0 && line[length - 1] == ' ') {
      length--;
    }
  }

  /** The line, which is empty afterwards. */
  String take() {
    String text = new String(line, 0, length);
    String whole = composed ? text : CleanText.nfc(text);
    clear();
    return whole;
  }

  void clear() {
    length = 0;
    composed = true;
  }
}
