package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into sentences: at line feeds, and where a full stop, question or exclamation mark is
 * followed by space and no lower-case letter, unless the stop belongs to an abbreviation ("TP. Hồ
 * Chí Minh") or an initial.
 */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      new HashSet<>(Lexicons.lines("abbreviations.tsv"));

  /** No sentence of a newspaper is longer; a text without stops must not make the rules slow. */
  private static final int LONGEST = 2000;

  private Sentences() {}

  static List<Span> of(String text, String folded) {
    List<Span> all = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (endsAt(text, folded, start, i)) {
        add(all, folded, start, i + 1);
        start = i + 1;
      }
    }
    add(all, folded, start, text.length());
    return all;
  }

  private static void add(List<Span> all, String folded, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(folded.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(folded.charAt(end - 1))) {
      end--;
    }
    for (; end - start > LONGEST; start += LONGEST) {
      all.add(new Span(start, start + LONGEST));
    }
    if (start < end) {
      all.add(new Span(start, end));
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  private static boolean endsAt(String text, String folded, int start, int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?' && c != '…') {
      return false;
    }
    int next = i + 1;
    while (next < text.length() && (folded.charAt(next) == '"' || text.charAt(next) == ')')) {
      next++;
    }
    if (next >= text.length() || folded.charAt(next) != ' ') {
      return false;
    }
    while (next < text.length() && folded.charAt(next) == ' ') {
      next++;
    }
    boolean lower = next < text.length() && Character.isLowerCase(text.charAt(next));
    return !lower && !(c == '.' && isAbbreviation(folded, start, i));
  }

  private static boolean isAbbreviation(String folded, int start, int stop) {
    int from = stop;
    while (from > start && Tokens.isWord(folded.charAt(from - 1))) {
      from--;
    }
    return from < stop && ABBREVIATIONS.contains(folded.substring(from, stop));
  }
}
