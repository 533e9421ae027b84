package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes visits of one partition's outlets to Kafka: raw article, states and outcome in one
 * transaction, fenced by a transactional id of the partition, so that an owner who was replaced
 * cannot publish any more. Visits that wait at the same moment share a transaction; each caller
 * returns when his stands.
 */
final class KafkaLedger implements Ledger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaLedger.class);
  private static final int MAX_TOGETHER = 100;
  private static final int MAX_WAITING = 1_000;

  private record Entry(Visited visited, CompletableFuture<Void> written) {}

  private final Producer<String, byte[]> producer;
  private final VisitRecords records;
  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Thread writer;
  private volatile boolean closed;
  private volatile Exception fault;

  /**
   * @param producer transactions initialised; closed with this ledger
   */
  KafkaLedger(Producer<String, byte[]> producer, VisitRecords records) {
    this.producer = producer;
    this.records = records;
    this.writer = Threads.named("ledger").newThread(this::write);
    writer.start();
  }

  @Override
  public void commit(Visited visited) {
    var entry = new Entry(visited, new CompletableFuture<>());
    try {
      if (closed) {
        throw new LostLedgerException("closed", fault);
      }
      waiting.put(entry);
      if (closed) {
        refuseWaiting();
      }
      entry.written().join();
    } catch (CompletionException e) {
      throw new LostLedgerException(e.getCause().toString(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostLedgerException("interrupted", e);
    }
  }

  /** What ended it, or null while it works. */
  Exception fault() {
    return fault;
  }

  private void write() {
    var together = new ArrayList<Entry>();
    while (!closed) {
      try {
        Entry first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          together.add(first);
          waiting.drainTo(together, MAX_TOGETHER - 1);
          transaction(together);
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (KafkaException | IllegalStateException e) {
        LOG.warn("transaction failed, starting anew: {}", e.toString());
        fault = e;
        closed = true;
        together.forEach(entry -> entry.written().completeExceptionally(e));
      }
      together.clear();
    }
    refuseWaiting();
  }

  /**
   * Any failure ends this ledger: whether the transaction stands is read back from the topic by its
   * successor, which is the one answer that cannot be wrong.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send failed of
  private void transaction(List<Entry> entries) {
    producer.beginTransaction();
    for (Entry entry : entries) {
      records.of(entry.visited()).forEach(producer::send);
    }
    commitPatiently();
    entries.forEach(entry -> entry.written().complete(null));
  }

  private void commitPatiently() {
    while (true) {
      try {
        producer.commitTransaction();
        return;
      } catch (TimeoutException e) {
        if (closed) {
          throw e;
        }
        LOG.warn("the broker has not confirmed a transaction yet: {}", e.getMessage());
      }
    }
  }

  private void refuseWaiting() {
    for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
      entry.written().completeExceptionally(new IllegalStateException("closed"));
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      producer.close(java.time.Duration.ofSeconds(5));
    } catch (KafkaException e) {
      LOG.warn("producer did not close cleanly: {}", e.toString());
    }
  }
}
