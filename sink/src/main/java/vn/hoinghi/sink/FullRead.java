package vn.hoinghi.sink;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that the whole topic is read where that is wanted or the store is new, and ends it. A
 * compacted topic does not tell of ids that died long ago: what became of those is read in the log
 * of changes, which forgets nothing, and rows that neither knows are removed at last. One sink of
 * the group ends a full read: the one that holds the first partition.
 */
final class FullRead {
  private static final Logger LOG = LoggerFactory.getLogger(FullRead.class);
  private static final int FIRST = 0;

  private final EventStore store;
  private final Supplier<DeathRecords> changes;
  private final Rebuild when;
  private boolean looked;
  private boolean mended;
  private boolean underWay;
  private DeathRecords deaths;
  private boolean deathsTold;
  private long swept;

  FullRead(EventStore store, Supplier<DeathRecords> changes, Rebuild when) {
    this.store = store;
    this.changes = changes;
    this.when = when;
  }

  /** Once, before any position is looked up. */
  void beginIfWanted(TopicIdentity topic, Supplier<Map<Integer, LogBounds>> logs)
      throws StoreException {
    if (!looked) {
      begin(topic, logs.get(), when == Rebuild.ONCE ? Begin.OR_GO_ON : Begin.IF_NEW);
      looked = true;
    }
  }

  private void begin(TopicIdentity topic, Map<Integer, LogBounds> logs, Begin how)
      throws StoreException {
    boolean anything = logs.values().stream().anyMatch(log -> log.end() > log.start());
    if (store.beginFullRead(topic, logs, how) && anything) {
      LOG.info("reading all of {}: {}", topic.topic(), logs);
    }
  }

  /** The rows cannot be trusted: reads everything anew where that may be done unasked. */
  void mend(TopicIdentity topic, Map<Integer, LogBounds> logs, SinkException why)
      throws StoreException {
    boolean allowed = when == Rebuild.WHEN_NEEDED || (when == Rebuild.ONCE && !mended);
    if (!allowed || !why.mendedByRebuild()) {
      throw why;
    }
    mended = true;
    LOG.warn("all is read anew: {}", why.getMessage());
    begin(topic, logs, Begin.ANEW);
  }

  /** The store has told whether one is under way. */
  void underWay(boolean told) {
    underWay = told;
    if (deaths != null) {
      deaths.close();
      deaths = null;
    }
    deathsTold = false;
  }

  boolean isUnderWay() {
    return underWay;
  }

  /** A small part of what is left to do when all partitions are read. */
  void step(TopicIdentity topic, Map<Integer, Long> placed) throws StoreException {
    if (!underWay || !placed.containsKey(FIRST) || !store.isReadWhole(topic)) {
      return;
    }
    if (deathsTold) {
      sweep(topic);
    } else {
      tellDeaths(topic);
    }
  }

  private void tellDeaths(TopicIdentity topic) throws StoreException {
    if (deaths == null) {
      deaths = changes.get();
    }
    List<Change> some = deaths.next();
    if (!some.isEmpty()) {
      store.bury(topic, some);
    }
    if (deaths.atEnd()) {
      deaths.close();
      deaths = null;
      deathsTold = true;
    }
  }

  private void sweep(TopicIdentity topic) throws StoreException {
    int removed = store.sweep(topic);
    swept += removed;
    if (removed == 0) {
      underWay = false;
      LOG.info("{} is read as a whole; {} rows that it knows no more are removed", topic, swept);
    }
  }
}
