package vn.hoinghi.sink.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.xml.sax.InputSource;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.sink.ExportedStory;

/** What is exported can be read by those who know its format's rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {
  private static final String EVIL = "=cmd|' /C calc'!A1";
  private ExportedStory story;
  private ExportedStory hostile;

  @BeforeAll
  void fill() throws SQLException {
    story = ExportedStory.told();
    ConferenceEvent event = ExportedStory.event(1);
    event.setTitle(
        EVIL + "\u001b[31m <b>&amp;\n\"hội nghị\"; a, b\\ ]]> \u0007 😀 " + "ộ".repeat(90));
    event.setOrganiser("@SUM(1)");
    event.setEndDate("2020-12-23");
    event.setPersons(
        List.of(new Person("-2+3+" + EVIL, List.of("\t=1"), List.of("\uFF1D1"), Part.CHAIR)));
    event.getSources().get(0).setUrl("https://bao.example/một bài|viết?a=1&b=%zz");
    hostile = ExportedStory.of(event);
  }

  @AfterAll
  void close() {
    story.close();
    hostile.close();
  }

  @Test
  void anEventIsALineAsOnItsTopic() throws Exception {
    ConferenceEvent event = ExportedStory.event(1);
    try (var one = ExportedStory.of(event)) {
      assertThat(Exported.of(one, Kind.EVENTS, Format.JSONL).text())
          .isEqualTo(ContractJson.event(event) + "\n");
    }
  }

  @Test
  void csvHoldsARowEachUnderTheNamesOfTheContract() throws Exception {
    List<NamedCsvRecord> rows = csv(Exported.of(story, Kind.EVENTS, Format.CSV));

    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).getField("title")).isEqualTo("Tây Ninh: Hội nghị học tập Nghị quyết 18");
    assertThat(rows.get(0).getField("chairs")).isEqualTo("Nguyễn Văn Được");
    assertThat(rows.get(0).getField("attendees")).isEqualTo("2500");
    assertThat(rows).extracting(r -> r.getField("startDate")).last().isEqualTo("2020-12");
    assertThat(csv(Exported.of(story, Kind.ARTICLES, Format.CSV))).hasSize(8);
    assertThat(csv(Exported.of(story, Kind.PERSONS, Format.CSV)))
        .extracting(r -> r.getField("titlesNormal"))
        .containsExactly("Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy");
  }

  private static List<NamedCsvRecord> csv(Exported exported) {
    assertThat(exported.text()).endsWith("\r\n");
    return CsvReader.builder().ofNamedCsvRecord(exported.text()).stream().toList();
  }

  @Test
  void aTableWithoutRowsStillHasItsHead() throws Exception {
    assertThat(Exported.of(story, Kind.PERSONS, Format.CSV, "start > 2050").text())
        .isEqualTo(
            "name,titles,titlesNormal,part,eventId,eventTitle,eventType,level,organiser,province,startDate\r\n");
  }

  @Test
  @Tag("H14")
  void aCellThatASpreadsheetWouldComputeBeginsWithAnApostrophe() throws Exception {
    NamedCsvRecord event = csv(Exported.of(hostile, Kind.EVENTS, Format.CSV)).get(0);
    NamedCsvRecord person = csv(Exported.of(hostile, Kind.PERSONS, Format.CSV)).get(0);

    assertThat(event.getField("title")).startsWith("'" + EVIL);
    assertThat(event.getField("organiser")).isEqualTo("'@SUM(1)");
    assertThat(event.getField("chairs")).startsWith("'-2+3");
    assertThat(person.getField("titles")).isEqualTo("'\t=1");
    assertThat(person.getField("titlesNormal")).isEqualTo("'\uFF1D1");
    assertThat(event.getFields())
        .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\uFF1D].*"));
  }

  @Test
  void aCalendarHoldsWholeDaysAndLeavesOutWhatHasNone() throws Exception {
    Exported exported = Exported.of(story, Kind.EVENTS, Format.ICS);
    List<VEvent> events = calendar(exported).getComponents("VEVENT");

    assertThat(exported.outcome()).isEqualTo(new Export.Outcome(3, 1));
    assertThat(events).hasSize(3);
    assertThat(events.get(0).getSummary().getValue())
        .isEqualTo("Tây Ninh: Hội nghị học tập Nghị quyết 18");
    assertThat(exported.lines())
        .contains("DTSTART;VALUE=DATE:20201221", "DTEND;VALUE=DATE:20201222");
  }

  private static Calendar calendar(Exported exported) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(exported.text()));
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    return calendar;
  }

  @Test
  void aCalendarOfNothingIsValidToo() throws Exception {
    assertThat(
            calendar(Exported.of(story, Kind.EVENTS, Format.ICS, "start > 2050"))
                .getComponents("VEVENT"))
        .isEmpty();
  }

  @Test
  @Tag("H14")
  void anyTextKeepsACalendarWhole() throws Exception {
    Exported exported = Exported.of(hostile, Kind.EVENTS, Format.ICS);
    List<VEvent> events = calendar(exported).getComponents("VEVENT");

    assertThat(events.get(0).getSummary().getValue())
        .startsWith(EVIL + "[31m <b>&amp;\n\"hội nghị\"; a, b\\ ]]>  😀 ")
        .endsWith("ộ".repeat(90));
    assertThat(exported.lines()).contains("DTEND;VALUE=DATE:20201224");
    assertThat(exported.text().split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  @Tag("H14")
  void aFeedKeepsToItsGrammarWhateverItsTexts() throws Exception {
    valid(Exported.of(story, Kind.EVENTS, Format.ATOM));
    valid(Exported.of(story, Kind.ARTICLES, Format.ATOM, "outlet = thongtan.example"));
    valid(Exported.of(story, Kind.EVENTS, Format.ATOM, "search = '<&>\"'"));
    Exported odd = Exported.of(hostile, Kind.EVENTS, Format.ATOM);
    valid(odd);
    assertThat(odd.text()).contains("😀", "&lt;b&gt;&amp;amp;", "\uFFFD[31m");
  }

  private static void valid(Exported feed) throws Exception {
    var complaints = new StringBuilder();
    var driver =
        new ValidationDriver(Complaints.into(complaints), CompactSchemaReader.getInstance());
    try (var grammar = ExportIT.class.getResourceAsStream("atom.rnc")) {
      assertThat(driver.loadSchema(new InputSource(grammar))).isTrue();
    }
    boolean valid = driver.validate(new InputSource(new StringReader(feed.text())));
    assertThat(complaints).as(feed.text()).isEmpty();
    assertThat(valid).isTrue();
  }

  @Test
  void entriesKeepTheirIdsFromExportToExport() throws Exception {
    String first = Exported.of(story, Kind.EVENTS, Format.ATOM).text();

    assertThat(Exported.of(story, Kind.EVENTS, Format.ATOM).text()).isEqualTo(first);
    assertThat(first.split("<entry>")).hasSize(5);
  }

  @Test
  void rowsPassThroughOneByOneFromACursorOnTheServer() throws Exception {
    ConferenceEvent[] many =
        IntStream.range(0, 1000).mapToObj(ExportedStory::event).toArray(ConferenceEvent[]::new);
    var bytes = new AtomicLong();
    var atHalf = new AtomicLong();
    var counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes.incrementAndGet();
          }
        };
    try (var tables = ExportedStory.of(many);
        Connection connection = tables.connect()) {
      var export = new Export(Kind.EVENTS, Where.of(List.of(), Kind.EVENTS), Format.JSONL);

      export.write(
          connection,
          counting,
          (done, total) -> {
            assertThat(total).isEqualTo(1000);
            if (done == 500) {
              atHalf.set(bytes.get());
              assertThat(cursors(connection)).isOne();
            }
          });
    }
    assertThat(atHalf.get()).isBetween(bytes.get() / 3, bytes.get() * 2 / 3);
  }

  private static int cursors(Connection connection) {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_cursors WHERE statement LIKE 'SELECT (%'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
