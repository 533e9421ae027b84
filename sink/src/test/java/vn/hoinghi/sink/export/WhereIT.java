package vn.hoinghi.sink.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.sink.ExportedStory;

/** Questions in the small language, asked of the events of docs/queries.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhereIT {
  private final ObjectMapper json = new ObjectMapper();
  private ExportedStory story;

  @BeforeAll
  void fill() throws SQLException {
    story = ExportedStory.told();
  }

  @AfterAll
  void close() {
    story.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`` ~ 1 2 3 4",
        "type = congress ~ 4",
        "type in (STUDY, 'review') ~ 1 2",
        "type not in (STUDY, REVIEW) ~ 3 4",
        "type != STUDY and province = 'Tây Ninh' ~ 2 3",
        "province = \"tay ninh\" ~ 1 2 3",
        "province63 = 80 ~ 4",
        "province34 = 80 ~ 1 2 3 4",
        "province34 = 'Tay Ninh' and province63 = 'Long An' ~ 4",
        "start = 2020-12 ~ 1 2 3",
        "start = 2020-12-28 ~ 2",
        "start > 2020-12-21 AND start < 2021 ~ 2",
        "start >= 2021 ~ 4",
        "start <= 2020-12-21 ~ 1 3",
        "start > 2020-12 ~ 4",
        "attendees >= 2500 and sources>1 ~ 1 4",
        "confidence != 64 ~ 2 3 4",
        "outlet = thongtan.example ~ 1 4",
        "person = 'nguyễn văn được' ~ 1 4",
        "person=\"Nguyen Van Duoc\" ~ 1 4",
        "document = 18-NQ/TW ~ 1",
        "search = 'tong ket' ~ 2",
        "search = '\"hội nghị học tập\"' ~ 1",
        "id = 00000000000000000000000000000003 ~ 3",
        "level = PROVINCE and format != ONLINE ~ 1 2 3 4",
        "province = 'x'' OR true --' ~ ``",
        "search = 'a); DROP TABLE event; --' ~ ``"
      })
  void aQuestionAndItsEvents(String where, String expected) throws Exception {
    String[] asked = where.isEmpty() ? new String[0] : new String[] {where};
    var found = new TreeSet<String>();
    for (String line : Exported.of(story, Kind.EVENTS, Format.JSONL, asked).lines()) {
      found.add(json.readTree(line).get("eventId").asText().replaceFirst("^0+", ""));
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void conditionsOfSeveralOptionsAllHold() throws Exception {
    assertThat(
            Exported.of(story, Kind.EVENTS, Format.JSONL, "type = STUDY", "start = 2021").lines())
        .isEmpty();
  }

  @Test
  void anOutletNarrowsArticlesAndAPersonPersons() throws Exception {
    assertThat(
            Exported.of(story, Kind.ARTICLES, Format.JSONL, "outlet = baolongan.example").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("baolongan.example"));
    assertThat(Exported.of(story, Kind.ARTICLES, Format.JSONL, "reprint = true").lines())
        .singleElement()
        .asString()
        .contains("tuyengiao.example");
    assertThat(Exported.of(story, Kind.ARTICLES, Format.JSONL, "published = 2020-12-22").lines())
        .hasSize(1);
    assertThat(
            Exported.of(story, Kind.PERSONS, Format.JSONL, "part = CHAIR", "type = CONGRESS")
                .lines())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "tpye = STUDY ~ tpye is no field; these are: id type",
        "type = STUDIES ~ type is one of STUDY PLENUM",
        "type > STUDY ~ type has no order",
        "type ~ an operator",
        "type = ~ a value is missing",
        "type = = ~ a value is expected",
        "start = yesterday ~ start is a day, month or year",
        "attendees = many ~ attendees is a whole number",
        "type = STUDY or true ~ 'and' or the end is expected before or",
        "type = STUDY; DROP ~ 'and' or the end is expected before DROP",
        "type in STUDY ~ ( is expected",
        "type in (STUDY ~ ) is expected",
        "province = 'Tây Ninh ~ nothing is understood from",
        "part = CHAIR ~ part says nothing about events",
        "`` ~ a field is missing"
      })
  void whatIsNotUnderstoodIsToldWithWhatWouldBe(String where, String message) {
    assertThatThrownBy(() -> Where.of(List.of(where), Kind.EVENTS))
        .isInstanceOf(WhereException.class)
        .hasMessageContaining(message);
  }
}
