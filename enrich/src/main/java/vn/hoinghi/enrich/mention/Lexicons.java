package vn.hoinghi.enrich.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several hundred phrases are looked for in every article. One trie over words holds them all, so
 * that a text is walked once, whatever the tables hold; of each table the longest phrase at a place
 * wins.
 */
final class Lexicons {
  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final Map<Lexicon, List<Phrase>> ends = new EnumMap<>(Lexicon.class);
  }

  private final Node root = new Node();

  private Lexicons() {}

  static Lexicons standard() {
    Lexicons all = new Lexicons();
    for (Lexicon lexicon : Lexicon.values()) {
      lines(lexicon.file()).forEach(line -> all.add(lexicon, line));
    }
    return all;
  }

  /** Lines of a data file of this package without comments and blank lines. */
  static List<String> lines(String file) {
    try (InputStream in = Lexicons.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("rule table is missing: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private void add(Lexicon lexicon, String line) {
    List<String> columns = List.of(line.strip().split("\t+", -1));
    for (String text : Phrase.expand(columns.get(0))) {
      String folded = Folding.fold(text);
      Node node = root;
      for (Tokens tokens = Tokens.of(folded); tokens.advance(); ) {
        node = node.next.computeIfAbsent(tokens.word(), w -> new Node());
      }
      node.ends
          .computeIfAbsent(lexicon, l -> new ArrayList<>())
          .add(new Phrase(lexicon, folded, columns.subList(1, columns.size())));
    }
  }

  /** All phrases found, by table, in the order of the text; none of a table overlap. */
  Map<Lexicon, List<Hit>> find(String folded) {
    Map<Lexicon, List<Hit>> found = new EnumMap<>(Lexicon.class);
    for (Lexicon lexicon : Lexicon.values()) {
      found.put(lexicon, new ArrayList<>());
    }
    List<Span> words = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Tokens tokens = Tokens.of(folded); tokens.advance(); ) {
      words.add(new Span(tokens.start(), tokens.end()));
      texts.add(tokens.word());
    }
    Map<Lexicon, Integer> free = new EnumMap<>(Lexicon.class);
    for (int i = 0; i < words.size(); i++) {
      longestAt(words, texts, i)
          .forEach(
              (lexicon, hits) -> {
                if (hits.get(0).start() >= free.getOrDefault(lexicon, 0)) {
                  found.get(lexicon).addAll(hits);
                  free.put(lexicon, hits.get(0).end());
                }
              });
    }
    return found;
  }

  private Map<Lexicon, List<Hit>> longestAt(List<Span> words, List<String> texts, int first) {
    Node node = root.next.get(texts.get(first));
    if (node == null) {
      return Map.of();
    }
    Map<Lexicon, List<Hit>> longest = new EnumMap<>(Lexicon.class);
    int start = words.get(first).start();
    for (int i = first; node != null; node = next(node, texts, i)) {
      int end = words.get(i++).end();
      node.ends.forEach(
          (lexicon, phrases) ->
              longest.put(lexicon, phrases.stream().map(p -> new Hit(start, end, p)).toList()));
    }
    return longest;
  }

  private static Node next(Node node, List<String> texts, int at) {
    return at < texts.size() ? node.next.get(texts.get(at)) : null;
  }
}
