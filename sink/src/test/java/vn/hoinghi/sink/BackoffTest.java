package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private long nanos;
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), () -> nanos, new Random(7));

  @Test
  void itWaitsLongerEachTimeUpToABoundAndNotAlwaysTheSame() {
    var waits = IntStream.range(0, 40).mapToObj(i -> backoff.failed("away")).toList();

    assertThat(waits.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(waits.get(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    assertThat(waits.subList(10, 40))
        .allSatisfy(w -> assertThat(w).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5)))
        .doesNotHaveDuplicates();
  }

  @Test
  void itIsOverWhenTheTimeHasPassedAndBeginsAnewAfterSuccess() {
    Duration wait = backoff.failed("away");
    assertThat(backoff.isOver()).isFalse();
    nanos += wait.toNanos();
    assertThat(backoff.isOver()).isTrue();

    backoff.failed("away");
    backoff.failed("away");
    backoff.succeeded();

    assertThat(backoff.failed("away")).isLessThanOrEqualTo(Duration.ofMillis(100));
  }

  @Test
  void theFaultIsToldUntilTheOtherSideAnswers() {
    backoff.failed("57P03: starting up");
    assertThat(backoff.fault()).contains("57P03: starting up");

    backoff.answered();

    assertThat(backoff.fault()).isEmpty();
  }
}
