package vn.hoinghi.enrich.mention;

import java.util.HashMap;
import java.util.Map;

/** Small numbers in words, from the table. */
final class NumberWords {
  private static final Map<String, Integer> VALUES = read();

  private NumberWords() {}

  private static Map<String, Integer> read() {
    Map<String, Integer> values = new HashMap<>();
    for (String line : Lexicons.lines(Lexicon.NUMBERS.file())) {
      String[] columns = line.strip().split("\t+", -1);
      for (String word : Phrase.expand(columns[0])) {
        values.put(Folding.fold(word), Integer.valueOf(columns[1]));
      }
    }
    return values;
  }

  /** The number, taking the longest run of words from the left that is one; null where none is. */
  static Integer value(String words) {
    String rest = words;
    while (!rest.isEmpty()) {
      Integer value = VALUES.get(rest);
      if (value != null) {
        return value;
      }
      int space = rest.lastIndexOf(' ');
      rest = space < 0 ? "" : rest.substring(0, space);
    }
    return null;
  }
}
