package vn.hoinghi.enrich.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.place.Kind;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.place.Words;

/** The gazetteer's places in a text, by the words at which they begin and end. */
final class PlaceWords {
  private final Map<Integer, Integer> ends = new HashMap<>();
  private final Set<Integer> endings = new HashSet<>();
  private final Set<Integer> provinceEndings = new HashSet<>();

  PlaceWords(Words words, List<PlaceHit> hits) {
    int word = 0;
    for (PlaceHit hit : hits) {
      while (words.start(word) < hit.start()) {
        word++;
      }
      int from = word;
      while (word < words.count() && words.end(word) <= hit.end()) {
        word++;
      }
      ends.put(from, word);
      endings.add(word);
      if (hit.kind() == Kind.PROVINCE) {
        provinceEndings.add(word);
      }
    }
  }

  /**
   * Index after the last word of the place that begins at a word; the word's own where none does.
   */
  int endAt(int word) {
    return ends.getOrDefault(word, word);
  }

  boolean beginsAt(int word) {
    return ends.containsKey(word);
  }

  /** True where a place's last word stands right before this one. */
  boolean endsBefore(int word) {
    return endings.contains(word);
  }

  boolean provinceEnds(int word) {
    return provinceEndings.contains(word);
  }
}
