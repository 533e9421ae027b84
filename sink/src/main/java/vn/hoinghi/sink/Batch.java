package vn.hoinghi.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Changes and the steps of the positions that go with them: stored together or not at all.
 *
 * @param moves by partition; every change lies within its partition's step
 * @param changes in the order of each partition
 */
record Batch(TopicIdentity topic, NavigableMap<Integer, Move> moves, List<Change> changes) {
  Batch {
    moves = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(moves));
    changes = List.copyOf(changes);
  }

  /** The same steps without their changes. */
  Batch withoutChanges() {
    return new Batch(topic, moves, List.of());
  }

  /** Two batches that do the same one after the other; only for two changes and more. */
  List<Batch> halves() {
    List<Change> first = changes.subList(0, changes.size() / 2);
    List<Change> second = changes.subList(changes.size() / 2, changes.size());
    var early = new TreeMap<Integer, Move>();
    for (Change change : first) {
      int partition = change.source().partition();
      early.put(partition, stepBehind(change, moves.get(partition).from()));
    }
    var late = new TreeMap<>(moves);
    early.forEach(
        (p, step) -> late.compute(p, (q, m) -> new Move(step.to(), m.to(), m.recordTime())));
    return List.of(new Batch(topic, early, first), new Batch(topic, late, new ArrayList<>(second)));
  }

  private static Move stepBehind(Change change, long from) {
    Instant time = change.recordTime();
    return new Move(from, change.source().offset() + 1, time);
  }
}
