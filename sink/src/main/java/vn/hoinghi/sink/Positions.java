package vn.hoinghi.sink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where to read on.
 *
 * @param byPartition offset of the next record
 * @param fullRead whether a full read of the topic is under way
 */
record Positions(Map<Integer, Long> byPartition, boolean fullRead) {

  /**
   * Stored positions that mean something in the logs. Between the look at the logs and the look at
   * the positions another sink may have stored on: a position behind the end that was heard is a
   * loss only if it lies behind the end that is there now.
   *
   * @param heard what the logs held before the positions were read
   * @param logs asks what they hold now
   * @throws SinkException as {@link StoredPosition#checked} tells
   */
  static Positions checked(
      Map<Integer, StoredPosition> stored,
      TopicIdentity topic,
      Map<Integer, LogBounds> heard,
      Supplier<Map<Integer, LogBounds>> logs,
      Duration tombstonesKept) {
    boolean overtaken =
        heard.entrySet().stream()
            .anyMatch(log -> stored.get(log.getKey()).position() > log.getValue().end());
    var positions = new HashMap<Integer, Long>();
    (overtaken ? logs.get() : heard)
        .forEach(
            (p, log) -> positions.put(p, stored.get(p).checked(topic, p, log, tombstonesKept)));
    return new Positions(positions, StoredPosition.anyInFullRead(stored));
  }
}
