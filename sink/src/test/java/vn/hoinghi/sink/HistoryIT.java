package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Support;
import vn.hoinghi.schemas.ContractJson;

/** What an event was at any time, and what made it so, can be asked of the tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {
  private static final String ARTICLE = "a".repeat(64);
  private static final String OTHER = "b".repeat(64);

  private TestTables tables;

  /** Event 1 is made, gets another day, and goes into event 2, which goes into event 3. */
  @BeforeAll
  void fill() throws Exception {
    tables = new TestTables();
    var log =
        new EventLog(0)
            .at("2021-01-01T00:00:00Z")
            .live(Events.event(1, 1), ARTICLE)
            .live(Events.event(2, 1), OTHER)
            .at("2021-02-01T00:00:00Z")
            .live(withDay(Events.event(1, 2)), OTHER)
            .at("2021-03-01T00:00:00Z")
            .tombstone(1, 3, Events.id(2))
            .at("2021-04-01T00:00:00Z")
            .live(Events.event(3, 1), OTHER)
            .tombstone(2, 2, Events.id(3))
            .tombstone(9, 2, null);
    new GroupMember(new PostgresEventStore(tables.database), log).assign(0).steps(1);
  }

  private static ConferenceEvent withDay(ConferenceEvent event) {
    event.setStartDate("2020-12-22");
    event.setTitle(Events.event(1, 1).getTitle());
    return event;
  }

  @AfterAll
  void close() {
    tables.close();
  }

  @Test
  void eachStepTellsItsKindTheFieldsThatChangedAndItsCause() throws Exception {
    assertThat(
            tables.rows(
                "SELECT revision, kind, fields, cause FROM event_history WHERE event_id = '%s'"
                    .formatted(Events.id(1))))
        .containsExactly(
            "1 | CREATED | null | " + ARTICLE,
            "2 | UPDATED | {startDate} | " + OTHER,
            "3 | REDIRECTED | null | MERGED");
    assertThat(tables.rows("SELECT * FROM event_change('%s', 2)".formatted(Events.id(1))))
        .containsExactly("startDate | \"2020-12-21\" | \"2020-12-22\"");
  }

  @Test
  void anEventIsAskedForAsItStoodAtAnyTime() throws Exception {
    assertThat(at(1, "2020-12-31")).containsExactly("null");
    assertThat(at(1, "2021-01-31")).containsExactly(Events.id(1) + " 2020-12-21");
    assertThat(at(1, "2021-02-28")).containsExactly(Events.id(1) + " 2020-12-22");
    assertThat(at(9, "2022-01-01")).containsExactly("null");
  }

  @Test
  void anIdThatHasEndedStandsForTheEventItLedToThen() throws Exception {
    assertThat(at(1, "2021-03-15")).containsExactly(Events.id(2) + " 2020-12-21");
    assertThat(at(1, "2021-04-15")).containsExactly(Events.id(3) + " 2020-12-21");
  }

  private List<String> at(int number, String day) throws SQLException {
    return tables.rows(
        "SELECT (e ->> 'eventId') || ' ' || (e ->> 'startDate') FROM event_at('%s', '%s') e"
            .formatted(Events.id(number), day));
  }

  @Test
  void everyIdThatEverWasLeadsToTheLiveEventOfNow() throws Exception {
    assertThat(
            tables.rows(
                "SELECT event_now(id) FROM unnest(ARRAY['%s', '%s', '%s', '%s', 'x']) AS id"
                    .formatted(Events.id(1), Events.id(2), Events.id(3), Events.id(9))))
        .containsExactly(Events.id(3), Events.id(3), Events.id(3), "null", "null");
  }

  @Test
  void theRecordIsThatOfTheContract() throws Exception {
    String stored =
        tables
            .rows("SELECT record FROM event_revision WHERE event_id = '" + Events.id(3) + "'")
            .get(0);

    assertThat(stored).isEqualTo(ContractJson.event(Events.event(3, 1)).toString());
  }

  @Test
  void aRecordWithACharacterThatJsonbCannotHoldCanStillBeAskedAbout() throws Exception {
    try (var fresh = new TestTables()) {
      ConferenceEvent event = Events.event(1, 1);
      event.setTitle("a\0b\\u0000c\\\0");
      event.setSupports(List.<Support>of());
      var log = new EventLog(0).live(event).live(Events.event(1, 2));
      new GroupMember(new PostgresEventStore(fresh.database), log).assign(0).steps(1);

      assertThat(fresh.rows("SELECT fields FROM event_history WHERE revision = 2"))
          .containsExactly("{supports,title}");
      assertThat(
              fresh.rows(
                  "SELECT before ->> 0 FROM event_change('%s', 2) WHERE field = 'title'"
                      .formatted(Events.id(1))))
          .hasSize(1);
      String record = fresh.rows("SELECT record FROM event_revision WHERE revision = 1").get(0);
      assertThat(new ObjectMapper().readTree(record).get("title").asText())
          .isEqualTo("a\uFFFDb\\u0000c\\\uFFFD");
    }
  }
}
