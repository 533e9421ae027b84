package vn.hoinghi.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the matches of an expression can begin: its ways, each a row of at most three classes of
 * characters. Every way has a bit; for each of the first three places a table by symbol tells which
 * ways a character fits. Where the three have no bit in common, no match begins.
 *
 * <p>What stands in no table (a rare character, the end of the text) fits every way, so nothing is
 * ever missed.
 */
final class Beginnings {
  private static final int DEPTH = 3;
  private static final int MOST = Long.SIZE;
  private static final long EVERY = -1L;

  /** Which ways fit a symbol at the first, second and third place; the first place lacks none. */
  final long[][] fits = new long[DEPTH][256];

  /** Whether a match may take no character at all. */
  final boolean empty;

  private Beginnings(boolean empty) {
    this.empty = empty;
    for (long[] place : fits) {
      Arrays.fill(place, EVERY);
    }
  }

  static Beginnings of(Shape shape) {
    Beginnings beginnings = new Beginnings(ways(shape, 1).contains(List.<String>of()));
    for (int depth = DEPTH; depth > 0 && !beginnings.empty; depth--) {
      Set<List<String>> ways = new LinkedHashSet<>(ways(shape, depth));
      if (ways.size() <= MOST) {
        beginnings.fill(new ArrayList<>(ways));
        return beginnings;
      }
    }
    return beginnings;
  }

  /** The ways to begin, cut at a depth; a shorter one may be followed by anything. */
  private static List<List<String>> ways(Shape shape, int depth) {
    if (depth == 0 || shape instanceof Shape.Look) {
      return List.of(List.of());
    }
    if (shape instanceof Shape.One one) {
      return List.of(List.of(one.charClass()));
    }
    if (shape instanceof Shape.Choice choice) {
      List<List<String>> all = new ArrayList<>();
      choice.parts().forEach(part -> all.addAll(ways(part, depth)));
      return all;
    }
    if (shape instanceof Shape.Many many) {
      return again(many, depth);
    }
    List<List<String>> all = List.of(List.of());
    for (Shape part : ((Shape.Row) shape).parts()) {
      all = then(all, part, depth);
    }
    return all;
  }

  private static List<List<String>> again(Shape.Many many, int depth) {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> times = List.of(List.of());
    int most = Math.min(many.most(), many.least() + depth);
    for (int i = 0; i <= most; i++) {
      if (i >= many.least()) {
        all.addAll(times);
      }
      times = then(times, many.part(), depth);
    }
    return all;
  }

  private static List<List<String>> then(List<List<String>> heads, Shape part, int depth) {
    Set<List<String>> all = new LinkedHashSet<>();
    for (List<String> head : heads) {
      for (List<String> tail : ways(part, depth - head.size())) {
        List<String> way = new ArrayList<>(head);
        way.addAll(tail);
        all.add(way);
      }
    }
    return new ArrayList<>(all);
  }

  private void fill(List<List<String>> ways) {
    Map<String, boolean[]> classes = new HashMap<>();
    for (int place = 0; place < DEPTH; place++) {
      for (int symbol = 1; symbol < Alphabet.symbols(); symbol++) {
        fits[place][symbol] = 0;
      }
      for (int way = 0; way < ways.size(); way++) {
        List<String> row = ways.get(way);
        boolean[] members =
            place < row.size()
                ? classes.computeIfAbsent(row.get(place), Beginnings::members)
                : null;
        for (int symbol = 1; symbol < Alphabet.symbols(); symbol++) {
          fits[place][symbol] |= members == null || members[symbol] ? 1L << way : 0;
        }
      }
    }
  }

  /** Which symbols are of a class. */
  private static boolean[] members(String charClass) {
    Pattern pattern = Pattern.compile(charClass, Pattern.DOTALL);
    boolean[] members = new boolean[Alphabet.symbols()];
    for (int symbol = 1; symbol < members.length; symbol++) {
      members[symbol] = pattern.matcher(String.valueOf(Alphabet.character(symbol))).matches();
    }
    return members;
  }
}
