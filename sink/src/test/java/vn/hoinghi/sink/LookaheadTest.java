package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch that was read while the one before it was stored. */
class LookaheadTest {
  private static final TopicPartition FIRST = new TopicPartition(EventLog.TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(EventLog.TOPIC, 1);

  private final MemoryEventStore store = new MemoryEventStore();
  private final EventLog log = new EventLog(0);
  private final EventLog other = new EventLog(1);
  private final GroupMember sink = new GroupMember(store, log, other).assign(0, 1).steps(1);

  @AfterEach
  void everyRecordReadHasOneOutcome() {
    assertThat(sink.read()).isEqualTo(sink.accountedFor());
  }

  /** While more is polled, a second event comes to the log. */
  private void theSecondComesMeanwhile() {
    log.live(Events.event(1, 1));
    sink.meanwhile(
        () -> {
          log.live(Events.event(2, 1));
          sink.fetch(FIRST);
        });
  }

  @Test
  void itIsStoredNextWithTheStepThatBeginsWhereTheOneBeforeEnds() throws Exception {
    theSecondComesMeanwhile();

    sink.steps(1);
    assertThat(store.live).containsOnlyKeys(Events.id(1));
    assertThat(store.position(0)).isEqualTo(1);

    sink.steps(1);
    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(2));
    assertThat(store.position(0)).isEqualTo(2);
    assertThat(sink.read()).isEqualTo(2);
  }

  @Test
  void itComesAgainInItsOrderWhereTheOneBeforeIsNotStored() throws Exception {
    theSecondComesMeanwhile();
    store.failures = 1;

    sink.steps(1);
    assertThat(store.live).isEmpty();
    assertThat(store.position(0)).isZero();

    sink.after(Duration.ofSeconds(1)).steps(1);
    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(2));
    assertThat(store.position(0)).isEqualTo(2);
    assertThat(sink.counted("applied")).isEqualTo(2);
    assertThat(sink.counted("stale")).isZero();
  }

  @Test
  void nothingInHandIsStoredWhereThePartitionsAreSharedOutAnewMeanwhile() throws Exception {
    log.live(Events.event(1, 1));
    other.live(Events.event(2, 1));
    sink.meanwhile(() -> sink.consumer.rebalance(List.of(SECOND)));

    sink.steps(1);
    assertThat(store.live).isEmpty();

    sink.steps(1);
    assertThat(store.live).containsOnlyKeys(Events.id(2));
    assertThat(store.position(0)).isZero();
    assertThat(store.position(1)).isEqualTo(1);
  }

  @Test
  void whatIsLeftOfItAfterPartitionsWentIsReadAgain() throws Exception {
    theSecondComesMeanwhile();
    sink.steps(1);
    other.live(Events.event(3, 1));
    sink.meanwhile(() -> sink.consumer.rebalance(List.of(FIRST)));

    sink.steps(2);

    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(2));
    assertThat(store.position(0)).isEqualTo(2);
    assertThat(store.position(1)).isZero();
  }

  @Test
  void itGoesWhereAnotherSinkHasMovedThePosition() throws Exception {
    theSecondComesMeanwhile();
    var successor = new GroupMember(store, log, other).assign(0);
    successor.steps(1);

    sink.steps(1);
    assertThat(sink.counted("handed_back")).isEqualTo(sink.read());

    sink.steps(1);
    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(2));
    assertThat(store.position(0)).isEqualTo(2);
    assertThat(sink.counted("stale")).isZero();
  }

  @Test
  void aBadRecordInItBecomesALetterOnlyWhenItsTurnComes() throws Exception {
    log.live(Events.event(1, 1));
    sink.meanwhile(
        () -> {
          log.add(null, null);
          sink.fetch(FIRST);
        });

    sink.steps(1);
    assertThat(sink.deadLetters.letters).isEmpty();

    sink.steps(1);
    assertThat(sink.deadLetters.letters).containsExactly("KEY_NULL@1");
    assertThat(store.position(0)).isEqualTo(2);
  }
}
