package vn.hoinghi.enrich.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.hoinghi.enrich.text.FoldedWords;
import vn.hoinghi.enrich.text.Prose;
import vn.hoinghi.enrich.text.WordTrie;

/**
 * Several hundred phrases are looked for in every article. One trie over words holds them all, so
 * that a text is walked once, whatever the tables hold; of each table the longest phrase at a place
 * wins.
 */
final class Lexicons {
  private static final int TABLES = Lexicon.values().length;

  /** The phrases that end at a node: of some tables, each with a bit, one or more of each. */
  private static final class Ends {
    int tables;
    private final Phrase[][] phrases = new Phrase[TABLES][];

    private void add(int table, Phrase phrase) {
      boolean first = (tables & (1 << table)) == 0;
      int known = first ? 0 : phrases[table].length;
      Phrase[] more = first ? new Phrase[1] : Arrays.copyOf(phrases[table], known + 1);
      more[known] = phrase;
      phrases[table] = more;
      tables |= 1 << table;
    }
  }

  private final WordTrie<Ends> trie = new WordTrie<>();

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
      trie.valueOr(node, Ends::new).add(table, phrase);
    }
  }

  /** All phrases found, by table, in the order of the text; none of a table overlap. */
  Map<Lexicon, List<Hit>> find(Prose folded) {
    return new Walk(new FoldedWords(folded)).find();
  }

  /** One walk over one text. */
  private final class Walk {
    private final FoldedWords words;
    private final List<List<Hit>> found = new ArrayList<>(TABLES);

    /** Of each table where the next phrase may begin, and what is the longest one here. */
    private final int[] free = new int[TABLES];

    private final Phrase[][] longest = new Phrase[TABLES][];
    private final int[] end = new int[TABLES];

    Walk(FoldedWords words) {
      this.words = words;
      for (int table = 0; table < TABLES; table++) {
        found.add(new ArrayList<>());
      }
    }

    Map<Lexicon, List<Hit>> find() {
      int count = words.count();
      for (int i = 0; i < count; i++) {
        int node = trie.step(WordTrie.ROOT, words, i);
        if (node >= 0) {
          keep(words.start(i), longestAt(node, i));
        }
      }
      Map<Lexicon, List<Hit>> byLexicon = new EnumMap<>(Lexicon.class);
      for (Lexicon lexicon : Lexicon.values()) {
        byLexicon.put(lexicon, found.get(byLexicon.size()));
      }
      return byLexicon;
    }

    /** Notes the longest phrase of each table that begins at a word; a bit for each such table. */
    private int longestAt(int first, int word) {
      int tables = 0;
      int i = word;
      for (int node = first;
          node >= 0;
          node = ++i < words.count() ? trie.step(node, words, i) : WordTrie.NOWHERE) {
        Ends here = trie.value(node);
        if (here == null) {
          continue;
        }
        tables |= here.tables;
        for (int rest = here.tables; rest != 0; rest &= rest - 1) {
          int table = Integer.numberOfTrailingZeros(rest);
          longest[table] = here.phrases[table];
          end[table] = words.end(i);
        }
      }
      return tables;
    }

    private void keep(int start, int tables) {
      for (int rest = tables; rest != 0; rest &= rest - 1) {
        int table = Integer.numberOfTrailingZeros(rest);
        if (start >= free[table]) {
          for (Phrase phrase : longest[table]) {
            found.get(table).add(new Hit(start, end[table], phrase));
          }
          free[table] = end[table];
        }
      }
    }
  }
}
