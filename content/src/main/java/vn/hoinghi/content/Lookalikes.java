package vn.hoinghi.content;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A word can look Vietnamese and be spelt with other characters: full-width or "mathematical"
 * letters, ligatures, one sign for a Roman number, Cyrillic а for Latin a. No rule knows such a
 * word. Letters in another dress are undressed (their compatibility form, Unicode Standard Annex
 * #15; signs that mean something of their own, such as ² or ½, stay). Lookalikes from another
 * script become Latin where nothing else of that script stands in the line, and in a word that is
 * partly Latin; a Russian name stays Russian.
 */
final class Lookalikes {
  private static final Map<Integer, Integer> LATIN =
      RuleTable.read("lookalikes.tsv").stream()
          .collect(Collectors.toMap(row -> row[0].codePointAt(0), row -> row[1].codePointAt(0)));

  private static final int FIRST = Collections.min(LATIN.keySet());
  private static final int LAST = Collections.max(LATIN.keySet());

  /** The first half of every pair that is a mathematical letter. */
  private static final char MATHEMATICAL = Character.highSurrogate(0x1d400);

  private Lookalikes() {}

  /** The line with every such character replaced; the very line where there is none. */
  static String replaced(String line) {
    return mayHoldOne(line) ? replacedIn(line) : line;
  }

  /** A quick look, since nearly no line has one. */
  private static boolean mayHoldOne(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean otherScript = c >= FIRST && c <= LAST;
      if (otherScript || dressed(c) || c == MATHEMATICAL) {
        return true;
      }
    }
    return false;
  }

  private static String replacedIn(String line) {
    String plain = line.codePoints().anyMatch(Lookalikes::dressed) ? undressed(line) : line;
    return plain.codePoints().anyMatch(LATIN::containsKey) ? latin(plain) : plain;
  }

  /** Full-width letters, digits and signs; ligatures; Roman numbers; mathematical letters. */
  private static boolean dressed(int c) {
    return (c >= 0xff01 && c <= 0xff5e)
        || (c >= 0xfb00 && c <= 0xfb06)
        || (c >= 0x2160 && c <= 0x217f)
        || (c >= 0x1d400 && c <= 0x1d7ff);
  }

  private static String undressed(String line) {
    var out = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              out.append(dressed(c) ? Normalizer.normalize(one, Normalizer.Form.NFKC) : one);
            });
    return out.toString();
  }

  private static String latin(String line) {
    int[] points = line.codePoints().toArray();
    boolean everywhere = true;
    for (int c : points) {
      everywhere &= isLatin(c) || LATIN.containsKey(c) || !Character.isLetter(c);
    }
    for (int from = 0; from < points.length; from++) {
      int to = from;
      boolean latin = false;
      while (to < points.length && isOfWord(points[to])) {
        latin |= isLatin(points[to++]);
      }
      for (int i = from; i < to && (latin || everywhere); i++) {
        points[i] = LATIN.getOrDefault(points[i], points[i]);
      }
      from = to;
    }
    return new String(points, 0, points.length);
  }

  private static boolean isOfWord(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isLatin(int c) {
    return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
  }
}
