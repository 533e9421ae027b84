package vn.hoinghi.ingest.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.hoinghi.avro.CadenceMemory;

/**
 * In which quarters of a week articles come: seen against active, for each. A quarter of eight
 * weeks ago counts half.
 */
final class Week {
  private static final double KEPT = 0.917; // to the eighth power a half

  /** What always came may fail to come once; nothing is surer than this. */
  private static final double SUREST = 0.95;

  private final List<Double> seen;
  private final List<Double> active;

  Week(CadenceMemory memory) {
    seen = filled(memory.getSeen());
    active = filled(memory.getActive());
    memory.setSeen(seen);
    memory.setActive(active);
  }

  private static List<Double> filled(List<Double> values) {
    return values.size() == Quarters.A_WEEK
        ? new ArrayList<>(values)
        : new ArrayList<>(Collections.nCopies(Quarters.A_WEEK, 0.0));
  }

  void learn(long quarter, boolean came) {
    int at = Quarters.ofWeek(quarter);
    seen.set(at, seen.get(at) * KEPT + 1);
    active.set(at, active.get(at) * KEPT + (came ? 1 : 0));
  }

  /** How much it surprises that nothing came in this quarter, bits. */
  double surprise(long quarter) {
    int at = Quarters.ofWeek(quarter);
    double usual = (sum(active) + 0.5) / (sum(seen) + Quarters.A_WEEK);
    double here = (active.get(at) + usual) / (seen.get(at) + 1);
    return Shares.bits(1 - Math.min(here, SUREST));
  }

  private static double sum(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
