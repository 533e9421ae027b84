package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How often each signal shows between two reports of one conference and between two of different
 * ones, over all pairs of a collection that share an index bucket, or a province on days next to
 * each other, and that no rule keeps apart. Without the latter, reports of days next to each other
 * would be counted only where a chair or a text in common brought them together, and a wrong day
 * would seem to say little.
 */
final class SignalCounts {
  /** Pairs of different conferences, and of one. */
  private static final int OTHER = 0;

  private static final int ONE = 1;

  private final Map<Signal, int[]> shown = new EnumMap<>(Signal.class);
  private final int[] pairs = new int[2];

  private SignalCounts() {
    for (Signal signal : Signal.values()) {
      shown.put(signal, new int[2]);
    }
  }

  /**
   * Counts the pairs of a collection.
   *
   * @param conferences the label of each article's conference, by article id
   */
  static SignalCounts of(MemoryIndex index, Map<String, String> conferences) {
    var counts = new SignalCounts();
    var neighbourhood = new Neighbourhood(index, new Neighbourhood.Memory());
    var days = new HashMap<String, List<String>>();
    for (String article : index.articleIds()) {
      for (String day : days(neighbourhood.facts(article), 0)) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(article);
      }
    }
    for (String article : index.articleIds()) {
      Facts mine = neighbourhood.facts(article);
      var near = new TreeSet<>(neighbourhood.candidates(mine));
      days(mine, 1).forEach(day -> near.addAll(days.getOrDefault(day, List.of())));
      for (String other : near) {
        if (article.compareTo(other) < 0) {
          boolean one = conferences.get(article).equals(conferences.get(other));
          counts.count(mine, neighbourhood.facts(other), one ? ONE : OTHER);
        }
      }
    }
    return counts;
  }

  /** The days on which it may have been, and so many before and after, each with its province. */
  private static List<String> days(Facts facts, int more) {
    var days = new ArrayList<String>();
    for (Days.Range range : facts.days.ranges()) {
      for (int day = range.first() - more; day <= range.last() + more; day++) {
        days.add(facts.province + ' ' + day);
      }
    }
    return days;
  }

  private void count(Facts a, Facts b, int kind) {
    List<Signal> signals = new ArrayList<>();
    if (Comparison.of(a, b, signals::add).apart() == null) {
      pairs[kind]++;
      signals.forEach(s -> shown.get(s)[kind]++);
    }
  }

  /** Takes in what was counted over another collection. */
  void add(SignalCounts other) {
    for (int kind : new int[] {OTHER, ONE}) {
      pairs[kind] += other.pairs[kind];
      shown.forEach((signal, counts) -> counts[kind] += other.shown.get(signal)[kind]);
    }
  }

  int pairsOfOne() {
    return pairs[ONE];
  }

  int pairsOfTwo() {
    return pairs[OTHER];
  }

  /** How often the signal showed at all. */
  int seen(Signal signal) {
    return shown.get(signal)[ONE] + shown.get(signal)[OTHER];
  }

  Share ofOne(Signal signal) {
    return share(signal, ONE);
  }

  Share ofTwo(Signal signal) {
    return share(signal, OTHER);
  }

  /**
   * A signal among the pairs that could have shown it.
   *
   * @param shown pairs that did
   * @param asked pairs in which its field said anything; all pairs where it only ever says one
   *     thing
   * @param kinds what those could have said
   */
  record Share(int shown, int asked, int kinds) {
    /** Shares that were never seen are not impossible: the rule of succession (Laplace 1774). */
    double smoothed() {
      return (shown + 1.0) / (asked + kinds);
    }

    /** The same, where what was found elsewhere counts like so many pairs more. */
    double beside(double elsewhere, int pairs) {
      return (shown + pairs * elsewhere) / (asked + pairs);
    }
  }

  private Share share(Signal signal, int kind) {
    int sum = 0;
    int kinds = 0;
    for (Signal other : Signal.values()) {
      if (subject(other).equals(subject(signal))) {
        sum += shown.get(other)[kind];
        kinds++;
      }
    }
    boolean mayBeSilent = kinds == 1 || subject(signal).equals("TEXT");
    return new Share(
        shown.get(signal)[kind], mayBeSilent ? pairs[kind] : sum, mayBeSilent ? kinds + 1 : kinds);
  }

  private static String subject(Signal signal) {
    int end = signal.name().indexOf('_');
    return end < 0 ? signal.name() : signal.name().substring(0, end);
  }
}
