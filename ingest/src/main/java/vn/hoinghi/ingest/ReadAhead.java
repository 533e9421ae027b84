package vn.hoinghi.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadFactory;

/**
 * Unfolding an archive and publishing what is in it cost about the same, and whoever publishes has
 * to wait for the broker now and then. So an archive is read by a thread of its own, as far ahead
 * as a few megabytes of bodies.
 */
final class ReadAhead implements Iterator<Capture>, AutoCloseable {
  /** Bodies that wait; one more may be on its way. */
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private static final int MOST = 1_000;
  private static final ThreadFactory THREADS = Threads.named("read-ahead");

  private final Iterator<Capture> source;
  private final Deque<Capture> ready = new ArrayDeque<>();
  private final Thread reader = THREADS.newThread(this::read);
  private boolean begun;
  private boolean ended;
  private boolean unwanted;
  private long bytes;
  private Throwable fault;

  /**
   * @param source used by the reading thread alone, from when the first entry is asked for until
   *     this is closed
   */
  ReadAhead(Iterator<Capture> source) {
    this.source = source;
  }

  private void read() {
    Throwable thrown = null;
    try {
      while (hasRoom() && source.hasNext()) {
        add(source.next());
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      thrown = e; // whoever asks for the next entry gets it
    }
    end(thrown);
  }

  private synchronized boolean hasRoom() throws InterruptedException {
    while (!unwanted && (bytes > MOST_BYTES || ready.size() > MOST)) {
      wait();
    }
    return !unwanted;
  }

  private synchronized void add(Capture capture) {
    ready.add(capture);
    bytes += weight(capture);
    notifyAll();
  }

  private static long weight(Capture capture) {
    return capture.raw() == null ? 0 : capture.raw().getBody().remaining();
  }

  private synchronized void end(Throwable thrown) {
    ended = true;
    fault = thrown;
    notifyAll();
  }

  /** What the source threw is thrown here, behind everything that came before. */
  @Override
  public synchronized boolean hasNext() {
    if (!begun) {
      begun = true;
      reader.start();
    }
    try {
      while (ready.isEmpty() && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
    if (ready.isEmpty() && fault != null) {
      throw new IllegalStateException("the archive cannot be read", fault);
    }
    return !ready.isEmpty();
  }

  @Override
  public synchronized Capture next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Capture next = ready.remove();
    bytes -= weight(next);
    notifyAll();
    return next;
  }

  /** Returns when the source is not used any more; a long read is broken off. */
  @Override
  public void close() {
    synchronized (this) {
      unwanted = true;
      notifyAll();
    }
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
