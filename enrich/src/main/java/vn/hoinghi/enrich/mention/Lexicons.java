package vn.hoinghi.enrich.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.enrich.text.WordTrie;

/**
 * Several hundred phrases are looked for in every article. One trie over words holds them all, so
 * that a text is walked once, whatever the tables hold; of each table the longest phrase at a place
 * wins.
 */
final class Lexicons {
  private static final int TABLES = Lexicon.values().length;

  /** The phrases that end at a node, by table. */
  private static final class Ends {
    final List<List<Phrase>> phrases = new ArrayList<>(Collections.nCopies(TABLES, List.of()));
  }

  private final WordTrie<Ends> root = new WordTrie<>();

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
      WordTrie<Ends> node = root;
      for (Tokens tokens = Tokens.of(folded); tokens.advance(); ) {
        node = node.grow(tokens.word());
      }
      List<List<Phrase>> ends = node.valueOr(Ends::new).phrases;
      List<Phrase> phrases = new ArrayList<>(ends.get(lexicon.ordinal()));
      phrases.add(new Phrase(lexicon, folded, columns.subList(1, columns.size())));
      ends.set(lexicon.ordinal(), List.copyOf(phrases));
    }
  }

  /** All phrases found, by table, in the order of the text; none of a table overlap. */
  Map<Lexicon, List<Hit>> find(String folded) {
    return new Walk(new FoldedWords(folded)).find();
  }

  /** One walk over one text. */
  private final class Walk {
    private final FoldedWords words;
    private final List<List<Hit>> found = new ArrayList<>();

    /** Of each table where the next phrase may begin, and what is the longest one here. */
    private final int[] free = new int[TABLES];

    private final List<List<Phrase>> longest =
        new ArrayList<>(Collections.nCopies(TABLES, List.of()));
    private final int[] end = new int[TABLES];

    Walk(FoldedWords words) {
      this.words = words;
    }

    Map<Lexicon, List<Hit>> find() {
      Map<Lexicon, List<Hit>> byLexicon = new EnumMap<>(Lexicon.class);
      for (Lexicon lexicon : Lexicon.values()) {
        List<Hit> hits = new ArrayList<>();
        found.add(hits);
        byLexicon.put(lexicon, hits);
      }
      for (int i = 0; i < words.count(); i++) {
        WordTrie<Ends> node = root.step(words, i);
        if (node != null && longestAt(node, i)) {
          keep(words.start(i));
        }
      }
      return byLexicon;
    }

    /** Notes the longest phrase of each table that begins at a word; false where there is none. */
    private boolean longestAt(WordTrie<Ends> first, int word) {
      boolean any = false;
      int i = word;
      for (WordTrie<Ends> node = first;
          node != null;
          node = ++i < words.count() ? node.step(words, i) : null) {
        if (node.value() != null) {
          any = true;
          note(node.value().phrases, words.end(i));
        }
      }
      return any;
    }

    private void note(List<List<Phrase>> phrases, int to) {
      for (int table = 0; table < TABLES; table++) {
        if (!phrases.get(table).isEmpty()) {
          longest.set(table, phrases.get(table));
          end[table] = to;
        }
      }
    }

    private void keep(int start) {
      for (int table = 0; table < TABLES; table++) {
        List<Phrase> phrases = longest.set(table, List.of());
        if (!phrases.isEmpty() && start >= free[table]) {
          for (Phrase phrase : phrases) {
            found.get(table).add(new Hit(start, end[table], phrase));
          }
          free[table] = end[table];
        }
      }
    }
  }
}
