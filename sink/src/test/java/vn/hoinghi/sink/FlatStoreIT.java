package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;

/** Who writes one table keeps the promises of the loop that writes all. */
class FlatStoreIT {
  private static final String ROWS = "SELECT event_id || '@' || revision FROM flat ORDER BY 1";

  private final EventLog log = new EventLog(0);
  private TestTables tables;
  private GroupMember member;

  @BeforeEach
  void open() throws SQLException {
    tables = new TestTables();
    FlatStore.create(tables.database);
    member = new GroupMember(new FlatStore(tables.database), log).assign(0);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void anEventIsOneRowWithTheValuesThatTheEventTableHas() throws Exception {
    ConferenceEvent event = BenchmarkEvents.event(1, 7);
    log.live(event, "article");
    member.steps(2);
    try (var all = new TestTables()) {
      new GroupMember(new PostgresEventStore(all.database), log).assign(0).steps(2);
      String columns = "event_id, " + String.join(", ", FlatRow.VALUES);
      String rows = "SELECT (%s)::text FROM %s";
      assertThat(tables.rows(rows.formatted(columns, "flat")))
          .hasSize(1)
          .isEqualTo(all.rows(rows.formatted(columns, "event")));
    }
  }

  @Test
  void laterRevisionsReplaceTheRowAndADeathTakesItAway() throws Exception {
    log.live(Events.event(1, 1)).live(Events.event(2, 1)).live(Events.event(3, 1));
    member.steps(2);
    log.live(Events.event(1, 2)).live(Events.event(1, 3)).tombstone(2, 2, null);
    log.live(Events.event(3, 1));
    member.steps(1);

    assertThat(tables.rows(ROWS)).containsExactly(Events.id(1) + "@3", Events.id(3) + "@1");
    assertThat(position()).containsExactly("7");
  }

  @Test
  void whatIsStoredIsNotStoredAgainByWhoComesNext() throws Exception {
    log.live(Events.event(1, 1)).tombstone(1, 2, null);
    member.steps(2);
    GroupMember next = new GroupMember(new FlatStore(tables.database), log).assign(0).steps(2);

    assertThat(next.read()).isZero();
    assertThat(tables.rows(ROWS)).isEmpty();
  }

  @Test
  void whoIsOvertakenStoresNothingAndGoesOnWhereTheOtherStands() throws Exception {
    member.steps(1);
    log.live(Events.event(1, 1));
    new GroupMember(new FlatStore(tables.database), log).assign(0).steps(2);
    log.live(Events.event(2, 1));
    member.steps(2);

    assertThat(member.counted("handed_back")).isEqualTo(2);
    assertThat(tables.rows(ROWS)).containsExactly(Events.id(1) + "@1", Events.id(2) + "@1");
    assertThat(position()).containsExactly("2");
  }

  @Test
  void aRowThatIsRefusedBecomesALetterAndTheRestIsStored() throws Exception {
    tables.execute("ALTER TABLE flat ADD CHECK (confidence < 100)");
    ConferenceEvent bad = Events.event(2, 1);
    bad.setConfidence(100);
    log.live(Events.event(1, 1)).live(bad).live(Events.event(3, 1)).add(null, null);
    member.steps(2);

    assertThat(member.deadLetters.letters).containsExactly("KEY_NULL@3", "SINK_CONSTRAINT@1");
    assertThat(tables.rows(ROWS)).containsExactly(Events.id(1) + "@1", Events.id(3) + "@1");
    assertThat(position()).containsExactly("4");
  }

  private List<String> position() throws SQLException {
    return tables.rows("SELECT position FROM sink_position");
  }
}
