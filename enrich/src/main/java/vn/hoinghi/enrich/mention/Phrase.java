package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.enrich.text.Blanks;

/**
 * One line of a phrase table.
 *
 * @param lexicon the table
 * @param text the phrase, folded
 * @param notes the line's other columns
 */
record Phrase(Lexicon lexicon, String text, List<String> notes) {

  String note(int column) {
    return column < notes.size() ? notes.get(column) : "";
  }

  boolean is(String note) {
    return notes.contains(note);
  }

  /** "(mở|tổ chức) lớp" stands for "mở lớp" and "tổ chức lớp"; groups may nest. */
  static List<String> expand(String pattern) {
    Expansion expansion = new Expansion(pattern);
    return expansion.choices().stream()
        .map(text -> Blanks.single(text.strip()))
        .distinct()
        .toList();
  }

  /** Reads a pattern from left to right, one level of brackets at a time. */
  private static final class Expansion {
    private final String pattern;
    private int at;

    Expansion(String pattern) {
      this.pattern = pattern;
    }

    List<String> choices() {
      List<String> all = new ArrayList<>();
      List<String> sequence = List.of("");
      while (at < pattern.length()) {
        char c = pattern.charAt(at++);
        if (c == ')') {
          break;
        } else if (c == '|') {
          all.addAll(sequence);
          sequence = List.of("");
        } else {
          sequence = join(sequence, c == '(' ? choices() : List.of(String.valueOf(c)));
        }
      }
      all.addAll(sequence);
      return all;
    }

    private static List<String> join(List<String> heads, List<String> tails) {
      List<String> joined = new ArrayList<>();
      heads.forEach(head -> tails.forEach(tail -> joined.add(head + tail)));
      return joined;
    }
  }
}
