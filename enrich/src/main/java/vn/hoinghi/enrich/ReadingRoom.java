package vn.hoinghi.enrich;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/**
 * Pages are built by strangers, and a page may bring a parser to its knees: endless recursion, a
 * heap full of nodes, minutes of backtracking. Reading happens on a thread of its own with a known
 * stack and a budget of CPU time; whatever goes wrong there comes back as a reason, never as an
 * error that ends the application. The budget is the last guard, far above what any real page
 * takes: CPU time, since a busy machine must not change an answer, and five times as much wall time
 * for a reader that sleeps.
 */
final class ReadingRoom implements AutoCloseable {
  private static final long STACK_BYTES = 4L * 1024 * 1024;
  private static final int WALL_FACTOR = 5;
  private static final int MAX_TEXT_CHARS = 1_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ArticleReader reader;
  private final Duration budget;
  private final Exhausting exhausting;
  private ExecutorService desk;
  private volatile Thread atDesk;

  ReadingRoom(ArticleReader reader, Duration budget, Exhausting exhausting) {
    this.reader = reader;
    this.budget = budget;
    this.exhausting = exhausting;
  }

  /** The longest that one page can take, on whatever machine. */
  static Duration patience(Duration budget) {
    return budget.multipliedBy(WALL_FACTOR);
  }

  /**
   * Reads a page, and makes of it the member that it is to the resolver.
   *
   * @throws BadRecordException PARSE_BUDGET, PARSE_DEPTH or PARSE_INTERNAL
   */
  ReadPage read(RawArticle raw) {
    if (exhausting.isKnown(raw)) {
      throw overBudget();
    }
    if (desk == null) {
      desk = newDesk();
    }
    Future<ReadPage> reading = desk.submit(() -> ReadPage.of(checked(reader.read(raw))));
    try {
      return await(reading, raw);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private static ArticleReader.Outcome checked(ArticleReader.Outcome outcome) {
    if (outcome instanceof ArticleReader.Legible legible
        && legible.article().getText().length() > MAX_TEXT_CHARS) {
      throw new BadRecordException(
          Reason.RECORD_TOO_LARGE,
          "more than " + MAX_TEXT_CHARS + " characters of text do not fit the articles topic");
    }
    return outcome;
  }

  private ReadPage await(Future<ReadPage> reading, RawArticle raw)
      throws ExecutionException, InterruptedException {
    long cpuBefore = cpuNanos();
    for (int waited = 0; waited < WALL_FACTOR; waited++) {
      try {
        return reading.get(budget.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (cpuNanos() - cpuBefore >= budget.toNanos()) {
          break;
        }
      }
    }
    // The thread cannot be stopped, only left behind; the next page gets a new one.
    reading.cancel(true);
    close();
    exhausting.remember(raw);
    throw overBudget();
  }

  private BadRecordException overBudget() {
    return new BadRecordException(Reason.PARSE_BUDGET, "reading took more than " + budget);
  }

  private long cpuNanos() {
    Thread thread = atDesk;
    return thread == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
  }

  private static BadRecordException refusal(Throwable fault) {
    if (fault instanceof BadRecordException known) {
      return known;
    }
    if (fault instanceof StackOverflowError) {
      return new BadRecordException(Reason.PARSE_DEPTH, "nested too deeply to be read");
    }
    if (fault instanceof OutOfMemoryError) {
      return new BadRecordException(Reason.PARSE_BUDGET, "too large to be read: " + fault);
    }
    return new BadRecordException(Reason.PARSE_INTERNAL, String.valueOf(fault), fault);
  }

  private ExecutorService newDesk() {
    return Executors.newSingleThreadExecutor(
        work -> {
          var thread = new Thread(null, work, "reading-room", STACK_BYTES);
          thread.setDaemon(true);
          atDesk = thread;
          return thread;
        });
  }

  /** Ends the thread; reading again starts another, as in a task that is revived. */
  @Override
  public void close() {
    if (desk != null) {
      desk.shutdownNow();
      desk = null;
    }
  }
}
