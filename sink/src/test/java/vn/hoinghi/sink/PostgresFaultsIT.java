package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresFaultsIT {
  private static final Duration A_WHILE = Duration.ofSeconds(20);

  private final EventLog log = new EventLog(0);
  private TestTables tables;
  private HookedDatabase hooked;
  private GroupMember sink;

  @BeforeEach
  void open() throws SQLException {
    tables = new TestTables();
    hooked = new HookedDatabase(tables.database);
    sink = new GroupMember(new PostgresEventStore(hooked.dataSource()), log).assign(0).steps(1);
  }

  @AfterEach
  void close() {
    assertThat(sink.read()).isEqualTo(sink.accountedFor());
    tables.close();
  }

  private String stored() throws SQLException {
    return tables.rows("SELECT count(*), (SELECT position FROM sink_position) FROM event").get(0);
  }

  @Test
  void aBackendTerminatedJustBeforeCommitCostsNothingButTime() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    hooked.beforeNextCommit(connection -> HookedDatabase.terminate(connection, tables.database));

    sink.steps(1);
    assertThat(stored()).isEqualTo("0 | 0");

    sink.after(A_WHILE).steps(1);
    assertThat(stored()).isEqualTo("2 | 2");
    assertThat(sink.counted("applied")).isEqualTo(2);
    assertThat(sink.counted("handed_back")).isEqualTo(2);
  }

  @Test
  void aCommitWhoseAnswerWasLostIsNotDoneTwice() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    hooked.afterNextCommit(
        connection -> {
          throw new SQLException("the connection was lost", "08006");
        });

    sink.steps(1);
    assertThat(stored()).isEqualTo("2 | 2");

    log.live(Events.event(3, 1));
    sink.after(A_WHILE).steps(1);
    assertThat(stored()).isEqualTo("3 | 3");
    assertThat(sink.counted("stale")).isZero();
  }

  @Test
  void aSinkFrozenAmidItsTransactionHoldsItsSuccessorUpOnlyUntilItsSessionEnds() throws Exception {
    var successor = new GroupMember(new PostgresEventStore(impatient()), log);
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    hooked.beforeNextCommit(
        frozen -> {
          successor.assign(0).steps(1);
          assertThat(successor.counted("applied")).isZero();
          HookedDatabase.terminate(frozen, tables.database);
          successor.after(A_WHILE).steps(1);
          assertThat(successor.counted("applied")).isEqualTo(2);
        });

    sink.steps(1);
    assertThat(sink.counted("applied")).isZero();
    assertThat(sink.counted("handed_back")).isEqualTo(2);

    log.live(Events.event(3, 1));
    sink.after(A_WHILE).steps(1);
    assertThat(stored()).isEqualTo("3 | 3");
  }

  /** Connections that do not wait long for a lock, as this test does not want to either. */
  private PGSimpleDataSource impatient() {
    var database = new PGSimpleDataSource();
    database.setUrl(tables.config.jdbcUrl());
    database.setUser(tables.config.user());
    database.setPassword(tables.config.password());
    database.setOptions("-c lock_timeout=100");
    return database;
  }

  @Test
  void twoSinksOnOnePartitionStoreEachRecordOnce() throws Exception {
    var zombie = new GroupMember(new PostgresEventStore(tables.database), log).assign(0).steps(1);
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    sink.steps(1);

    zombie.steps(1);
    assertThat(zombie.counted("handed_back")).isEqualTo(2);

    log.live(Events.event(3, 1));
    zombie.steps(1);
    sink.steps(1);
    assertThat(stored()).isEqualTo("3 | 3");
    assertThat(sink.counted("applied") + zombie.counted("applied")).isEqualTo(3);
    assertThat(sink.counted("stale") + zombie.counted("stale")).isZero();
  }

  @Test
  void aSinkDoesNotGoOnWhereItsRowsWereTakenBackByARestore() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    sink.steps(1);
    tables.execute("DELETE FROM event");
    tables.execute("UPDATE sink_position SET position = 0");
    log.live(Events.event(3, 1));

    sink.steps(2);

    assertThat(stored()).isEqualTo("3 | 3");
  }

  @Test
  void aColumnThatIsMissingEndsTheSinkWithItsName() throws Exception {
    tables.execute("ALTER TABLE event_person DROP COLUMN part");
    log.live(Events.event(1, 1));

    assertThatThrownBy(() -> sink.steps(1))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("part");
    assertThat(stored()).isEqualTo("0 | 0");
  }

  @Test
  void tablesThatMayNotBeChangedAreOnlyChecked() throws Exception {
    var empty = EmbeddedDatabase.empty().withoutMigration();

    assertThatThrownBy(() -> Database.prepare(empty))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("not those of this version");
    Database.prepare(tables.config.withoutMigration());
  }

  @Test
  void aReaderNeverSeesAnEventWithoutItsParts() throws Exception {
    for (int revision = 1; revision <= 60; revision++) {
      var event = Events.event(1, revision);
      event.setSources(
          IntStream.range(0, revision % 7).mapToObj(i -> Events.source("c" + i, null)).toList());
      event.setSourceCount(revision % 7);
      log.live(event);
    }
    sink.consumer.setMaxPollRecords(1);
    var torn = new TornReads(tables);
    try (torn) {
      sink.steps(60);
    }
    assertThat(stored()).isEqualTo("1 | 60");
    assertThat(torn.seen()).isGreaterThan(5);
    assertThat(torn.torn()).isZero();
  }

  @Test
  void storedPositionsAreWhatTheTableHolds() throws Exception {
    log.live(Events.event(1, 1)).marker();
    sink.steps(2);

    assertThat(StoredPositions.read(tables.database))
        .isEqualTo(Map.of(new org.apache.kafka.common.TopicPartition(EventLog.TOPIC, 0), 2L));
  }
}
