package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Looks that go on. */
class EverySecondTest {
  private static final int SECONDS = 30;

  private final CountDownLatch taken = new CountDownLatch(2);
  private volatile Thread taking;

  @Test
  void oneThatFailsDoesNotEndThemAndClosingDoes() throws Exception {
    try (EverySecond every = EverySecond.take(this::inVain, "every-second")) {
      assertThat(taken.await(SECONDS, TimeUnit.SECONDS)).as("%s took a second", every).isTrue();
    }
    taking.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertThat(taking.isAlive()).isFalse();
  }

  private void inVain() {
    taking = Thread.currentThread();
    taken.countDown();
    throw new IllegalStateException("the brokers are away");
  }
}
