package vn.hoinghi.standalone.explain;

import static vn.hoinghi.standalone.explain.ExplainWords.bits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.resolve.PairAccount;

/** In words, what the tables tell and what they do not. */
final class StoredWords {
  private static final String ELSE =
      "the texts, a value that is not kept or a person did; ask the topic";

  private StoredWords() {}

  /** Why two articles are one event or two, as far as the tables tell. */
  static String because(StoredPair pair) {
    PairAccount a = pair.account();
    String sum =
        bits(a.score()) + " bits without their texts, and a match begins at " + bits(a.threshold());
    String alone = a.apart() == null ? sum : a.apart() + ": " + a.because();
    if (a.together()) {
      return together(pair, sum, alone)
          + (pair.reprint() ? "; one carries the text of the other" : "");
    }
    if (pair.reckoned()) {
      return "so it was decided; what the tables tell would make them one (%s), and kept them apart"
              .formatted(alone)
          + " have "
          + ELSE;
    }
    return a.apart() != null
        ? "no agreement outweighs " + alone
        : a.matches()
            ? "they match (" + sum + "), but their groups do not agree"
            : "they do not match: " + sum;
  }

  private static String together(StoredPair pair, String sum, String alone) {
    PairAccount a = pair.account();
    if (!pair.reckoned()) {
      return "so it was decided; what the tables tell does not make them one ("
          + alone
          + "): "
          + ELSE;
    }
    return a.chain().size() == 1
        ? "they match: " + sum
        : "by themselves " + alone + "; they came together through other articles:";
  }

  /** What could not be compared, under the text. */
  static List<String> missing(List<String> missing) {
    var lines =
        new ArrayList<String>(
            List.of("", "not in the tables (what was guessed for it has a '?'):"));
    missing.forEach(what -> lines.add("  " + what));
    return lines;
  }

  /** The same in JSON. */
  static ObjectNode basis(ObjectNode json, List<String> missing) {
    json.put("basis", "tables");
    missing.forEach(json.putArray("notInTheTables")::add);
    return json;
  }
}
