package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
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
  @Tag("P15")
  void textThatLooksLikeSqlIsText() throws Exception {
    String evil = "'; DROP TABLE event; --\\' $$ E'\\\\' ? {\"a\",NULL} %s -1 \u0001\uFFFF😀 Đ";
    log.live(withEveryTextAs(1, evil));

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

  private static ConferenceEvent withEveryTextAs(int number, String text) {
    ConferenceEvent event = Events.event(number, 1);
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
  @Tag("P02")
  void aCharacterThatTextCannotHoldDoesNotCostTheEvent() throws Exception {
    ConferenceEvent event = Events.event(1, 1);
    event.setTitle("Hội\0nghị");
    log.live(event);

    sink.steps(1);

    assertThat(tables.rows("SELECT title FROM event")).containsExactly("Hội\uFFFDnghị");
  }

  @Test
  @Tag("P02")
  @Tag("P03")
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

  /** No writer of ours lets such values out; the store does not lean on that. */
  @ParameterizedTest
  @Tag("P02")
  @MethodSource("valuesThatNobodyShouldWrite")
  void whateverStandsInAFieldCostsThatEventAtMost(String what, ConferenceEvent strange)
      throws Exception {
    log.live(Events.event(1, 1)).live(strange).live(Events.event(2, 1));

    sink.steps(1);

    assertThat(
            tables.rows(
                "SELECT count(*) FROM event WHERE event_id IN ('%s', '%s')"
                    .formatted(Events.id(1), Events.id(2))))
        .containsExactly("2");
    assertThat(tables.rows("SELECT position FROM sink_position")).containsExactly("3");
    boolean stored = sink.counted("applied") == 3;
    assertThat(sink.deadLetters.letters)
        .hasSize(stored ? 0 : 1)
        .allMatch(letter -> letter.matches("SINK_(VALUE|LIMIT|CONSTRAINT)@1"));
  }

  static Stream<Arguments> valuesThatNobodyShouldWrite() {
    var texts = new TreeMap<String, String>();
    texts.put("a NUL", "a\0b");
    texts.put("what JSON calls a NUL", "\\u0000");
    texts.put("noncharacters", "\uFFFE\uFFFF\uFDD0");
    texts.put("half a million marks on one letter", "e" + "\u0301".repeat(500_000));
    texts.put("a key of nine thousand", noise(9000));
    texts.put("two million letters", noise(2_000_000));
    texts.put("JSON a hundred thousand deep", "[".repeat(100_000));
    texts.put("words without end", "từ ngữ ".repeat(200_000));
    var all = new ArrayList<Arguments>();
    texts.forEach((what, text) -> all.add(Arguments.of(what, withEveryTextAs(9, text))));
    ConferenceEvent late = Events.event(9, 1);
    late.getSources().get(0).setFirstIngestedAt(Instant.ofEpochSecond(10_000_000_000_000L));
    all.add(Arguments.of("the year 300000", late));
    ConferenceEvent most = Events.event(9, 1);
    most.setAttendees(new Count(Integer.MAX_VALUE, Qualifier.OVER));
    most.setSourceCount(Integer.MIN_VALUE);
    all.add(Arguments.of("numbers at their ends", most));
    ConferenceEvent dates = Events.event(9, 1);
    dates.setStartDate("9999-99-99");
    dates.setEndDate("-290000000-01-01");
    all.add(Arguments.of("dates that are none", dates));
    return all.stream();
  }

  @Test
  @Tag("P03")
  void aUniqueIndexOfSomebodyElsesCostsTheSecondRowAndNeverTheFirst() throws Exception {
    tables.execute("CREATE UNIQUE INDEX one_anchor ON event (anchor_article_id)");
    tables.execute("ALTER TABLE event ADD CONSTRAINT young CHECK (revision < 100)");
    ConferenceEvent second = Events.event(2, 1);
    second.setAnchorArticleId("a1");
    log.live(Events.event(1, 1)).live(second).live(Events.event(3, 100)).live(Events.event(4, 1));

    sink.steps(1);

    assertThat(sink.deadLetters.letters).containsExactly("SINK_CONSTRAINT@1", "SINK_CONSTRAINT@2");
    assertThat(tables.rows("SELECT event_id, anchor_article_id FROM event ORDER BY 1"))
        .containsExactly(Events.id(1) + " | a1", Events.id(4) + " | a4");
  }

  @Test
  @Tag("P03")
  void aConstraintThatSpeaksUpOnlyAtTheEndFindsItsRecordToo() throws Exception {
    tables.execute(
        "ALTER TABLE event ADD CONSTRAINT at_the_end UNIQUE (anchor_article_id)"
            + " DEFERRABLE INITIALLY DEFERRED");
    ConferenceEvent second = Events.event(2, 1);
    second.setAnchorArticleId("a1");
    log.live(Events.event(1, 1)).live(second).live(Events.event(3, 1));

    sink.steps(1);

    assertThat(sink.deadLetters.letters).containsExactly("SINK_CONSTRAINT@1");
    assertThat(tables.rows("SELECT position, (SELECT count(*) FROM event) FROM sink_position"))
        .containsExactly("3 | 2");
  }

  @Test
  @Tag("P19")
  void aServerThatTakesNoTransactionAtAllIsNoFaultOfARecord() throws Exception {
    tables.execute(
        """
        CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'database is not accepting commands' USING ERRCODE = '54000'; END $$""");
    sink.steps(1);
    tables.execute(
        "CREATE TRIGGER no BEFORE UPDATE ON sink_position FOR EACH ROW EXECUTE FUNCTION no()");
    log.live(Events.event(1, 1));

    assertThatThrownBy(() -> sink.steps(1))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("54000")
        .hasMessageContaining("not accepting commands");
    assertThat(sink.deadLetters.letters).isEmpty();
  }

  @Test
  @Tag("P03")
  void aBatchIsOneTransactionAlsoWhereARecordOfItIsRefused() throws Exception {
    ConferenceEvent twice = Events.event(3, 1);
    twice.setSources(List.of(Events.source("a", null), Events.source("a", null)));
    for (int i = 1; i < 8; i++) {
      log.live(i == 3 ? twice : Events.event(i, 1));
    }

    sink.steps(1);

    assertThat(tables.rows("SELECT count(DISTINCT xmin::text), count(*) FROM event"))
        .containsExactly("1 | 6");
    assertThat(
            tables.rows(
                "SELECT (SELECT max(xmin::text) FROM event) = xmin::text FROM sink_position"))
        .containsExactly("t");
  }

  /** Text that does not compress, since an index would else hold more of it. */
  private static String noise(int length) {
    var bytes = new byte[length / 2];
    new Random(1).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  @Tag("P15")
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
