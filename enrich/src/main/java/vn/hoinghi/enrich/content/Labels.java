package vn.hoinghi.enrich.content;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The stock phrases of Vietnamese sites, found as plain words, the longest first. A line is judged
 * by how many of its words belong to such phrases, so that any order and punctuation of "In bài
 * viết | Gửi email | Lượt xem: 12" is seen for what it is.
 */
final class Labels {
  private static final int MAX_PHRASE = 7;
  private final Map<String, Set<Label>> phrases = new HashMap<>();

  private Labels() {}

  static Labels standard() {
    Labels labels = new Labels();
    for (String[] cells : RuleTable.read("labels.tsv")) {
      Label label = Label.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      labels
          .phrases
          .computeIfAbsent(Words.key(cells[1]), k -> EnumSet.noneOf(Label.class))
          .add(label);
    }
    return labels;
  }

  /** Whether the phrase as a whole is such a label. */
  boolean is(String phrase, Label label) {
    return phrases.getOrDefault(Words.key(phrase), Set.of()).contains(label);
  }

  /** How many words at the place belong to a phrase of one of the labels; 0 where none does. */
  int wordsAt(List<String> words, int at, Set<Label> wanted) {
    int most = Math.min(MAX_PHRASE, words.size() - at);
    for (int n = most; n > 0; n--) {
      String phrase = n == 1 ? words.get(at) : String.join(" ", words.subList(at, at + n));
      Set<Label> found = phrases.get(phrase);
      if (found != null && found.stream().anyMatch(wanted::contains)) {
        return n;
      }
    }
    return 0;
  }

  /** How many words belong to no phrase of the labels and are no number. */
  int strangers(List<String> words, Set<Label> wanted) {
    int strangers = 0;
    for (int i = 0; i < words.size(); ) {
      int n = wordsAt(words, i, wanted);
      if (n == 0 && !isNumberLike(words.get(i))) {
        strangers++;
      }
      i += Math.max(1, n);
    }
    return strangers;
  }

  private static boolean isNumberLike(String word) {
    return word.length() == 1 || Character.isDigit(word.charAt(0));
  }
}
