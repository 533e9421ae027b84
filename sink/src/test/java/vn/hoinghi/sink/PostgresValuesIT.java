package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Support;

class PostgresValuesIT {
  private final EventLog log = new EventLog(0);
  private TestTables tables;
  private GroupMember sink;

  @BeforeEach
  void open() throws SQLException {
    tables = new TestTables();
    sink = new GroupMember(new PostgresEventStore(tables.database), log).assign(0);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  @Tag("H14")
  void textThatLooksLikeSqlIsText() throws Exception {
    String evil = "'; DROP TABLE event; --\\' $$ E'\\\\' ? {\"a\",NULL} %s -1 \u0001\uFFFF😀 Đ";
    log.live(withEveryTextAs(evil));

    sink.steps(1);

    assertThat(sink.deadLetters.letters).isEmpty();
    for (String place :
        List.of(
            "title FROM event",
            "organiser FROM event",
            "district FROM event",
            "province_name FROM event",
            "start_edtf FROM event",
            "term FROM event",
            "name FROM event_person",
            "titles[2] FROM event_person",
            "titles_normal[1] FROM event_person",
            "number FROM event_document",
            "title FROM event_document",
            "value FROM event_support",
            "rule FROM event_support",
            "correction_id FROM event_support",
            "author FROM event_support",
            "url FROM event_source",
            "published FROM event_source",
            "origin FROM event_source",
            "fields[2] FROM event_source")) {
      assertThat(tables.rows("SELECT " + place)).as(place).containsOnly(evil);
    }
  }

  private static ConferenceEvent withEveryTextAs(String text) {
    ConferenceEvent event = Events.event(1, 1);
    event.setTitle(text);
    event.setOrganiser(text);
    event.setRulesVersion(text);
    event.setProvince(new Province(text, text));
    event.setPlace(new Place(text, text, text));
    event.setStartDate(text);
    event.setTerm(text);
    event.setPersons(List.of(new Person(text, List.of("", text), List.of(text), Part.CHAIR)));
    event.setDocuments(List.of(new ConferenceDocument(text, text, text)));
    event.setSupports(List.of(new Support(text, text, true, text, -1, -1, text, text, text)));
    Instant time = Events.INGESTED;
    event.setSources(
        List.of(
            new EventSource(
                text, text, text, text, text, time, time, text, text, List.of("", text))));
    return event;
  }

  @Test
  void aCharacterThatTextCannotHoldDoesNotCostTheEvent() throws Exception {
    ConferenceEvent event = Events.event(1, 1);
    event.setTitle("Hội\0nghị");
    log.live(event);

    sink.steps(1);

    assertThat(tables.rows("SELECT title FROM event")).containsExactly("Hội\uFFFDnghị");
  }

  @Test
  void eachRowThatCannotBeStoredBecomesADeadLetterWithItsReasonAndTheRestIsStored()
      throws Exception {
    ConferenceEvent tooLong = Events.event(3, 1);
    tooLong.setSources(List.of(Events.source(noise(9000), null)));
    ConferenceEvent tooLate = Events.event(6, 1);
    tooLate.getSources().get(0).setFetchedAt(Instant.ofEpochSecond(10_000_000_000_000L));
    ConferenceEvent twice = Events.event(8, 1);
    twice.setSources(List.of(Events.source("a", null), Events.source("a", null)));
    for (int i = 0; i < 12; i++) {
      log.live(i == 3 ? tooLong : i == 6 ? tooLate : i == 8 ? twice : Events.event(i, 1));
    }
    log.tombstone(50, 2, Events.id(50));

    sink.steps(1);

    assertThat(sink.deadLetters.letters)
        .containsExactly("SINK_LIMIT@3", "SINK_VALUE@6", "SINK_CONSTRAINT@8", "SINK_CONSTRAINT@12");
    assertThat(tables.rows("SELECT count(*) FROM event")).containsExactly("9");
    assertThat(tables.rows("SELECT position FROM sink_position")).containsExactly("13");
    assertThat(sink.read()).isEqualTo(sink.accountedFor());
  }

  /** Text that does not compress, since an index would else hold more of it. */
  private static String noise(int length) {
    var bytes = new byte[length / 2];
    new Random(1).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void aBatchOfMoreValuesThanAStatementMayBindIsStored() throws Exception {
    for (int i = 0; i < 2100; i++) {
      log.live(Events.event(i, 1));
    }

    sink.steps(1);

    assertThat(tables.rows("SELECT count(*) FROM event")).containsExactly("2100");
    assertThat(tables.rows("SELECT count(*) FROM event_support")).containsExactly("4200");
  }

  @Test
  void aDayIsADateAndLessStaysText() throws Exception {
    ConferenceEvent month = Events.event(2, 1);
    month.setStartDate("2020-12");
    ConferenceEvent unknownYear = Events.event(3, 1);
    unknownYear.setStartDate("XXXX-12-21");
    unknownYear.setEndDate("2020-12-22");
    log.live(Events.event(1, 1)).live(month).live(unknownYear);

    sink.steps(1);

    assertThat(
            tables.rows(
                "SELECT start_edtf, start_date, start_month, end_date FROM event ORDER BY event_id"))
        .containsExactly(
            "2020-12-21 | 2020-12-21 | 2020-12-01 | null",
            "2020-12 | null | 2020-12-01 | null",
            "XXXX-12-21 | null | null | 2020-12-22");
  }

  @Test
  void everyTableAndColumnSaysWhatItIs() throws Exception {
    assertThat(
            tables.rows(
                """
                SELECT c.relname, a.attname FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                  AND c.relname <> 'flyway_schema_history'
                  AND col_description(c.oid, a.attnum) IS NULL"""))
        .isEmpty();
    assertThat(
            tables.rows(
                """
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
                  AND relkind IN ('r', 'v') AND relname <> 'flyway_schema_history'
                  AND obj_description(oid) IS NULL
                UNION ALL
                SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                  AND obj_description(oid) IS NULL"""))
        .isEmpty();
  }
}
