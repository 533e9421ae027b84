package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  @Tag("P05")
  @Tag("P08")
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
  @Tag("P05")
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
  @Tag("P06")
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

  /** Settings made within a transaction go with it. */
  @Test
  @Tag("P06")
  @Tag("P09")
  void limitsOutliveTheFirstTransactionAlsoWhereItIsTakenBack() throws Exception {
    try (var fresh = Database.open(tables.config)) {
      try (var connection = fresh.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("SELECT 1");
        connection.rollback();
        try (var row = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
          assertThat(row.next()).isTrue();
          assertThat(row.getString(1)).isEqualTo("10s");
        }
      }
    }
  }

  @Test
  @Tag("P06")
  void aSinkFrozenAmidABatchThatItSendsLosesItToo() throws Exception {
    var url = new URI(tables.config.jdbcUrl().substring("jdbc:".length()).replaceAll("\\?.*", ""));
    var database = impatient();
    database.setApplicationName("frozen");
    database.setOptions("-c lock_timeout=100 -c idle_in_transaction_session_timeout=500");
    var successor = new GroupMember(new PostgresEventStore(database), log);
    log.live(Events.event(1, 1)).live(Events.event(2, 1));
    try (var frozen =
        HalfSaidBatch.begin(
            url.getPort(), url.getPath().substring(1), tables.config.user(), "frozen")) {
      successor.assign(0).steps(1);
      assertThat(successor.counted("applied")).isZero();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> successor.after(A_WHILE).steps(1).counted("applied") == 2);
      assertThat(frozen.isHungUp()).isTrue();
    }
    assertThat(stored()).isEqualTo("2 | 2");
  }

  /** Connections that do not wait long for a lock, as this test does not want to either. */
  private PGSimpleDataSource impatient() {
    return impatient(tables);
  }

  private static PGSimpleDataSource impatient(TestTables tables) {
    var database = new PGSimpleDataSource();
    database.setUrl(tables.config.jdbcUrl());
    database.setUser(tables.config.user());
    database.setPassword(tables.config.password());
    database.setOptions("-c lock_timeout=100");
    return database;
  }

  @Test
  @Tag("P06")
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
  @Tag("P07")
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
  @Tag("P14")
  void aColumnThatIsMissingEndsTheSinkWithItsName() throws Exception {
    tables.execute("ALTER TABLE event_support DROP COLUMN rule");
    log.live(Events.event(1, 1));

    assertThatThrownBy(() -> sink.steps(1))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("rule");
    assertThat(stored()).isEqualTo("0 | 0");
  }

  @Test
  void tablesThatMayNotBeChangedAreOnlyChecked() throws Exception {
    var empty = EmbeddedDatabase.empty().withoutMigration();

    assertThatThrownBy(() -> Database.prepare(empty))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("not those of this version")
        .hasMessageContaining("- event.title text NOT NULL   is missing");
    Database.prepare(tables.config.withoutMigration());
  }

  @Test
  @Tag("P20")
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

  @ParameterizedTest
  @Tag("P09")
  @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "25P03"})
  void aTransactionThatTheServerBreaksOffIsDoneAsAWholeLater(String state) throws Exception {
    tables.execute(
        """
        CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'broken off' USING ERRCODE = '%s'; END $$"""
            .formatted(state));
    tables.execute(
        "CREATE TRIGGER no BEFORE INSERT ON event_coverage FOR EACH ROW EXECUTE FUNCTION no()");
    log.live(Events.event(1, 1)).live(Events.event(2, 1)).tombstone(3, 1, null);

    sink.steps(1);
    assertThat(stored()).isEqualTo("0 | 0");
    assertThat(tables.rows("SELECT count(*) FROM event_dead")).containsExactly("0");

    tables.execute("DROP TRIGGER no ON event_coverage");
    sink.after(A_WHILE).steps(1).after(A_WHILE).steps(3);
    assertThat(stored()).isEqualTo("2 | 3");
    assertThat(sink.counted("applied")).isEqualTo(3);
    assertThat(sink.deadLetters.letters).isEmpty();
  }

  @Test
  @Tag("P13")
  void aLockThatSomebodyHoldsPausesTheSinkAndHoldsItsMemoryFlat() throws Exception {
    var waiting = new GroupMember(new PostgresEventStore(impatient()), log).assign(0).steps(1);
    for (int i = 0; i < 300; i++) {
      log.live(Events.event(i, 1));
    }
    try (var other = tables.database.getConnection();
        var statement = other.createStatement()) {
      statement.execute("LOCK TABLE event IN ACCESS EXCLUSIVE MODE");
      for (int i = 0; i < 10; i++) {
        waiting.after(A_WHILE).steps(1);
        assertThat(waiting.consumer.paused()).as("polled, and nothing fetched").isNotEmpty();
      }
      other.rollback();
    }
    for (int i = 0; i < 100 && waiting.counted("applied") < 300; i++) {
      waiting.after(A_WHILE).steps(1);
    }
    assertThat(stored()).isEqualTo("300 | 300");
    assertThat(waiting.counted("applied")).isEqualTo(300);
  }

  @Test
  @Tag("P10")
  void aServerThatOnlyLetsReadIsWaitedFor() throws Exception {
    var reading = new PGSimpleDataSource();
    reading.setUrl(tables.config.jdbcUrl());
    reading.setUser(tables.config.user());
    reading.setPassword(tables.config.password());
    reading.setOptions("-c default_transaction_read_only=on");
    var standby = new GroupMember(new PostgresEventStore(reading), log).assign(0);
    log.live(Events.event(1, 1));

    standby.steps(2);
    assertThat(standby.counted("applied")).isZero();
    assertThat(standby.consumer.paused()).isNotEmpty();

    sink.steps(1);
    assertThat(stored()).isEqualTo("1 | 1");
  }

  @Test
  @Tag("P16")
  void aKeyThatMovedToAnotherPartitionIsWrittenByOneSinkAfterTheOther() throws Exception {
    var moved = new EventLog(1).live(Events.event(1, 7));
    var old = new EventLog(0).live(Events.event(1, 6)).tombstone(2, 3, null);
    try (var grown = new TestTables()) {
      var first = new HookedDatabase(grown.database);
      var one = new GroupMember(new PostgresEventStore(first.dataSource()), new EventLog(0), moved);
      one.assign(0).steps(1);
      var behind = new GroupMember(new PostgresEventStore(first.dataSource()), old, moved);
      behind.assign(0);
      var other = new GroupMember(new PostgresEventStore(impatient(grown)), old, moved).assign(1);
      first.beforeNextCommit(c -> {});
      behind.steps(1);
      other.after(A_WHILE).steps(2);
      assertThat(grown.rows("SELECT revision FROM event")).containsExactly("7");

      old.live(Events.event(3, 1));
      moved.live(Events.event(3, 2));
      first.beforeNextCommit(
          amid -> {
            other.steps(1);
            assertThat(other.counted("handed_back")).as("it waits its turn").isEqualTo(1);
          });
      behind.steps(1);
      other.after(A_WHILE).steps(1);
      assertThat(grown.rows("SELECT revision FROM event ORDER BY event_id"))
          .containsExactly("7", "2");
    }
  }

  @Test
  void storedPositionsAreWhatTheTableHolds() throws Exception {
    log.live(Events.event(1, 1)).marker();
    sink.steps(2);

    assertThat(StoredPositions.read(tables.database))
        .isEqualTo(Map.of(new org.apache.kafka.common.TopicPartition(EventLog.TOPIC, 0), 2L));
  }
}
