package vn.hoinghi.content;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/**
 * Pages are built by strangers, and a page may bring a parser to its knees: endless recursion, a
 * heap full of nodes, minutes of backtracking. Reading happens on a thread of its own with a known
 * stack and a budget of CPU time; whatever goes wrong there comes back as a reason, never as an
 * error that ends the application. The budget is the last guard, far above what any real page
 * takes: CPU time, since a busy machine must not change an answer, and five times as much wall time
 * for a reader that sleeps.
 *
 * <p>Safe for many threads; so many read at once as there are desks, the others wait in line.
 */
public final class ReadingRoom implements AutoCloseable {
  private final Duration budget;
  private final Exhausting exhausting;
  private final Semaphore places;
  private final ConcurrentLinkedDeque<Desk> free = new ConcurrentLinkedDeque<>();

  /**
   * @param budget CPU time that one reading may take
   * @param desks how many readings may go on at once
   */
  public ReadingRoom(Duration budget, int desks, Exhausting exhausting) {
    this.budget = budget;
    this.places = new Semaphore(desks, true);
    this.exhausting = exhausting;
  }

  /** The longest that one reading can take, on whatever machine. */
  public static Duration patience(Duration budget) {
    return Desk.patience(budget);
  }

  /**
   * Reads, and comes back with the answer or with the reason why there is none.
   *
   * @param content tells what is read from everything else, such as its hash: what has used up its
   *     budget once is not read again
   * @throws BadRecordException PARSE_BUDGET, PARSE_DEPTH or PARSE_INTERNAL, or the reason that the
   *     reading itself gave by such an exception or by an {@link UnreadablePageException}
   * @throws InterruptedException where the caller is interrupted; the reading is left behind
   */
  public <T> T read(Supplier<String> content, Callable<T> reading) throws InterruptedException {
    if (exhausting.isKnown(content)) {
      throw overBudget();
    }
    places.acquire();
    try {
      return readAt(desk(), content, reading);
    } finally {
      places.release();
    }
  }

  private <T> T readAt(Desk desk, Supplier<String> content, Callable<T> reading)
      throws InterruptedException {
    boolean done = false;
    try {
      T answer = desk.read(reading, budget);
      done = true;
      return answer;
    } catch (ExecutionException e) {
      done = true;
      throw refusal(e.getCause());
    } catch (Desk.OverBudgetException e) {
      exhausting.remember(content);
      throw overBudget();
    } finally {
      if (done) {
        free.push(desk);
      } else {
        // The thread cannot be stopped, only left behind; the next page gets a new one.
        desk.close();
      }
    }
  }

  private Desk desk() {
    Desk desk = free.poll();
    return desk == null ? new Desk() : desk;
  }

  private BadRecordException overBudget() {
    return new BadRecordException(Reason.PARSE_BUDGET, "reading took more than " + budget);
  }

  private static BadRecordException refusal(Throwable fault) {
    if (fault instanceof BadRecordException known) {
      return known;
    }
    if (fault instanceof UnreadablePageException unreadable) {
      return new BadRecordException(unreadable.reason(), unreadable.getMessage(), unreadable);
    }
    if (fault instanceof StackOverflowError) {
      return new BadRecordException(Reason.PARSE_DEPTH, "nested too deeply to be read");
    }
    if (fault instanceof OutOfMemoryError) {
      return new BadRecordException(Reason.PARSE_BUDGET, "too large to be read: " + fault);
    }
    return new BadRecordException(Reason.PARSE_INTERNAL, String.valueOf(fault), fault);
  }

  /** Ends the threads; reading again starts others, as in a task that is revived. */
  @Override
  public void close() {
    for (Desk desk = free.poll(); desk != null; desk = free.poll()) {
      desk.close();
    }
  }
}
