package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Qualifier;

/** Who gives which fact, and how far it is relied on. */
class CoverageTest {

  @Test
  void oneOriginAloneIsTwoThirdsSure() {
    ConferenceEvent event = Meetings.together(Reports.report(1, "Báo", Reports::study));
    assertThat(of(event, "startDate")).isEqualTo(new Coverage("startDate", 1, 1, 0, 66));
    assertThat(event.getConfidence()).isEqualTo(66);
  }

  @Test
  void eachOriginThatAgreesAddsAndEachThatContradictsTakes() {
    ConferenceEvent event = Meetings.together(counted(1, 2300), counted(2, 2500), counted(3, 2500));
    assertThat(of(event, "attendees")).isEqualTo(new Coverage("attendees", 3, 2, 1, 60));
    assertThat(of(event, "startDate")).isEqualTo(new Coverage("startDate", 3, 3, 0, 80));
  }

  @Test
  void reprintsAddNothing() {
    String text = Reports.prose("hãng", 100);
    var members = new ArrayList<Member>();
    for (int i = 1; i <= 5; i++) {
      members.add(Reports.report(i, text, Reports::study));
    }
    ConferenceEvent event = Meetings.together(members.toArray(Member[]::new));
    assertThat(of(event, "startDate")).isEqualTo(new Coverage("startDate", 5, 1, 0, 66));
  }

  @Test
  void theSameInOtherWordsIsNoContradiction() {
    ConferenceEvent event =
        Meetings.together(
            report(1, m -> m.setOrganiser("Ban Thường vụ Tỉnh ủy Bến Tre")),
            report(2, m -> m.setOrganiser("Tỉnh ủy Bến Tre")),
            report(3, m -> m.setAttendees(new Count(2480, Qualifier.NEARLY))),
            report(4, m -> m.setAttendees(new Count(2500, Qualifier.EXACT))));
    assertThat(of(event, "organiser").getContradict()).isZero();
    assertThat(of(event, "attendees").getContradict()).isZero();
  }

  @Test
  void theSecondDayOfACongressDoesNotContradictItsFirst() {
    ConferenceEvent event =
        Meetings.together(day(1, "2020-06-11"), day(2, "2020-06-12"), day(3, "XXXX-06-12"));
    assertThat(event.getStartDate()).isEqualTo("2020-06-11");
    assertThat(event.getEndDate()).isEqualTo("2020-06-12");
    assertThat(of(event, "startDate")).isEqualTo(new Coverage("startDate", 3, 3, 0, 80));
  }

  @Test
  void whatNobodyTellsIsAsLikelyAsNot() {
    ConferenceEvent event =
        Meetings.together(
            report(1, m -> m.setStartDate(null).setOrganiser(null).setProvince(null)));
    // type 66, organiser and date unknown, level in the province's place 66
    assertThat(event.getConfidence()).isEqualTo((66 + 50 + 66 + 50) / 4);
    assertThat(event.getCoverage()).extracting(Coverage::getField).doesNotContain("startDate");
  }

  @Test
  void everySourceNamesTheFieldsThatItGives() {
    Member plain = report(1, m -> m.setDocuments(List.of()).setPersons(List.of()));
    Member more = report(2, m -> m.setDayPart(DayPart.MORNING));
    ConferenceEvent event = Meetings.together(plain, more);
    assertThat(event.getSources().get(0).getFields())
        .containsExactly("type", "level", "province", "organiser", "startDate");
    assertThat(event.getSources().get(1).getFields())
        .containsExactly(
            "type",
            "level",
            "province",
            "organiser",
            "startDate",
            "dayPart",
            "documents",
            "persons");
  }

  private static Coverage of(ConferenceEvent event, String field) {
    return event.getCoverage().stream()
        .filter(c -> c.getField().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Member counted(int number, int attendees) {
    return report(number, m -> m.setAttendees(new Count(attendees, Qualifier.EXACT)));
  }

  private static Member day(int number, String start) {
    return Reports.report(
        number,
        "Tin " + number,
        m -> {
          Reports.congress(m);
          m.setType(ConferenceType.CONGRESS).setStartDate(start);
        });
  }

  private static Member report(int number, Consumer<ConferenceMention.Builder> facts) {
    Consumer<ConferenceMention.Builder> study = Reports::study;
    return Reports.report(number, "Báo số " + number, study.andThen(facts));
  }
}
