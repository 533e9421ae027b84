package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where the weights come from, and that the table says so truly. */
class WeightEstimateTest {
  private static final Pattern COUNTED =
      Pattern.compile("(-?\\d+),m (\\d+\\.\\d+) u (\\d+\\.\\d+)");
  private static final Map<String, String> ROWS = Table.read("weights.csv");

  @Test
  void whatWasNeverSeenIsUnlikelyAndNotImpossible() {
    assertThat(new SignalCounts.Share(0, 8, 2).smoothed()).isEqualTo(0.1);
    assertThat(new SignalCounts.Share(8, 8, 2).smoothed()).isEqualTo(0.9);
  }

  @Test
  void anOpinionBeforehandGivesWayToWhatIsCounted() {
    double beforehand = 0.5;
    assertThat(new SignalCounts.Share(0, 0, 2).beside(beforehand, 100)).isEqualTo(0.5);
    assertThat(new SignalCounts.Share(100, 100, 2).beside(beforehand, 100)).isEqualTo(0.75);
    assertThat(new SignalCounts.Share(100_000, 100_000, 2).beside(beforehand, 100))
        .isCloseTo(1, within(0.001));
  }

  @Test
  void everySignalHasOneRowThatSaysWhereItComesFrom() {
    var signals = new ArrayList<String>();
    for (Signal signal : Signal.values()) {
      signals.add(signal.row());
      assertThat(ROWS.get(signal.row()))
          .as(signal.row())
          .matches("-?\\d+,(share of pairs|m \\d+\\.\\d\\d u \\d+\\.\\d\\d|hand.*)");
    }
    assertThat(ROWS.keySet()).containsExactlyInAnyOrderElementsOf(signals);
  }

  @Test
  void aCountedRowSaysHowOftenAndWeighsThat() {
    int checked = 0;
    for (Map.Entry<String, String> row : ROWS.entrySet()) {
      Matcher counted = COUNTED.matcher(row.getValue());
      if (counted.matches()) {
        double m = Double.parseDouble(counted.group(2));
        double u = Double.parseDouble(counted.group(3));
        boolean exact = m >= 1 && u >= 1; // of smaller ones two decimals say too little
        if (exact) {
          assertThat(Integer.parseInt(counted.group(1)))
              .as(row.getKey())
              .isCloseTo(WeightEstimate.weight(m / u), within(10));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void theTableIsWrittenAnewButForWhatAHandHasSet() {
    String before =
        """
        # words
        # Generated: of old.
        prior,7,share of pairs
        body-same,7,m 1.00 u 1.00
        province-differ,-7,hand: for a reason
        """;
    var estimate = new WeightEstimate(WeightEstimate.generated(1500, 3), null);
    String after = estimate.table(before);

    List<String> lines = after.lines().toList();
    assertThat(lines).contains("# words", "province-differ,-7,hand: for a reason");
    assertThat(lines).doesNotContain("# Generated: of old.").hasSize(4);
    assertThat(weight(lines.get(2))).isPositive();
    assertThat(lines.get(1))
        .isEqualTo(String.format(Locale.ROOT, "prior,%d,share of pairs", weight(lines.get(1))));
    assertThat(estimate.table(after)).isEqualTo(after);
  }

  private static int weight(String line) {
    return Integer.parseInt(line.split(",", 3)[1]);
  }
}
