package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.Reason;

/** Whatever a reading does, its caller goes on, with an answer or with a reason. */
class ReadingRoomTest {
  private final Exhausting exhausting = new Exhausting();
  private final ReadingRoom patient = new ReadingRoom(Duration.ofSeconds(20), 2, exhausting);
  private final ReadingRoom hasty = new ReadingRoom(Duration.ofMillis(40), 1, exhausting);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void closed() {
    end.countDown();
    patient.close();
    hasty.close();
  }

  @Test
  void anAnswerComesBack() throws Exception {
    assertThat(patient.<String>read(() -> "a", () -> "read")).isEqualTo("read");
  }

  @Test
  @Tag("H02")
  void endlessRecursionIsAReason() {
    assertThat(refusal(patient, "a", () -> depth(0))).isEqualTo(Reason.PARSE_DEPTH);
  }

  @Test
  void errorsAndFaultsAreReasons() {
    assertThat(refusal(patient, "a", () -> fail(new OutOfMemoryError("heap"))))
        .isEqualTo(Reason.PARSE_BUDGET);
    assertThat(refusal(patient, "b", () -> fail(new IllegalStateException("bug"))))
        .isEqualTo(Reason.PARSE_INTERNAL);
    assertThat(refusal(patient, "c", () -> fail(new LinkageError("bug"))))
        .isEqualTo(Reason.PARSE_INTERNAL);
    assertThat(
            refusal(
                patient, "d", () -> fail(new UnreadablePageException(Reason.TEXT_EMPTY, "none"))))
        .isEqualTo(Reason.TEXT_EMPTY);
  }

  @Test
  @Tag("S09")
  void aReadingThatNeverEndsIsLeftBehindAndNotBegunAgain() throws Exception {
    var begun = new AtomicInteger();
    Callable<Object> endless =
        () -> {
          begun.incrementAndGet();
          while (end.getCount() > 0) {
            Thread.onSpinWait();
          }
          return "never";
        };
    assertThat(refusal(hasty, "endless", endless)).isEqualTo(Reason.PARSE_BUDGET);
    assertThat(hasty.<String>read(() -> "another", () -> "read")).isEqualTo("read");
    assertThat(refusal(patient, "endless", endless)).isEqualTo(Reason.PARSE_BUDGET);
    assertThat(begun).hasValue(1);
  }

  @Test
  void aReadingThatSleepsIsLeftBehindToo() {
    assertThat(refusal(hasty, "asleep", () -> end.await(1, TimeUnit.HOURS)))
        .isEqualTo(Reason.PARSE_BUDGET);
  }

  @Test
  void noMoreAreReadAtOnceThanThereAreDesks() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    Callable<Integer> reading =
        () -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          return now.decrementAndGet();
        };
    List<CompletableFuture<Void>> callers =
        Stream.generate(() -> CompletableFuture.runAsync(() -> readOften(reading)))
            .limit(4)
            .toList();
    callers.forEach(CompletableFuture::join);
    assertThat(most.get()).isBetween(1, 2);
  }

  private void readOften(Callable<Integer> reading) {
    try {
      for (int i = 0; i < 50; i++) {
        patient.read(() -> "a", reading);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Reason refusal(ReadingRoom room, String content, Callable<Object> reading) {
    return catchThrowableOfType(BadRecordException.class, () -> room.read(() -> content, reading))
        .reason();
  }

  private static int depth(int level) {
    return level < 0 ? level : depth(level + 1) + 1;
  }

  private static Object fail(Throwable fault) throws Exception {
    if (fault instanceof Error error) {
      throw error;
    }
    throw (Exception) fault;
  }
}
