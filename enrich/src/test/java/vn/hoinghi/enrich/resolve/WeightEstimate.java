package vn.hoinghi.enrich.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hoinghi.enrich.generator.GeneratedNews;
import vn.hoinghi.enrich.mention.MentionReader;

/**
 * Estimates the weights of the signals by counting (Fellegi and Sunter 1969) and writes them as
 * weights.csv: log2 of m/u, where m is how often a signal shows between reports of one conference,
 * u between reports of two. Generated news is plenty, but invented; labelled sets are real, but
 * few: so the generated shares are taken as the opinion beforehand, worth {@link #PRIOR_PAIRS}
 * pairs, and labelled pairs are counted on top of it. A row that a person set ("hand") stays.
 *
 * <p>{@code [LABELLED_SETS=DIR] WeightEstimate FILE [articles [seed]]}
 */
public final class WeightEstimate {
  /** No slip of a reader is rarer than this, however many reports are generated. */
  private static final int LEAST = -700;

  private static final int MOST = 1400;
  private static final int STEP = 10;

  /** Seen less often, a signal says nothing yet. */
  private static final int RARE = 30;

  /** Labelled pairs that the generated shares are worth. */
  private static final int PRIOR_PAIRS = 100;

  private static final int CONFERENCES_A_DAY = 75;
  private static final List<String> SETS = List.of("corpus", "real", "seeds");

  private final SignalCounts generated;

  /** Null where there are none. */
  private final SignalCounts labelled;

  private final List<String> origin = new ArrayList<>();

  WeightEstimate(SignalCounts generated, SignalCounts labelled) {
    this.generated = generated;
    this.labelled = labelled;
  }

  /** Writes the table anew. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : 12_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 7;
    String sets = System.getenv("LABELLED_SETS");
    SignalCounts labelled = sets == null ? null : labelled(Path.of(sets));
    var estimate = new WeightEstimate(generated(articles, seed), labelled);
    estimate.origin(articles, seed);
    String before = Files.readString(file);
    String after = estimate.table(before);
    Files.writeString(file, after);
    List<String> known = before.lines().toList();
    after.lines().filter(line -> !known.contains(line)).forEach(System.out::println);
  }

  static SignalCounts generated(int articles, long seed) {
    var index = new MemoryIndex();
    var truth = new HashMap<String, String>();
    for (var news = new GeneratedNews(seed, articles, CONFERENCES_A_DAY); news.hasNext(); ) {
      GeneratedNews.Report report = news.next();
      index.add(report.member());
      truth.put(report.member().articleId(), Integer.toString(report.conference()));
    }
    return SignalCounts.of(index, truth);
  }

  /** Pairs of one set only are compared: what another set calls a conference is its own affair. */
  private static SignalCounts labelled(Path sets) {
    SignalCounts all = null;
    for (String set : SETS) {
      var index = new MemoryIndex();
      var truth = new HashMap<String, String>();
      for (LabelledSet.Labelled report : LabelledSet.of(sets.resolve(set))) {
        index.add(report.member());
        truth.put(report.member().articleId(), report.cluster());
      }
      SignalCounts counts = SignalCounts.of(index, truth);
      if (all == null) {
        all = counts;
      } else {
        all.add(counts);
      }
    }
    return all;
  }

  private void origin(int articles, long seed) {
    origin.add(
        String.format(
            Locale.ROOT,
            "# Generated: %d articles, seed %d: %d pairs of one conference, %d of two. Rules %s.",
            articles,
            seed,
            generated.pairsOfOne(),
            generated.pairsOfTwo(),
            MentionReader.RULES_VERSION));
    origin.add(
        labelled == null
            ? "# Labelled: none."
            : String.format(
                Locale.ROOT,
                "# Labelled (%s, labels as mentions): %d pairs of one conference, %d of two.",
                String.join(", ", SETS),
                labelled.pairsOfOne(),
                labelled.pairsOfTwo()));
  }

  /** The table with its words on top, the two lines of its origin anew, and every counted row. */
  String table(String before) {
    var lines = new ArrayList<String>();
    Map<String, Signal> signals = new HashMap<>();
    for (Signal signal : Signal.values()) {
      signals.put(signal.row(), signal);
    }
    boolean toldOrigin = false;
    for (String line : before.lines().toList()) {
      boolean isOrigin = line.startsWith("# Generated:") || line.startsWith("# Labelled");
      if (!line.startsWith("#") && !toldOrigin) {
        lines.addAll(origin);
        toldOrigin = true;
      }
      if (!isOrigin) {
        lines.add(line.startsWith("#") ? line : row(line, signals));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String row(String line, Map<String, Signal> signals) {
    String[] cells = line.split(",", 3);
    Signal signal = signals.get(cells[0]);
    boolean hand = cells[2].startsWith("hand");
    boolean rare = signal != Signal.PRIOR && generated.seen(signal) < RARE;
    return hand || rare ? line : cells[0] + ',' + counted(signal);
  }

  private String counted(Signal signal) {
    if (signal == Signal.PRIOR) {
      return weight((double) generated.pairsOfOne() / generated.pairsOfTwo()) + ",share of pairs";
    }
    double m = share(generated.ofOne(signal), labelled == null ? null : labelled.ofOne(signal));
    double u = share(generated.ofTwo(signal), labelled == null ? null : labelled.ofTwo(signal));
    return String.format(Locale.ROOT, "%d,m %.2f u %.2f", weight(m / u), 100 * m, 100 * u);
  }

  private static double share(SignalCounts.Share generated, SignalCounts.Share labelled) {
    double beforehand = generated.smoothed();
    return labelled == null ? beforehand : labelled.beside(beforehand, PRIOR_PAIRS);
  }

  /** In 1/100 bit, in steps of ten. */
  static int weight(double ratio) {
    long weight = Math.round(100 * Math.log(ratio) / Math.log(2) / STEP) * STEP;
    return (int) Math.max(LEAST, Math.min(MOST, weight));
  }
}
