package vn.hoinghi.standalone.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.hoinghi.enrich.Succession;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.topics.ClusterPositions;

/**
 * Asks every instance of an application to make way, and to stay away until this is closed or its
 * process has died. Those that do not hear, of a version that knows nothing of it or frozen, are
 * waited for so long, and then left to whoever wants their place to name.
 */
final class ClearedWay implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  /** The member that asks; none where nobody is to be asked. */
  private final GroupHold asking;

  private ClearedWay(GroupHold asking) {
    this.asking = asking;
  }

  /**
   * @param application the name that instances are configured with
   * @param current their group
   */
  static ClearedWay of(
      KafkaConfig kafka,
      String application,
      String current,
      Duration patience,
      Progress progress,
      ClusterPositions cluster)
      throws InterruptedException {
    if (patience.isZero()) {
      return new ClearedWay(null);
    }
    var way = new ClearedWay(GroupHold.take(kafka, Succession.askingGroup(application), cluster));
    long deadline = System.nanoTime() + patience.toNanos();
    while (cluster.hasMembers(current) && System.nanoTime() - deadline < 0) {
      progress.at("waiting for enrich to make way", 0, Progress.UNKNOWN);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return way;
  }

  @Override
  public void close() {
    if (asking != null) {
      asking.close();
    }
  }
}
