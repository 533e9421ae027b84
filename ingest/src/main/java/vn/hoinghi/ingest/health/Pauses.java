package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.hoinghi.avro.CadenceMemory;
import vn.hoinghi.avro.WeekPauses;

/**
 * The longest pause of each of the last 26 weeks. Weekly maxima, since a burst of a thousand
 * articles must not make a night look endless, as it would among all pauses.
 */
final class Pauses {
  private static final int WEEKS = 26;

  /**
   * With so many weeks known, one exception among them is forgiven, so that it does not deafen us.
   */
  private static final int MANY = 8;

  private static final int FEW_PAUSES = 10;
  private static final double CAUTIOUS_BITS = 10;
  private static final double LEAST_BITS = 6;

  private final CadenceMemory memory;
  private final List<WeekPauses> weeks;

  Pauses(CadenceMemory memory) {
    this.memory = memory;
    weeks = new ArrayList<>(memory.getWeeks());
    memory.setWeeks(weeks);
  }

  void ended(long quarter, double surprise, Duration length) {
    WeekPauses week = of(Quarters.week(quarter));
    week.setBits(Math.max(week.getBits(), surprise));
    week.setMillis(Math.max(week.getMillis(), length.toMillis()));
  }

  private WeekPauses of(long number) {
    if (weeks.isEmpty() || weeks.get(weeks.size() - 1).getWeek() < number) {
      weeks.add(WeekPauses.newBuilder().setWeek(number).build());
      if (weeks.size() > WEEKS) {
        weeks.remove(0);
      }
    }
    return weeks.get(weeks.size() - 1);
  }

  /** Twice what is known of its pauses, and four bits; never so little that chance does it. */
  double tolerated() {
    double least = memory.getPauses() < FEW_PAUSES ? CAUTIOUS_BITS : LEAST_BITS;
    return Math.max(least, 2 * longest(WeekPauses::getBits) + 4);
  }

  /** Zero where none is known. */
  Duration usual() {
    return Duration.ofMillis((long) longest(WeekPauses::getMillis));
  }

  private double longest(ToDoubleFunction<WeekPauses> of) {
    List<Double> all =
        weeks.stream().map(of::applyAsDouble).sorted(Comparator.reverseOrder()).toList();
    if (all.isEmpty()) {
      return 0;
    }
    return all.get(all.size() < MANY ? 0 : 1);
  }
}
