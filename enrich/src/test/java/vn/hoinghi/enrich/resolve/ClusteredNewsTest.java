package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * What the text side alone is worth, on public Vietnamese news that people put into clusters:
 * VietnameseMDS (Tran et al. 2013) and ViMs (Tran et al. 2020). Each measure groups by average
 * likeness; its threshold is the best of every second cluster, and the figures are of the others.
 *
 * <p>{@code CLUSTERED_NEWS=DIR}, where DIR holds either or both, unpacked. What is measured is left
 * in {@code target/scorecards/clusters.json}.
 */
@EnabledIfEnvironmentVariable(named = "CLUSTERED_NEWS", matches = ".+")
class ClusteredNewsTest {
  /** Path of a text below the folder: its cluster is the folder that it lies in. */
  private static final Map<String, Pattern> SETS =
      new TreeMap<>(
          Map.of(
              "VietnameseMDS", Pattern.compile(".*/(cluster_\\d+)/\\d+\\.body\\.txt"),
              "ViMs", Pattern.compile(".*/data/(Cluster_\\d+)/\\d+\\.txt")));

  private static final Path FIGURES = Path.of("..", "target", "scorecards", "clusters.json");
  private static final int STEPS = 400;

  private record Text(String text, int cluster) {}

  static {
    TrustedRecords.trust();
  }

  @Test
  void theTextSideBesidePlainMeasures() throws IOException {
    var mapper = new ObjectMapper();
    ObjectNode figures = mapper.createObjectNode();
    for (Map.Entry<String, Pattern> set : SETS.entrySet()) {
      List<Text> texts = read(Path.of(System.getenv("CLUSTERED_NEWS")), set.getValue());
      if (!texts.isEmpty()) {
        figures.set(set.getKey(), measured(texts, mapper.createObjectNode()));
      }
    }
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    System.out.println(figures.toPrettyString());
    assertThat(figures).as("texts below CLUSTERED_NEWS").isNotEmpty();
  }

  private static ObjectNode measured(List<Text> texts, ObjectNode figures) {
    List<Text> tuning = texts.stream().filter(t -> t.cluster % 2 == 0).toList();
    List<Text> aside = texts.stream().filter(t -> t.cluster % 2 == 1).toList();
    figures.put("texts", texts.size());
    figures.put("clusters", texts.stream().map(Text::cluster).distinct().count());
    figures.put("measured", aside.size());
    ObjectNode measures = figures.putObject("measures");
    for (Likeness likeness : Likeness.values()) {
      float threshold = best(likeness, tuning);
      List<Integer> found = linkage(likeness, aside).labels(threshold);
      List<Integer> truth = aside.stream().map(Text::cluster).toList();
      BCubed bCubed = BCubed.of(truth, found);
      double[] pairs = pairs(truth, found);
      measures
          .putObject(likeness.words)
          .put("threshold", threshold)
          .put("pairs_p", pairs[0])
          .put("pairs_r", pairs[1])
          .put("pairs_f1", f1(pairs[0], pairs[1]))
          .put("bcubed_p", bCubed.precision())
          .put("bcubed_r", bCubed.recall())
          .put("bcubed_f1", bCubed.f1());
    }
    return figures;
  }

  private static AverageLinkage linkage(Likeness likeness, List<Text> texts) {
    return new AverageLinkage(likeness.of(texts.stream().map(Text::text).toList()));
  }

  private static float best(Likeness likeness, List<Text> texts) {
    AverageLinkage linkage = linkage(likeness, texts);
    List<Integer> truth = texts.stream().map(Text::cluster).toList();
    float best = 0;
    double highest = -1;
    for (float threshold : linkage.thresholds(STEPS)) {
      double f1 = BCubed.of(truth, linkage.labels(threshold)).f1();
      if (f1 > highest) {
        highest = f1;
        best = threshold;
      }
    }
    return best;
  }

  /** Precision and recall over pairs of texts. */
  private static double[] pairs(List<Integer> truth, List<Integer> found) {
    long both = 0;
    long together = 0;
    long belong = 0;
    for (int i = 0; i < truth.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean one = truth.get(i).equals(truth.get(j));
        boolean said = found.get(i).equals(found.get(j));
        both += one && said ? 1 : 0;
        together += said ? 1 : 0;
        belong += one ? 1 : 0;
      }
    }
    return new double[] {together == 0 ? 1 : (double) both / together, (double) both / belong};
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static List<Text> read(Path dir, Pattern layout) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(dir)) {
      files = all.filter(p -> layout.matcher(p.toString()).matches()).sorted().toList();
    }
    Map<String, Integer> clusters = new HashMap<>();
    var texts = new ArrayList<Text>();
    for (Path file : files) {
      int cluster = clusters.computeIfAbsent(file.getParent().toString(), c -> clusters.size());
      String text = headline(file) + Files.readString(file).strip();
      if (!text.isEmpty()) {
        texts.add(new Text(text, cluster));
      }
    }
    return texts;
  }

  /** VietnameseMDS keeps it in a file beside the text, with words joined by underscores. */
  private static String headline(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path beside = file.resolveSibling(name.replace(".body.txt", ".info.txt"));
    if (beside.equals(file) || !Files.exists(beside)) {
      return "";
    }
    return Files.readString(beside)
        .lines()
        .filter(line -> line.startsWith("TITLE:"))
        .map(line -> line.substring("TITLE:".length()).replace('_', ' ').strip() + "\n")
        .findFirst()
        .orElse("");
  }
}
