package vn.hoinghi.ingest.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.SourceHealth;

/**
 * The judges of all outlets in one partition, and how far in it what they know is told. Whoever
 * takes over hears again what lies behind that position; the judges pass over what they know.
 */
public final class Judges {
  private final HealthRules rules;
  private final Map<String, OutletJudge> judges = new TreeMap<>();

  /** The first attempt at each outlet that no published record rests on yet. */
  private final Map<String, Long> untold = new HashMap<>();

  public Judges(HealthRules rules) {
    this.rules = rules;
  }

  /** Goes on with an outlet where its last record ends. */
  public void goOn(SourceHealth last) {
    judges.put(last.getHost(), OutletJudge.goingOn(last, rules));
  }

  /**
   * Hears of an attempt.
   *
   * @param offset its place in the partition
   * @return what is to be published, if anything is
   */
  public Optional<SourceHealth> take(FetchOutcome outcome, long offset) {
    OutletJudge judge =
        judges.computeIfAbsent(outcome.getHost(), host -> OutletJudge.beginning(outcome, rules));
    Optional<SourceHealth> told = judge.take(outcome);
    if (!judge.knowsMoreThanTold()) {
      untold.remove(outcome.getHost());
    } else {
      untold.putIfAbsent(outcome.getHost(), offset);
    }
    return told;
  }

  /** Hears of an article; of outlets that nobody has asked nothing is to be told. */
  public Optional<SourceHealth> take(ArticleFacts facts) {
    OutletJudge judge = judges.get(facts.host());
    return judge == null ? Optional.empty() : judge.take(facts);
  }

  /** Newest figures of outlets that are not asked any more, so that they hold up no position. */
  public List<SourceHealth> overdue() {
    var told = new ArrayList<SourceHealth>();
    Instant newest =
        judges.values().stream()
            .map(OutletJudge::newestAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    for (String host : List.copyOf(untold.keySet())) {
      OutletJudge judge = judges.get(host);
      if (newest.isAfter(judge.newestAt().plus(rules.refresh()))) {
        untold.remove(host);
        told.add(judge.tell());
      }
    }
    return told;
  }

  /**
   * From where on the partition has to be heard again after a crash.
   *
   * @param next the next offset to come
   */
  public long position(long next) {
    return untold.values().stream().reduce(next, Math::min);
  }

  /** How each outlet is doing, by host. */
  public List<SourceHealth> now() {
    return judges.values().stream().map(OutletJudge::now).toList();
  }
}
