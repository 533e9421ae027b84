package vn.hoinghi.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The stock phrases of Vietnamese sites as a tree of plain words, the longest phrase found first. A
 * line is judged by how many of its words belong to such phrases, so that any order and punctuation
 * of "In bài viết | Gửi email | Lượt xem: 12" is seen for what it is.
 */
final class Labels {
  private final Vocabulary vocabulary = new Vocabulary();
  private final Node root = new Node();

  /** "Có 12 bình luận". */
  private final int thereAre = vocabulary.add("co");

  /** The nodes of phrases' first words, by the words' numbers. */
  private Node[] first = {};

  private Labels() {}

  /** A word of a phrase, with the labels of the phrase that ends here and of those that go on. */
  private static final class Node {
    private int[] words = {};
    private Node[] nodes = {};
    int labels;
    int within;

    /** The node behind the word, or null; few words follow one. */
    Node next(int word) {
      for (int i = 0; i < words.length; i++) {
        if (words[i] == word) {
          return nodes[i];
        }
      }
      return null;
    }

    Node nextOrNew(int word) {
      Node node = next(word);
      if (node == null) {
        node = new Node();
        words = Arrays.copyOf(words, words.length + 1);
        nodes = Arrays.copyOf(nodes, words.length);
        words[words.length - 1] = word;
        nodes[words.length - 1] = node;
      }
      return node;
    }
  }

  static Labels standard() {
    Labels labels = new Labels();
    for (String[] cells : RuleTable.read("labels.tsv")) {
      Label label = Label.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      labels.add(Words.of(cells[1], Integer.MAX_VALUE), label.bit());
    }
    labels.first = new Node[labels.vocabulary.size() + 1];
    Arrays.setAll(labels.first, labels.root::next);
    return labels;
  }

  private void add(List<String> words, int label) {
    Node node = root;
    List<Node> path = new ArrayList<>();
    for (String word : words) {
      node = node.nextOrNew(vocabulary.add(word));
      path.add(node);
    }
    node.labels |= label;
    path.forEach(n -> n.within |= label);
  }

  /** The words of a text, at most as many as asked for, as this class knows them. */
  Phrase read(String text, int limit) {
    return new Phrase(vocabulary, text, limit);
  }

  /**
   * The labels of all phrases that begin with the text's first word; all labels where that is a
   * number or "có", behind which a phrase may yet begin.
   */
  int beginning(String text) {
    int code = vocabulary.first(text);
    if (code < 0) {
      return 0;
    }
    int word = Phrase.wordOf(code);
    Node node = first[word];
    return Phrase.isNumberCode(code) || word == thereAre ? -1 : node == null ? 0 : node.within;
  }

  /** Whether the phrase begins with "có". */
  boolean saysThereAre(Phrase phrase) {
    return !phrase.isEmpty() && phrase.word(0) == thereAre;
  }

  /** Whether the phrase as a whole is such a label. */
  boolean is(Phrase phrase, Label label) {
    return !phrase.isEmpty() && wordsAt(phrase, 0, label.bit()) == phrase.size();
  }

  boolean is(String phrase, Label label) {
    return is(read(phrase, Integer.MAX_VALUE), label);
  }

  /** How many words at the place belong to a phrase of one of the labels; 0 where none does. */
  int wordsAt(Phrase words, int at, int wanted) {
    if (!words.has(at)) {
      return 0;
    }
    int longest = 0;
    Node node = first[words.word(at)];
    for (int i = at + 1; node != null && (node.within & wanted) != 0; i++) {
      if ((node.labels & wanted) != 0) {
        longest = i - at;
      }
      node = words.has(i) ? node.next(words.word(i)) : null;
    }
    return longest;
  }

  /** How many words belong to no phrase of the labels and are no number; stops at the limit. */
  int strangers(Phrase words, int wanted, int limit) {
    int strangers = 0;
    for (int i = 0; strangers < limit && words.has(i); ) {
      int n = wordsAt(words, i, wanted);
      if (n == 0 && !words.isNumberLike(i)) {
        strangers++;
      }
      i += Math.max(1, n);
    }
    return strangers;
  }
}
