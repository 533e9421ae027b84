package vn.hoinghi.standalone.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sum that shows that nothing was lost on the way:
 *
 * <pre>
 * inputs = in exactly one event + not a conference + superseded + withdrawn + dropped + dead letters
 * </pre>
 *
 * An input that fits nowhere, or in two places, is a problem; so is a sum elsewhere that differs.
 */
public final class Ledger {
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Map<String, Long>> reasons = new EnumMap<>(Outcome.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long inputs;
  private long came;

  /**
   * @param inputs what was given in
   */
  public Ledger(long inputs) {
    this.inputs = inputs;
  }

  /**
   * Enters one input.
   *
   * @param reason code that goes with the outcome, or null
   */
  public void enter(Outcome outcome, String reason) {
    counts.merge(outcome, 1L, Long::sum);
    if (reason != null) {
      reasons.computeIfAbsent(outcome, o -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }
  }

  /** Enters one input of those that nobody has counted before. */
  public void another(Outcome outcome, String reason) {
    inputs++;
    enter(outcome, reason);
  }

  /** Notes that a page came of an input. */
  public void arrived() {
    came++;
  }

  /** Notes what does not fit, in one sentence. */
  public void problem(String sentence) {
    problems.add(sentence);
  }

  /** Adds a line for the reader that is no part of the sum. */
  public void note(String line) {
    notes.add(line);
  }

  public boolean addsUp() {
    return problems.isEmpty() && sum() == inputs;
  }

  /** Inputs of which a page came, whatever it then turned out to be. */
  public long came() {
    return came;
  }

  public long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  public long inputs() {
    return inputs;
  }

  /** How often each reason went with an outcome. */
  public Map<String, Long> reasons(Outcome outcome) {
    return Map.copyOf(reasons.getOrDefault(outcome, Map.of()));
  }

  /** The ledger for a reader, a line an outcome and a line a problem. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(String.format(Locale.ROOT, "%,8d inputs", inputs));
    for (Outcome outcome : Outcome.values()) {
      Map<String, Long> why = reasons.getOrDefault(outcome, Map.of());
      lines.add(
          String.format(Locale.ROOT, "%,8d %s", count(outcome), outcome.words())
              + (why.isEmpty() ? "" : "  " + why));
    }
    lines.addAll(notes);
    problems.forEach(problem -> lines.add("       ! " + problem));
    if (sum() != inputs) {
      lines.add("       ! %d of %d inputs are accounted for".formatted(sum(), inputs));
    }
    return lines;
  }

  private long sum() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
