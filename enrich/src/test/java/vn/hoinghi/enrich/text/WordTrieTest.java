package vn.hoinghi.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTrieTest {
  private record Told(List<String> words) implements WordCodes {
    @Override
    public int count() {
      return words.size();
    }

    @Override
    public long code(int word) {
      return WordCode.of(words.get(word));
    }

    @Override
    public String folded(int word) {
      return words.get(word);
    }
  }

  private final WordTrie<String> trie = new WordTrie<>();

  private void put(String phrase) {
    int node = WordTrie.ROOT;
    for (String word : phrase.split(" ", -1)) {
      node = trie.grow(node, word);
    }
    trie.set(node, phrase);
  }

  private String read(String phrase) {
    Told told = new Told(List.of(phrase.split(" ", -1)));
    int node = WordTrie.ROOT;
    for (int i = 0; i < told.count() && node != WordTrie.NOWHERE; i++) {
      node = trie.step(node, told, i);
    }
    return node == WordTrie.NOWHERE ? "nowhere" : String.valueOf(trie.value(node));
  }

  @Test
  void phrasesThatShareWordsAreToldApart() {
    put("ban chấp hành");
    put("ban tổ chức");
    put("ban");

    assertThat(read("ban chấp hành")).isEqualTo("ban chấp hành");
    assertThat(read("ban tổ chức")).isEqualTo("ban tổ chức");
    assertThat(read("ban")).isEqualTo("ban");
    assertThat(read("ban chấp")).isEqualTo("null");
    assertThat(read("ban hành")).isEqualTo("nowhere");
    assertThat(read("chấp hành")).isEqualTo("nowhere");
    assertThat(read("ban chấp hành ban")).isEqualTo("nowhere");
  }

  @Test
  void phrasesAreKeptWhenTheTableGrows() {
    for (int i = 0; i < 3000; i++) {
      put("số " + i + " phòng" + i % 7 + " tổ");
    }
    for (int i = 0; i < 3000; i++) {
      String phrase = "số " + i + " phòng" + i % 7 + " tổ";
      assertThat(read(phrase)).isEqualTo(phrase);
    }
    assertThat(read("số 3000")).isEqualTo("nowhere");
  }

  @Test
  void wordsLongerThanACodeAreComparedByTheirLetters() {
    put("nationalassembly");

    assertThat(read("nationalassembly")).isEqualTo("nationalassembly");
    assertThat(read("nationalassemblies")).isEqualTo("nowhere");
  }
}
