package vn.hoinghi.standalone.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is not as it must be, by the part of the ledger in which it shows. All are counted; of each
 * part the first are kept with their words, for where one record is lost a million may be.
 */
final class Findings {
  private static final int KEPT = 1000;

  /** Parts of the ledger, in flow order. */
  enum Part {
    /** What was fetched against what was published. */
    INGEST,
    /** Raw records against articles. */
    ENRICH,
    /** Articles against events, events against their changes. */
    EVENTS,
    /** Events against rows. */
    TABLES,
    /** Rows against what was told of them. */
    CONFIRMATIONS,
    /** Where each reader stands. */
    POSITIONS,
    /** Transactions that nobody ends. */
    TRANSACTIONS;

    /** As it stands in a line of text. */
    String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of them.
   *
   * @param subject what it is about: the same thing is found again under the same name
   * @param sentence what is wrong with it
   */
  record Finding(Part part, String subject, String sentence) {}

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Part, Long> counts = new EnumMap<>(Part.class);

  void add(Part part, String subject, String sentence) {
    if (counts.merge(part, 1L, Long::sum) <= KEPT) {
      kept.add(new Finding(part, subject, sentence));
    }
  }

  boolean none() {
    return counts.isEmpty();
  }

  /** How many there are of each part that has any. */
  Map<Part, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The first of each part. */
  List<Finding> first() {
    return List.copyOf(kept);
  }

  /**
   * Those that an earlier look had found too: what was merely under way between two reads is gone
   * when one looks again. Where there were more than are kept, all count.
   */
  Findings alsoIn(Findings earlier) {
    var before = new HashMap<Part, List<String>>();
    earlier.kept.forEach(
        f -> before.computeIfAbsent(f.part(), p -> new ArrayList<>()).add(f.subject()));
    var both = new Findings();
    counts.forEach(
        (part, count) -> {
          boolean tooMany = count > KEPT || earlier.counts.getOrDefault(part, 0L) > KEPT;
          kept.stream()
              .filter(f -> f.part() == part)
              .filter(f -> tooMany || before.getOrDefault(part, List.of()).contains(f.subject()))
              .forEach(both.kept::add);
          long certain = tooMany ? count : both.kept.stream().filter(f -> f.part() == part).count();
          if (certain > 0) {
            both.counts.put(part, certain);
          }
        });
    return both;
  }
}
