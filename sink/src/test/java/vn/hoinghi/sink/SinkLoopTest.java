package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;

class SinkLoopTest {
  private static final TopicPartition FIRST = new TopicPartition(EventLog.TOPIC, 0);

  private final MemoryEventStore store = new MemoryEventStore();
  private final EventLog log = new EventLog(0);
  private final GroupMember sink = new GroupMember(store, log, new EventLog(1));

  @AfterEach
  void everyRecordReadHasOneOutcome() {
    assertThat(sink.read()).isEqualTo(sink.accountedFor());
  }

  @Test
  void eventsOfAnAssignedPartitionAreStored() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(1, 2)).live(Events.event(2, 1));

    sink.assign(0, 1).steps(1);

    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(2));
    assertThat(store.position(0)).isEqualTo(3);
    assertThat(sink.counted("applied")).isEqualTo(2);
    assertThat(sink.counted("collapsed")).isEqualTo(1);
  }

  @Test
  void thePositionPassesATransactionsEndAlthoughNoRecordComesWithIt() throws Exception {
    log.live(Events.event(1, 1)).marker();

    sink.assign(0).steps(2);

    assertThat(store.position(0)).isEqualTo(2);
  }

  @Test
  void aSinkThatStartsAgainGoesOnAtTheStoredPosition() {
    log.live(Events.event(1, 1));
    sink.assign(0).steps(1);
    log.live(Events.event(2, 1));

    var next = new GroupMember(store, log).assign(0).steps(1);

    assertThat(next.read()).isEqualTo(1);
    assertThat(store.live).hasSize(2);
  }

  @Test
  @Tag("P08")
  void whileTheStoreIsAwayPartitionsArePausedAndPollingGoesOn() {
    log.live(Events.event(1, 1));
    sink.assign(0).steps(1);
    store.failures = 2;
    log.live(Events.event(2, 1));

    sink.steps(3);
    assertThat(sink.consumer.paused()).contains(FIRST);
    assertThat(store.live).hasSize(1);

    sink.after(Duration.ofSeconds(1)).steps(1).after(Duration.ofSeconds(2)).steps(1);
    assertThat(sink.consumer.paused()).isEmpty();
    assertThat(store.live).hasSize(2);
    assertThat(sink.counted("handed_back")).isEqualTo(1);
  }

  @Test
  @Tag("P06")
  void aSinkWhosePartitionWasTakenOverMeanwhileStoresNothingAndGoesOnWhereTheOtherStands()
      throws Exception {
    log.live(Events.event(1, 1));
    sink.assign(0).steps(1);
    var successor = new GroupMember(store, log).assign(0).steps(1);
    log.live(Events.event(2, 1)).live(Events.event(3, 1));
    successor.steps(1);

    sink.steps(1);
    assertThat(sink.counted("handed_back")).isEqualTo(2);
    assertThat(sink.counted("stale")).isZero();

    log.live(Events.event(4, 1));
    sink.steps(1);
    assertThat(sink.counted("applied")).isEqualTo(2);
    assertThat(store.position(0)).isEqualTo(4);
    assertThat(store.live).hasSize(4);
  }

  @Test
  void aPartitionThatWentToAnotherMemberIsNotWrittenAnyMore() throws Exception {
    sink.assign(0, 1).steps(1).assign(1);
    log.live(Events.event(1, 1));

    sink.steps(2);

    assertThat(store.live).isEmpty();
    assertThat(store.position(0)).isZero();
  }

  @Test
  void whatCannotBeReadGoesToTheDeadLettersAndTheRestIsStored() throws Exception {
    byte[] key = EventLog.bytes(Events.id(1));
    log.add(null, new byte[0])
        .add(key, new byte[] {0, 0, 0, 0, 99, 1})
        .add(key, EventLog.bytes("<html>"))
        .add(key, null, EventRecordReader.REVISION, "seven")
        .live(Events.event(1, 1));
    log.add(EventLog.bytes(Events.id(9)), log.records().get(4).value());

    sink.assign(0).steps(1);

    assertThat(sink.deadLetters.letters)
        .containsExactly(
            "KEY_NULL@0",
            "AVRO_UNKNOWN_SCHEMA@1",
            "AVRO_MALFORMED@2",
            "VALUE_NULL@3",
            "KEY_MISMATCH@5");
    assertThat(store.live).containsOnlyKeys(Events.id(1));
    assertThat(store.position(0)).isEqualTo(6);
  }

  @Test
  @Tag("P03")
  void oneRecordThatTheStoreRefusesIsFoundAndTheRestIsStored() throws Exception {
    ConferenceEvent bad = Events.event(5, 1);
    bad.setSources(List.of(Events.source("a5", null), Events.source("a5", null)));
    for (int i = 1; i <= 9; i++) {
      log.live(i == 5 ? bad : Events.event(i, 1));
    }

    sink.assign(0).steps(1);

    assertThat(sink.deadLetters.letters).containsExactly("SINK_CONSTRAINT@4");
    assertThat(store.live).hasSize(8).doesNotContainKey(Events.id(5));
    assertThat(store.position(0)).isEqualTo(9);
  }

  @Test
  @Tag("P03")
  void noPositionPassesADeadLetterThatIsNotSafe() throws Exception {
    log.add(null, new byte[0]);
    sink.deadLetters.failures = 1;
    sink.assign(0).steps(1);
    assertThat(store.position(0)).isZero();

    sink.after(Duration.ofSeconds(1)).steps(1);

    assertThat(sink.deadLetters.letters).containsExactly("KEY_NULL@0");
    assertThat(store.position(0)).isEqualTo(1);
  }

  @Test
  @Tag("P07")
  void positionsThatTheLogDoesNotHoldEndTheSinkWithTheReason() {
    log.live(Events.event(1, 1));
    sink.assign(0).steps(1);
    sink.consumer.setPollException(new OffsetOutOfRangeException(Map.of(FIRST, 1L)));

    assertThatThrownBy(() -> sink.steps(1))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("does not hold the stored positions");
  }

  @Test
  @Tag("P07")
  void aLogThatBeginsBehindTheStoredPositionEndsTheSinkWithTheReason() {
    log.live(Events.event(1, 1));
    sink.assign(0).steps(1);
    var late = new GroupMember(store, log).logStart(0, 7).assign(0);

    assertThatThrownBy(() -> late.steps(1))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("a gap of 6 offsets");
  }

  @Test
  @Tag("P07")
  void aTopicThatIsCreatedAnewWhileTheSinkRunsEndsItBeforeAnyOfItsRecordsIsStored() {
    log.live(Events.event(1, 1));
    sink.assign(0).steps(1);
    sink.identity = new TopicIdentity("c1", EventLog.TOPIC, new Uuid(3, 4));
    log.live(Events.event(2, 1));

    assertThatThrownBy(() -> sink.steps(2))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("deleted and created again");
    assertThat(store.live).hasSize(1);
  }

  @Test
  @Tag("P13")
  void batchesThatDoNotComeToTheirEndInTimeBecomeSmallerAndAllIsStored() throws Exception {
    for (int i = 0; i < 40; i++) {
      log.live(Events.event(i, 1));
    }
    store.mostChanges = 3;
    sink.assign(0);

    for (int i = 0; i < 60; i++) {
      sink.after(Duration.ofSeconds(8)).steps(1);
    }

    assertThat(store.live).hasSize(40);
    assertThat(store.position(0)).isEqualTo(40);
    assertThat(sink.counted("applied")).isEqualTo(40);
  }

  @Test
  @Tag("P17")
  void whereNothingComesThePositionIsConfirmedSoThatItDoesNotGrowOld() throws Exception {
    log.live(Events.event(1, 1));
    sink.assign(0, 1).steps(1);
    int before = store.confirmed;

    sink.after(Duration.ofMinutes(2)).steps(2);

    assertThat(store.confirmed).isEqualTo(before + 2);
  }

  @Test
  @Tag("P17")
  void aSinkThatMayReadsAllAnewWhereItsRowsCannotBeTrustedAndAnotherRefuses() {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    sink.assign(0, 1).steps(1);
    store.incomplete = Duration.ofDays(30);
    var compacted = new EventLog(0).live(Events.event(1, 1)).marker().live(Events.event(3, 1));
    DeathRecords deaths =
        () -> List.of(Change.death(Events.id(2), 2, Events.id(3), null, Instant.EPOCH));

    assertThatThrownBy(
            () -> new GroupMember(store, compacted, new EventLog(1)).assign(0, 1).steps(1))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("events may have died unseen");
    new GroupMember(store, Rebuild.WHEN_NEEDED, deaths, compacted, new EventLog(1))
        .assign(0, 1)
        .steps(6);

    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(3));
    assertThat(store.redirects).containsEntry(Events.id(2), Events.id(3));
    assertThat(store.isReadWhole(EventLog.IDENTITY)).as("it has ended").isFalse();
  }

  @Test
  @Tag("P17")
  void aFullReadThatWasBrokenOffGoesOnWithWhoeverComesNext() {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    var other = new EventLog(1).live(Events.event(5, 1));
    new GroupMember(store, log, other).assign(0, 1).steps(3);
    var compacted = new EventLog(0).live(Events.event(1, 1)).marker();

    new GroupMember(store, Rebuild.ONCE, DeathRecords.NONE, compacted, other).assign(0).steps(4);
    assertThat(store.live).as("half read, nothing removed").hasSize(3);
    new GroupMember(store, compacted, other).assign(0, 1).steps(4);

    assertThat(store.live).containsOnlyKeys(Events.id(1), Events.id(5));
    assertThat(store.isReadWhole(EventLog.IDENTITY)).isFalse();
  }

  @Test
  @Tag("P17")
  void aStoreThatIsNewLearnsOfDeathsThatTheTopicHasForgotten() {
    log.live(Events.event(1, 4));
    DeathRecords deaths =
        () ->
            List.of(
                Change.death(Events.id(1), 3, Events.id(9), null, Instant.EPOCH),
                Change.death(Events.id(2), 2, Events.id(1), null, Instant.EPOCH));

    new GroupMember(store, Rebuild.NEVER, deaths, log).assign(0).steps(4);

    assertThat(store.live).containsOnlyKeys(Events.id(1));
    assertThat(store.redirects).containsOnlyKeys(Events.id(2));
  }
}
