package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.HourTally;
import vn.hoinghi.avro.SourceMemory;

/** The attempts of the last day, to the hour. */
final class LastDay {
  private static final int HOURS = 24;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final List<HourTally> hours;

  LastDay(SourceMemory memory) {
    hours = new ArrayList<>(memory.getHours());
    hours.forEach(hour -> hour.setRefused(new HashMap<>(hour.getRefused())));
    memory.setHours(hours);
  }

  void take(FetchOutcome outcome) {
    HourTally hour = at(outcome.getAt());
    hour.setAttempts(hour.getAttempts() + 1);
    if (outcome.getResult() == FetchResult.PUBLISHED) {
      hour.setFetched(hour.getFetched() + 1);
    }
    // a list that was read in part has a reason too
    if (outcome.getReason() != null && outcome.getResult() != FetchResult.LISTED) {
      hour.getRefused().merge(outcome.getReason(), 1L, Long::sum);
    }
  }

  private HourTally at(Instant at) {
    long number = Math.floorDiv(at.toEpochMilli(), HOUR);
    hours.removeIf(hour -> hour.getHour() <= number - HOURS);
    if (hours.isEmpty() || hours.get(hours.size() - 1).getHour() < number) {
      hours.add(HourTally.newBuilder().setHour(number).setRefused(new HashMap<>()).build());
    }
    return hours.get(hours.size() - 1);
  }

  long attempts() {
    return sum(HourTally::getAttempts);
  }

  long fetched() {
    return sum(HourTally::getFetched);
  }

  private long sum(ToLongFunction<HourTally> of) {
    return hours.stream().mapToLong(of).sum();
  }

  Map<String, Long> refused() {
    var sums = new TreeMap<String, Long>();
    hours.forEach(hour -> hour.getRefused().forEach((code, n) -> sums.merge(code, n, Long::sum)));
    return sums;
  }
}
