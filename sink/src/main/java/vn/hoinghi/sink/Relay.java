package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was stored. A confirmation must come for every revision that stands in the tables and
 * for no other, whatever dies in between: so it is a row of the transaction that stores, and is
 * removed only when the brokers have it. Dying between the two tells it twice. One sink of a
 * database does this at a time, on a thread of its own: brokers that are away hold up nothing else.
 */
final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  static final int AT_ONCE = 500;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Transactions transactions;
  private final Announcer announcer;
  private final Backoff backoff;
  private final RelayMetrics metrics;
  private final Semaphore bell = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "sink-relay");

  Relay(DataSource database, Announcer announcer, Backoff backoff, RelayMetrics metrics) {
    this.transactions = new Transactions(database);
    this.announcer = announcer;
    this.backoff = backoff;
    this.metrics = metrics;
  }

  Relay start() {
    thread.start();
    return this;
  }

  /** Something was stored: look at once. */
  void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private void run() {
    try (announcer) {
      while (closing.getCount() > 0) {
        round();
      }
      boolean more = backoff.fault().isEmpty();
      while (more) {
        more = step();
      }
    } catch (InterruptedException e) {
      LOG.debug("not waited for any longer");
    } catch (StoreException | RuntimeException e) {
      LOG.warn("what was not told yet waits for the next start: {}", e.getMessage());
    }
  }

  private void round() throws InterruptedException {
    try {
      boolean more = step();
      backoff.succeeded();
      if (!more && bell.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (StoreException | KafkaException e) {
      Duration wait = backoff.failed(e.toString());
      metrics.again();
      LOG.warn("confirmations wait {} ms: {}", wait.toMillis(), e.toString());
      if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("ends without another try");
      }
    }
  }

  /**
   * Tells the oldest.
   *
   * @return whether there are more to tell at once
   */
  boolean step() throws StoreException {
    return transactions.commit(connection -> LockOutbox.execute(connection) && tell(connection));
  }

  private boolean tell(Connection connection) throws SQLException {
    List<Confirmation> oldest = SelectOutbox.execute(connection, AT_ONCE);
    metrics.waiting(oldest);
    if (oldest.isEmpty()) {
      return false;
    }
    announcer.tell(oldest);
    DeleteOutbox.execute(connection, oldest);
    metrics.told(oldest.size());
    return oldest.size() == AT_ONCE;
  }

  /** Tells what is left, if that goes at once, and ends. */
  @Override
  public void close() {
    closing.countDown();
    ring();
    try {
      thread.join(PATIENCE.toMillis());
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
