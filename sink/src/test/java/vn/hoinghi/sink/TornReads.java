package vn.hoinghi.sink;

import java.util.concurrent.atomic.AtomicInteger;

/** A reader beside the sink that counts events which do not fit their parts. */
final class TornReads implements AutoCloseable {
  private static final String SQL =
      """
      SELECT count(*), count(*) FILTER (WHERE source_count <>
        (SELECT count(*) FROM event_source s WHERE s.event_id = e.event_id)) FROM event e""";

  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger torn = new AtomicInteger();
  private final Thread thread;
  private volatile boolean closed;
  private volatile Exception fault;

  TornReads(TestTables tables) {
    thread =
        new Thread(
            () -> {
              try {
                while (!closed) {
                  String[] row = tables.rows(SQL).get(0).split(" \\| ", -1);
                  seen.addAndGet(Integer.parseInt(row[0]));
                  torn.addAndGet(Integer.parseInt(row[1]));
                }
              } catch (Exception e) {
                fault = e;
              }
            });
    thread.start();
  }

  int seen() {
    return seen.get();
  }

  int torn() {
    return torn.get();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (fault != null) {
      throw new AssertionError("the reader failed", fault);
    }
  }
}
