package vn.hoinghi.enrich.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  /** The phrases of one table that end at a node. */
  private record Ends(int table, List<Phrase> phrases) {}

  private final WordTrie<List<Ends>> trie = new WordTrie<>();

  private Lexicons() {}

  static Lexicons standard() {
    Lexicons all = new Lexicons();
    int table = 0;
    for (Lexicon lexicon : Lexicon.values()) {
      for (String line : lines(lexicon.file())) {
        all.add(table, lexicon, line);
      }
      table++;
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

  private void add(int table, Lexicon lexicon, String line) {
    List<String> columns = List.of(line.strip().split("\t+", -1));
    for (String text : Phrase.expand(columns.get(0))) {
      String folded = Folding.fold(text);
      int node = WordTrie.ROOT;
      for (Tokens tokens = Tokens.of(folded); tokens.advance(); ) {
        node = trie.grow(node, tokens.word());
      }
      Phrase phrase = new Phrase(lexicon, folded, columns.subList(1, columns.size()));
      ends(trie.valueOr(node, ArrayList::new), table).phrases().add(phrase);
    }
  }

  private static Ends ends(List<Ends> here, int table) {
    for (Ends ends : here) {
      if (ends.table() == table) {
        return ends;
      }
    }
    here.add(new Ends(table, new ArrayList<>()));
    return here.get(here.size() - 1);
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

    private final Ends[] longest = new Ends[TABLES];
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
        keep(words.start(i), longestAt(i));
      }
      return byLexicon;
    }

    /** Notes the longest phrase of each table that begins at a word; a bit for each such table. */
    private int longestAt(int word) {
      int tables = 0;
      int i = word;
      for (int node = trie.step(WordTrie.ROOT, words, i);
          node >= 0;
          node = ++i < words.count() ? trie.step(node, words, i) : WordTrie.NOWHERE) {
        List<Ends> here = trie.value(node);
        for (int e = 0; here != null && e < here.size(); e++) {
          Ends ends = here.get(e);
          longest[ends.table()] = ends;
          end[ends.table()] = words.end(i);
          tables |= 1 << ends.table();
        }
      }
      return tables;
    }

    private void keep(int start, int tables) {
      for (int rest = tables; rest != 0; rest &= rest - 1) {
        int table = Integer.numberOfTrailingZeros(rest);
        if (start >= free[table]) {
          for (Phrase phrase : longest[table].phrases()) {
            found.get(table).add(new Hit(start, end[table], phrase));
          }
          free[table] = end[table];
        }
      }
    }
  }
}
