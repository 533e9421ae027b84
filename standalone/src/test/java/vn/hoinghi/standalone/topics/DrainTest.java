package vn.hoinghi.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vn.hoinghi.standalone.terminal.LineProgress;
import vn.hoinghi.standalone.terminal.PipelineException;

class DrainTest {
  private static final TopicPartition P0 = new TopicPartition("flow", 0);
  private static final TopicPartition P1 = new TopicPartition("flow", 1);

  private Map<TopicPartition, Long> ends = Map.of(P0, 10L, P1, 5L);
  private final List<TopicPartition> looked = new ArrayList<>();
  private boolean onlyMarkersLeft;
  private Map<String, String> faults = Map.of();

  private Drain drain(Duration patience) {
    var positions =
        new Drain.Positions() {
          @Override
          public Map<TopicPartition, Long> beginnings(Collection<String> topics) {
            return Map.of(P0, 0L, P1, 5L);
          }

          @Override
          public Map<TopicPartition, Long> ends(Collection<String> topics) {
            return ends;
          }
        };
    return new Drain(
        positions,
        (partition, from, to) -> {
          looked.add(partition);
          return onlyMarkersLeft;
        },
        () -> faults,
        new LineProgress(null, Duration.ofDays(1), System::nanoTime),
        patience);
  }

  @Test
  void itWaitsUntilThePositionsHavePassedWhatTheTopicsHeld() throws InterruptedException {
    var asked = new AtomicInteger();
    drain(Duration.ofMinutes(1))
        .await("passing", List.of("flow"), () -> Map.of(P0, 8L + asked.getAndIncrement()));
    assertThat(asked).hasValue(3);
  }

  @Test
  void aPartitionWithoutRecordsNeedsNoPosition() throws InterruptedException {
    ends = Map.of(P1, 5L);
    drain(Duration.ofMinutes(1)).await("passing", List.of("flow"), Map::of);
    assertThat(looked).isEmpty();
  }

  @Test
  void aPositionBeforeATrailingMarkerHasPassedOnceNothingElseIsLeft() throws InterruptedException {
    onlyMarkersLeft = true;
    drain(Duration.ofMinutes(1)).await("passing", List.of("flow"), () -> Map.of(P0, 9L));
    assertThat(looked).containsOnly(P0);
  }

  @Test
  void aStageThatStandsStillWithRecordsLeftIsNotWaitedForForEver() {
    assertThatThrownBy(
            () ->
                drain(Duration.ofMillis(300))
                    .await("passing", List.of("flow"), () -> Map.of(P0, 9L)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("passing has stood still");
  }

  @Test
  void aPartThatHasFailedEndsTheWait() {
    faults = Map.of("sink", "the disk is full");
    assertThatThrownBy(
            () -> drain(Duration.ofMinutes(1)).await("passing", List.of("flow"), Map::of))
        .hasMessageContaining("the disk is full");
  }
}
