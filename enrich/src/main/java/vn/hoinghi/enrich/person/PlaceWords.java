package vn.hoinghi.enrich.person;

import java.util.BitSet;
import java.util.List;
import vn.hoinghi.enrich.place.Kind;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.place.Words;

/**
 * The gazetteer's places in a text, by the words at which they begin and end. Every word is asked
 * about, most of them several times, so that the answers lie in a row.
 */
final class PlaceWords {
  /** Of each word the index after the place that begins there, or 0. */
  private final int[] ends;

  private final BitSet endings = new BitSet();
  private final BitSet provinceEndings = new BitSet();

  PlaceWords(Words words, List<PlaceHit> hits) {
    ends = new int[words.count()];
    int word = 0;
    for (PlaceHit hit : hits) {
      while (words.start(word) < hit.start()) {
        word++;
      }
      int from = word;
      while (word < words.count() && words.end(word) <= hit.end()) {
        word++;
      }
      ends[from] = word;
      endings.set(word);
      if (hit.kind() == Kind.PROVINCE) {
        provinceEndings.set(word);
      }
    }
  }

  /**
   * Index after the last word of the place that begins at a word; the word's own where none does.
   */
  int endAt(int word) {
    return beginsAt(word) ? ends[word] : word;
  }

  boolean beginsAt(int word) {
    return word < ends.length && ends[word] > 0;
  }

  /** True where a place's last word stands right before this one. */
  boolean endsBefore(int word) {
    return endings.get(word);
  }

  boolean provinceEnds(int word) {
    return provinceEndings.get(word);
  }
}
