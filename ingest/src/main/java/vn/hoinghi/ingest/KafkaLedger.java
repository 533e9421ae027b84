package vn.hoinghi.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes visits of one partition's outlets to Kafka: raw article, states and outcome in one
 * transaction, fenced by a transactional id of the partition, so that an owner who was replaced
 * cannot publish any more. A transaction costs the broker the same for one visit and for a hundred;
 * so visits gather for a fifth of a second, unless somebody waits for one or there is no room for
 * more. What waits is bounded in bytes: while the broker is away, whoever fetches has to pause.
 */
final class KafkaLedger implements Ledger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaLedger.class);
  private static final int MAX_TOGETHER = 500;
  private static final int MAX_WAITING_BYTES = 16 * 1024 * 1024;
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private record Entry(
      Visited visited, int bytes, boolean urgent, Consumer<LostLedgerException> end) {}

  private final Producer<String, byte[]> producer;
  private final VisitRecords records;
  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MAX_WAITING_BYTES);
  private final Thread writer;
  private volatile boolean hurried;
  private volatile boolean closed;
  private volatile boolean ended;
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
    var written = new CompletableFuture<Void>();
    put(
        visited,
        true,
        lost -> {
          if (lost == null) {
            written.complete(null);
          } else {
            written.completeExceptionally(lost);
          }
        });
    try {
      written.join();
    } catch (CompletionException e) {
      throw new LostLedgerException(e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public void submit(Visited visited, Consumer<LostLedgerException> end) {
    put(visited, false, end);
  }

  private void put(Visited visited, boolean urgent, Consumer<LostLedgerException> end) {
    int bytes = Math.min(visited.weight(), MAX_WAITING_BYTES);
    try {
      if (!room.tryAcquire(bytes)) {
        hurry();
        room.acquire(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end.accept(new LostLedgerException("interrupted", e));
      return;
    }
    if (closed) {
      refuse(new Entry(visited, bytes, urgent, end));
      return;
    }
    waiting.add(new Entry(visited, bytes, urgent, end));
    if (urgent || waiting.size() >= MAX_TOGETHER) {
      hurry();
    }
    if (ended) {
      refuseWaiting();
    }
  }

  /** What has gathered is written now. */
  private void hurry() {
    hurried = true;
    LockSupport.unpark(writer);
  }

  /** What ended it, or null while it works. */
  Exception fault() {
    return fault;
  }

  /** Until closed, and then what is waiting. */
  private void write() {
    var together = new ArrayList<Entry>();
    while (fault == null && (!closed || !waiting.isEmpty())) {
      try {
        gather(together);
        if (!together.isEmpty()) {
          transaction(together);
        }
      } catch (InterruptedException | KafkaException | IllegalStateException e) {
        if (!closed) {
          LOG.warn("transaction failed, starting anew: {}", e.toString());
        }
        fault = e;
        closed = true;
        together.forEach(this::refuse);
      }
      together.clear();
    }
    ended = true;
    refuseWaiting();
  }

  private void gather(List<Entry> together) throws InterruptedException {
    Entry first = waiting.poll(200, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    together.add(first);
    long end = System.nanoTime() + GATHER_NANOS;
    for (long left = GATHER_NANOS;
        left > 0 && !hurried && !closed;
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    hurried = false; // before the queue is emptied: who hurries from here on is heard next time
    waiting.drainTo(together, MAX_TOGETHER - 1);
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
    for (Entry entry : entries) {
      room.release(entry.bytes());
      entry.end().accept(null);
    }
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
      refuse(entry);
    }
  }

  private void refuse(Entry entry) {
    room.release(entry.bytes());
    entry.end().accept(new LostLedgerException(fault == null ? "closed" : fault.toString(), fault));
  }

  /** Writes what is waiting, unless the broker is away, and takes no more. */
  @Override
  public void close() {
    closed = true;
    hurry();
    try {
      writer.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      producer.close(Duration.ofSeconds(5));
    } catch (KafkaException e) {
      LOG.warn("producer did not close cleanly: {}", e.toString());
    }
  }
}
