package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Class names and ids are words run together in any fashion: {@code box-tin-lien-quan}, {@code
 * lblNgayDang}, {@code relatedNews}. Short words count only as a whole part of the name, long ones
 * ({@code *word} in the table) anywhere in its letters. Names repeat from page to page, so what was
 * found is kept, up to a bound.
 */
final class Hints {
  private static final int MAX_KEPT = 20_000;
  private static final int MAX_NAME = 200;

  private final Map<String, Integer> parts = new HashMap<>();
  private final List<Map.Entry<String, Integer>> anywhere = new ArrayList<>();
  private final Map<String, Integer> kept = new ConcurrentHashMap<>();

  private Hints() {}

  static Hints standard() {
    Hints hints = new Hints();
    for (String[] cells : RuleTable.read("hints.tsv")) {
      int bit = Hint.valueOf(cells[0].toUpperCase(Locale.ROOT)).bit();
      for (String word : cells[1].split(" ", -1)) {
        if (word.startsWith("*")) {
          hints.anywhere.add(Map.entry(word.substring(1), bit));
        } else {
          hints.parts.merge(word, bit, (a, b) -> a | b);
        }
      }
    }
    return hints;
  }

  /** The hints of a class or id attribute as bits; none for an empty one. */
  int of(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return 0;
    }
    Integer known = kept.get(name);
    if (known != null) {
      return known;
    }
    int bits = read(name);
    if (kept.size() < MAX_KEPT) {
      kept.put(name, bits);
    }
    return bits;
  }

  private int read(String name) {
    int bits = 0;
    for (String value : name.split("\\s+", -1)) {
      bits |= readOne(value);
    }
    return bits;
  }

  private int readOne(String value) {
    int bits = 0;
    StringBuilder letters = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : '-';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean hump =
          letter && Character.isUpperCase(c) && i > 0 && Character.isLowerCase(value.charAt(i - 1));
      if (!letter || hump) {
        bits |= parts.getOrDefault(letters.substring(start), 0);
        start = letters.length();
      }
      if (letter) {
        letters.append(Character.toLowerCase(c));
      }
    }
    bits |= parts.getOrDefault(letters.toString(), 0);
    for (Map.Entry<String, Integer> word : anywhere) {
      if (letters.indexOf(word.getKey()) >= 0) {
        bits |= word.getValue();
      }
    }
    return bits;
  }
}
