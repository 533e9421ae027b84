package vn.hoinghi.sink;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What this sink believes of its partitions: those placed, whose stored position it knows, and
 * those not, which must be looked up before a record of theirs may be used.
 */
final class HeldPositions {
  private final NavigableMap<Integer, Long> placed = new TreeMap<>();
  private final NavigableSet<Integer> unplaced = new TreeSet<>();

  void assign(Collection<Integer> partitions) {
    placed.keySet().removeAll(partitions);
    unplaced.addAll(partitions);
  }

  void revoke(Collection<Integer> partitions) {
    placed.keySet().removeAll(partitions);
    unplaced.removeAll(partitions);
  }

  /** The store told these positions. */
  void place(Map<Integer, Long> positions) {
    positions.forEach(
        (partition, position) -> {
          if (unplaced.remove(partition)) {
            placed.put(partition, position);
          }
        });
  }

  /** These steps are stored. */
  void advance(Map<Integer, Move> moves) {
    moves.forEach((partition, move) -> placed.computeIfPresent(partition, (p, old) -> move.to()));
  }

  /** Nothing is certain any more: every position has to be looked up again. */
  void doubt() {
    unplaced.addAll(placed.keySet());
    placed.clear();
  }

  NavigableMap<Integer, Long> placed() {
    return placed;
  }

  NavigableSet<Integer> unplaced() {
    return unplaced;
  }
}
