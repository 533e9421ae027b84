package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Reason;

/** What every event store promises. */
abstract class EventStoreContract {
  private static final Duration KEPT = GroupMember.TOMBSTONES_KEPT;
  private final EventRecordReader reader = new EventRecordReader(ContractPack.committed());
  private EventStore store;
  private EventLog log;
  private int written;
  private long position;

  /** A store with nothing in it. */
  abstract EventStore open() throws Exception;

  /** Live events by id, with their revision: "id@revision". */
  abstract List<String> live() throws Exception;

  /** Redirects as "old>new". */
  abstract List<String> redirects() throws Exception;

  /** Every revision kept, with what caused it: "id@revision cause". */
  abstract List<String> revisions() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    store = open();
    log = new EventLog(0);
    position = positions(0, 0, 0).get(0);
  }

  /** Where to read a partition on whose log holds this. */
  private Map<Integer, Long> positions(int partition, long start, long end) throws StoreException {
    var log = Map.of(partition, new LogBounds(start, end));
    return store.positions(EventLog.IDENTITY, () -> log, KEPT).byPartition();
  }

  private Map<Integer, LogBounds> whole() {
    return Map.of(0, new LogBounds(0, log.end()));
  }

  /** The end of the log was read so long ago. */
  abstract void letTimePass(Duration time) throws Exception;

  /** Applies what was added to the log since the last time. */
  Stored apply() throws StoreException {
    List<Change> changes =
        log.records().subList(written, log.records().size()).stream().map(reader::read).toList();
    Stored stored = store.apply(batch(new Move(position, log.end(), Instant.EPOCH, true), changes));
    written = log.records().size();
    position = log.end();
    return stored;
  }

  private static Batch batch(Move move, List<Change> changes) {
    return new Batch(EventLog.IDENTITY, new TreeMap<>(Map.of(0, move)), changes);
  }

  @Test
  void anEventIsStoredTogetherWithItsPosition() throws Exception {
    log.live(Events.event(1, 1)).marker();

    assertThat(apply()).isEqualTo(new Stored(1, 0, 0, 0));

    assertThat(live()).containsExactly(Events.id(1) + "@1");
    assertThat(positions(0, 0, log.end())).containsEntry(0, 2L);
  }

  @Test
  void aPartitionBeginsAtTheStartOfItsLogAndThenStaysWhereItIs() throws Exception {
    assertThat(positions(3, 17, 20)).containsEntry(3, 17L);
    assertThat(positions(3, 2, 20)).containsEntry(3, 17L);
  }

  @Test
  void theLastOfSeveralValuesOfOneKeyInABatchStands() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1)).live(Events.event(1, 2));

    assertThat(apply()).isEqualTo(new Stored(2, 1, 0, 0));

    assertThat(live()).containsExactly(Events.id(1) + "@2", Events.id(2) + "@1");
  }

  @Test
  void aLaterRevisionReplacesAnEarlierOneAndAnEarlierOneIsStale() throws Exception {
    log.live(Events.event(1, 5));
    apply();
    log.live(Events.event(1, 6));
    assertThat(apply()).isEqualTo(new Stored(1, 0, 0, 0));
    log.live(Events.event(1, 4));

    assertThat(apply()).isEqualTo(new Stored(0, 0, 1, 0));

    assertThat(live()).containsExactly(Events.id(1) + "@6");
  }

  @Test
  void theSameRecordAgainIsStaleButAnotherPayloadUnderItsRevisionIsAContradiction()
      throws Exception {
    log.live(Events.event(1, 5));
    apply();
    log.live(Events.event(1, 5));
    assertThat(apply()).isEqualTo(new Stored(0, 0, 1, 0));
    ConferenceEvent other = Events.event(1, 5);
    other.setTitle("Hội nghị khác");
    log.live(other);

    assertThat(apply()).isEqualTo(new Stored(0, 0, 1, 1));
  }

  @Test
  void aTombstoneEndsAnEventAndLeavesARedirect() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    apply();
    log.tombstone(1, 2, Events.id(2));

    assertThat(apply()).isEqualTo(new Stored(1, 0, 0, 0));

    assertThat(live()).containsExactly(Events.id(2) + "@1");
    assertThat(redirects()).containsExactly(Events.id(1) + ">" + Events.id(2));
  }

  @Test
  void aTombstoneThatComesBeforeItsEventKeepsTheOlderRevisionDead() throws Exception {
    log.tombstone(1, 3, null);
    apply();
    log.live(Events.event(1, 2));

    assertThat(apply()).isEqualTo(new Stored(0, 0, 1, 0));

    assertThat(live()).isEmpty();
  }

  @Test
  void aLiveIdWinsOverItsRedirectAndItsOwnDeath() throws Exception {
    log.tombstone(1, 3, Events.id(2));
    apply();
    log.live(Events.event(1, 4));
    apply();

    assertThat(live()).containsExactly(Events.id(1) + "@4");
    assertThat(redirects()).isEmpty();
  }

  @Test
  void anIdThatLivesAgainIsJudgedByItsLifeNotByItsDeath() throws Exception {
    log.tombstone(1, 3, null);
    apply();
    log.live(Events.event(1, 6));
    apply();
    log.live(Events.event(1, 5));

    assertThat(apply()).isEqualTo(new Stored(0, 0, 1, 0));

    assertThat(live()).containsExactly(Events.id(1) + "@6");
  }

  @Test
  void aNewerTombstoneWithoutAnHeirTakesTheRedirectAway() throws Exception {
    log.tombstone(1, 3, Events.id(2));
    apply();
    log.tombstone(1, 4, null);
    apply();

    assertThat(redirects()).isEmpty();
  }

  @Test
  void lifeAndDeathWithinOneBatchCountAsOneChange() throws Exception {
    log.live(Events.event(1, 1)).tombstone(1, 2, null).live(Events.event(1, 2));

    assertThat(apply()).isEqualTo(new Stored(1, 1, 1, 1));

    assertThat(live()).isEmpty();
  }

  @Test
  void everyRevisionThatCameIsKeptOnceAlsoThoseThatWereOvertaken() throws Exception {
    log.live(Events.event(1, 1), "a").live(Events.event(1, 3), "b").live(Events.event(1, 3), "c");
    apply();
    log.live(Events.event(1, 2), "d").tombstone(1, 4, null);
    apply();

    assertThat(revisions())
        .containsExactly(
            Events.id(1) + "@1 a",
            Events.id(1) + "@2 d",
            Events.id(1) + "@3 b",
            Events.id(1) + "@4 RETRACTED");
  }

  @Test
  void aBatchThatStartsElsewhereThanThePositionStoresNothing() throws Exception {
    log.live(Events.event(1, 1));
    apply();
    Change again = reader.read(new EventLog(0).live(Events.event(2, 1)).records().get(0));

    assertThatThrownBy(() -> store.apply(batch(new Move(0, 1, null, false), List.of(again))))
        .isInstanceOf(StoreException.Fenced.class);

    assertThat(live()).containsExactly(Events.id(1) + "@1");
    assertThat(positions(0, 0, log.end())).containsEntry(0, 1L);
  }

  @Test
  void anArticleTwiceInOneEventIsRefusedAndNothingOfItsBatchIsStored() throws Exception {
    ConferenceEvent twice = Events.event(2, 1);
    twice.setSources(List.of(Events.source("a2", null), Events.source("a2", null)));
    log.live(Events.event(1, 1)).live(twice);

    assertThatThrownBy(this::apply)
        .isInstanceOfSatisfying(
            StoreException.Refused.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.SINK_CONSTRAINT));

    assertThat(live()).isEmpty();
    assertThat(positions(0, 0, log.end())).containsEntry(0, 0L);
  }

  @Test
  void whoIsToBlameForARefusalIsFoundAndNothingIsStoredByLooking() throws Exception {
    for (int i = 0; i < 11; i++) {
      ConferenceEvent event = Events.event(i, 1);
      if (i == 3 || i == 4 || i == 10) {
        event.setSources(List.of(Events.source("a", null), Events.source("a", null)));
      }
      log.live(event);
    }
    var changes = log.records().stream().map(reader::read).toList();
    Batch whole = batch(new Move(position, log.end(), Instant.EPOCH, true), changes);

    List<Refusal> refusals = store.refusals(whole);

    assertThat(refusals).extracting(r -> r.change().source().offset()).containsExactly(3L, 4L, 10L);
    assertThat(live()).isEmpty();
    assertThat(positions(0, 0, log.end())).containsEntry(0, 0L);
    assertThat(store.apply(whole.without(refusals))).isEqualTo(new Stored(8, 0, 0, 0));
    assertThat(positions(0, 0, log.end())).containsEntry(0, 11L);
  }

  @Test
  void whoHasNotReadToTheEndForAsLongAsTombstonesAreKeptIsRefused() throws Exception {
    log.live(Events.event(1, 1));
    apply();
    letTimePass(KEPT.plusDays(1));
    assertThat(positions(0, 0, log.end())).as("nothing has come since").containsEntry(0, 1L);
    log.live(Events.event(2, 1));

    assertThatThrownBy(() -> positions(0, 0, log.end()))
        .isInstanceOfSatisfying(SinkException.class, e -> assertThat(e.mendedByRebuild()).isTrue())
        .hasMessageContaining("8 days ago")
        .hasMessageContaining("--rebuild");
    letTimePass(KEPT.minusDays(1));
    assertThat(positions(0, 0, log.end())).containsEntry(0, 1L);
  }

  @Test
  void aFullReadWritesWhatTheTopicHoldsAndRemovesTheRest() throws Exception {
    log.live(Events.event(1, 5)).live(Events.event(2, 5)).live(Events.event(3, 5));
    apply();
    var anew = new EventLog(0).live(Events.event(1, 2)).live(Events.event(4, 1));
    log = anew;
    written = 0;
    position = 0;
    assertThat(store.beginFullRead(EventLog.IDENTITY, whole(), Begin.IF_NEW)).isFalse();
    assertThat(store.beginFullRead(EventLog.IDENTITY, whole(), Begin.OR_GO_ON)).isTrue();
    assertThat(store.beginFullRead(EventLog.IDENTITY, whole(), Begin.OR_GO_ON)).isFalse();
    assertThat(store.isReadWhole(EventLog.IDENTITY)).isFalse();
    assertThat(store.sweep(EventLog.IDENTITY)).as("nothing before its time").isZero();

    apply();
    assertThat(store.isReadWhole(EventLog.IDENTITY)).isTrue();
    store.bury(
        EventLog.IDENTITY,
        List.of(
            Change.death(Events.id(3), 6, Events.id(4), null, Instant.EPOCH),
            Change.death(Events.id(4), 9, null, null, Instant.EPOCH)));
    assertThat(store.sweep(EventLog.IDENTITY)).isEqualTo(1);
    assertThat(store.sweep(EventLog.IDENTITY)).isZero();

    assertThat(live()).containsExactly(Events.id(1) + "@2", Events.id(4) + "@1");
    assertThat(redirects()).containsExactly(Events.id(3) + ">" + Events.id(4));
    assertThat(store.isReadWhole(EventLog.IDENTITY)).isFalse();
    log.live(Events.event(1, 2)).live(Events.event(2, 5));
    assertThat(apply()).as("revisions count again").isEqualTo(new Stored(0, 0, 2, 0));
  }

  @Test
  void whatAnotherSinkStoredWhileTheLogsWereLookedAtIsNoLoss() throws Exception {
    log.live(Events.event(1, 1));
    apply();
    var answers = new ArrayDeque<>(List.of(whole(), Map.of(0, new LogBounds(0, 2))));
    log.live(Events.event(2, 1));
    apply();

    Positions found = store.positions(EventLog.IDENTITY, answers::remove, KEPT);

    assertThat(found.byPartition()).containsEntry(0, 2L);
  }

  @Test
  void anotherClusterAnotherTopicOrAGapInTheLogIsRefusedByName() throws Exception {
    log.live(Events.event(1, 1));
    apply();
    var elsewhere = new TopicIdentity("c2", EventLog.TOPIC, EventLog.IDENTITY.topicId());
    var recreated = new TopicIdentity("c1", EventLog.TOPIC, new Uuid(7, 7));

    assertThatThrownBy(() -> store.positions(elsewhere, this::whole, KEPT))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("cluster c1");
    assertThatThrownBy(() -> store.positions(recreated, this::whole, KEPT))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("deleted and created again");
    assertThatThrownBy(() -> positions(0, 10, 12))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("a gap of 9 offsets");
    assertThatThrownBy(() -> positions(0, 0, 0))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("the brokers have lost 1 offsets");
  }
}
