package vn.hoinghi.enrich.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The stock phrases of Vietnamese sites as a tree of plain words, the longest phrase found first. A
 * line is judged by how many of its words belong to such phrases, so that any order and punctuation
 * of "In bài viết | Gửi email | Lượt xem: 12" is seen for what it is.
 */
final class Labels {
  private final Node root = new Node();

  private Labels() {}

  /** A word of a phrase, with the labels of the phrase that ends here. */
  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    int labels;
  }

  static Labels standard() {
    Labels labels = new Labels();
    for (String[] cells : RuleTable.read("labels.tsv")) {
      Label label = Label.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      Node node = labels.root;
      for (String word : Words.of(cells[1], Integer.MAX_VALUE)) {
        node = node.next.computeIfAbsent(word, w -> new Node());
      }
      node.labels |= label.bit();
    }
    return labels;
  }

  /** Whether the phrase as a whole is such a label. */
  boolean is(List<String> phrase, Label label) {
    return !phrase.isEmpty() && wordsAt(phrase, 0, label.bit()) == phrase.size();
  }

  boolean is(String phrase, Label label) {
    return is(Words.of(phrase, Integer.MAX_VALUE), label);
  }

  /** How many words at the place belong to a phrase of one of the labels; 0 where none does. */
  int wordsAt(List<String> words, int at, int wanted) {
    int longest = 0;
    Node node = root;
    for (int i = at; i < words.size(); i++) {
      node = node.next.get(words.get(i));
      if (node == null) {
        return longest;
      }
      if ((node.labels & wanted) != 0) {
        longest = i + 1 - at;
      }
    }
    return longest;
  }

  /** How many words belong to no phrase of the labels and are no number; stops at the limit. */
  int strangers(List<String> words, int wanted, int limit) {
    int strangers = 0;
    for (int i = 0; i < words.size() && strangers < limit; ) {
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
