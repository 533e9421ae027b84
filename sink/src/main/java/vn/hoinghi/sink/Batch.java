package vn.hoinghi.sink;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes and the steps of the positions that go with them: stored together or not at all.
 *
 * @param moves by partition; every change lies within its partition's step
 * @param changes in the order of each partition
 */
record Batch(TopicIdentity topic, NavigableMap<Integer, Move> moves, List<Change> changes) {
  Batch {
    moves = Collections.unmodifiableNavigableMap(new TreeMap<>(moves));
    changes = List.copyOf(changes);
  }

  /** The same steps, without the changes that cannot be stored. */
  Batch without(List<Refusal> refusals) {
    Set<Change> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    refusals.forEach(refusal -> refused.add(refusal.change()));
    return new Batch(topic, moves, changes.stream().filter(c -> !refused.contains(c)).toList());
  }
}
