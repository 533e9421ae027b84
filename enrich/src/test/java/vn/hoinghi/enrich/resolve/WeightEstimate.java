package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.enrich.generator.GeneratedNews;

/**
 * Estimates the weights of the signals by counting (Fellegi and Sunter 1969): over all pairs that
 * share an index bucket and that no rule keeps apart, how often a signal shows between reports of
 * one conference (m) and of two (u), among the pairs in which its field can be compared at all.
 * Prints rows for weights.csv with both shares in per cent; a signal too rare to count gets none.
 *
 * <p>{@code WeightEstimate [articles] [seed]}
 */
public final class WeightEstimate {
  private static final int MOST = 1400;

  /** No slip of a reader is rarer than this, however many reports are generated. */
  private static final int LEAST = -700;

  private static final int RARE = 30;
  private static final double SMOOTHING = 2;

  private final Map<Signal, int[]> shown = new EnumMap<>(Signal.class);
  private final int[] pairs = new int[2];

  private WeightEstimate() {
    for (Signal signal : Signal.values()) {
      shown.put(signal, new int[2]);
    }
  }

  /** Counts over generated news. */
  public static void main(String[] args) {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 7;
    var index = new MemoryIndex();
    var truth = new HashMap<String, Integer>();
    for (var news = new GeneratedNews(seed, articles, 75); news.hasNext(); ) {
      GeneratedNews.Report report = news.next();
      index.add(report.member());
      truth.put(report.member().articleId(), report.conference());
    }
    var estimate = new WeightEstimate();
    var neighbourhood = new Neighbourhood(index, new Neighbourhood.Memory());
    for (String article : index.articleIds()) {
      Facts mine = neighbourhood.facts(article);
      for (String other : neighbourhood.candidates(mine)) {
        if (article.compareTo(other) < 0) {
          boolean one = truth.get(article).equals(truth.get(other));
          estimate.count(mine, neighbourhood.facts(other), one ? 1 : 0);
        }
      }
    }
    estimate.print();
  }

  private void count(Facts a, Facts b, int one) {
    List<Signal> signals = new ArrayList<>();
    Verdict verdict = Comparison.of(a, b, signals::add);
    if (verdict.apart() == null) {
      pairs[one]++;
      signals.forEach(s -> shown.get(s)[one]++);
    }
  }

  private void print() {
    int prior = weight((double) pairs[1] / pairs[0]);
    System.out.printf(Locale.ROOT, "# %d pairs of one, %d of two%n", pairs[1], pairs[0]);
    System.out.printf(Locale.ROOT, "prior,%d%n", prior);
    for (Signal signal : Signal.values()) {
      int[] counts = shown.get(signal);
      if (signal != Signal.PRIOR && counts[0] + counts[1] >= RARE) {
        int[] field = field(signal);
        double m = (counts[1] + SMOOTHING) / (field[1] + 2 * SMOOTHING);
        double u = (counts[0] + SMOOTHING) / (field[0] + 2 * SMOOTHING);
        System.out.printf(
            Locale.ROOT, "%s,%d,m %.2f u %.2f%n", signal.row(), weight(m / u), 100 * m, 100 * u);
      }
    }
  }

  /**
   * Pairs in which the signal's field said anything; all pairs where it only ever says one thing.
   */
  private int[] field(Signal signal) {
    int[] sum = new int[2];
    int kinds = 0;
    for (Signal other : Signal.values()) {
      if (subject(other).equals(subject(signal))) {
        sum[0] += shown.get(other)[0];
        sum[1] += shown.get(other)[1];
        kinds++;
      }
    }
    boolean always = kinds == 1 || subject(signal).equals("TEXT");
    return always ? pairs : sum;
  }

  private static String subject(Signal signal) {
    int end = signal.name().indexOf('_');
    return end < 0 ? signal.name() : signal.name().substring(0, end);
  }

  /** In 1/100 bit, in steps of ten. */
  private static int weight(double ratio) {
    long weight = Math.round(100 * Math.log(ratio) / Math.log(2) / 10) * 10;
    return (int) Math.max(LEAST, Math.min(MOST, weight));
  }
}
