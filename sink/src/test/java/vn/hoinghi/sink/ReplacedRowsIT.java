package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.avro.ConferenceEvent;

/** A later revision is written another way than a new event is, and stands there just the same. */
class ReplacedRowsIT {
  private static final String ROW =
      "SELECT (to_jsonb(e) - 'stored_at')::text FROM event e WHERE event_id = '%s'";

  @Test
  @Tag("P15")
  void whateverAnEventSays() throws Exception {
    ConferenceEvent ancient = Events.event(1, 1);
    ancient.setStartDate("-0043-03-15");
    ConferenceEvent empty = Events.event(3, 1);
    empty.setTitle("");
    empty.setTerm("NULL");
    empty.setOrganiser("\\N");
    for (ConferenceEvent event : List.of(ancient, BenchmarkEvents.event(2, 1), empty)) {
      List<String> row = row(event, true);
      assertThat(row).isEqualTo(row(event, false));
      assertThat(row.get(0)).doesNotStartWith("SINK_");
    }
  }

  @ParameterizedTest
  @Tag("P02")
  @Tag("P15")
  @MethodSource("valuesThatNobodyShouldWrite")
  void whateverNobodyShouldWrite(String what, ConferenceEvent strange) throws Exception {
    assertThat(row(strange, true)).as(what).isEqualTo(row(strange, false));
  }

  /** Those that are not long: how large a text may be is the server's to say, whoever asks. */
  static Stream<Arguments> valuesThatNobodyShouldWrite() {
    return PostgresValuesIT.valuesThatNobodyShouldWrite()
        .filter(each -> ((ConferenceEvent) each.get()[1]).getTitle().length() < 10_000);
  }

  /** The row of the event's second revision, or why it has none. */
  private static List<String> row(ConferenceEvent event, boolean replaced) throws SQLException {
    var log = new EventLog(0);
    try (var tables = new TestTables()) {
      var sink = new GroupMember(new PostgresEventStore(tables.database), log).assign(0);
      if (replaced) {
        var before = Events.event(1, 1);
        before.setEventId(event.getEventId());
        log.live(before);
        sink.steps(2);
      }
      event.setRevision(2);
      log.live(event);
      sink.steps(2);
      return sink.deadLetters.letters.isEmpty()
          ? tables.rows(ROW.formatted(event.getEventId()))
          : sink.deadLetters.letters.stream().map(l -> l.substring(0, l.indexOf('@'))).toList();
    }
  }
}
