package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.avro.Support;
import vn.hoinghi.schemas.ContentIds;

/** What the event says, and who said it. */
class EventAssemblyTest {

  @Test
  void theValueOfMostIndependentSourcesIsChosenAndTheOthersStayReadable() {
    ConferenceEvent event = Meetings.together(counted(1, 2300), counted(2, 2500), counted(3, 2500));
    assertThat(event.getAttendees()).isEqualTo(new Count(2500, Qualifier.EXACT));
    assertThat(event.getSupports())
        .filteredOn(s -> s.getField().equals("attendees"))
        .extracting(Support::getValue, Support::getChosen)
        .containsExactly(
            tuple("2300 EXACT", false), tuple("2500 EXACT", true), tuple("2500 EXACT", true));
  }

  @Test
  void threeReprintsDoNotOutvoteTwoReports() {
    String text = Reports.prose("hãng", 100);
    var members = new ArrayList<Member>();
    for (int i = 1; i <= 4; i++) {
      members.add(Reports.report(i, text, m -> attended(m, 9800)));
    }
    members.add(Reports.report(5, "Báo tỉnh", m -> attended(m, 9700)));
    members.add(Reports.report(6, "Đài tỉnh", m -> attended(m, 9700)));
    ConferenceEvent event = Meetings.together(members.toArray(Member[]::new));
    assertThat(event.getAttendees().getValue()).isEqualTo(9700);
    assertThat(event.getIndependentSources()).isEqualTo(3);
  }

  @Test
  void aSupportPointsToTheWordsThatGaveIt() {
    Member member =
        Reports.report(
            1,
            "Sáng 10/12",
            m -> {
              Reports.study(m);
              m.setEvidence(List.of(new Evidence("startDate", "10/12", 5, 10, "day-month")));
            });
    ConferenceEvent event = Meetings.together(member);
    Support date = support(event, "startDate");
    assertThat(date.getStart()).isEqualTo(5);
    assertThat(date.getEnd()).isEqualTo(10);
    assertThat(date.getRule()).isEqualTo("day-month");
    // What was inferred says so
    assertThat(support(event, "level").getStart()).isEqualTo(-1);
    assertThat(support(event, "level").getRule()).isEqualTo("inferred");
  }

  @Test
  void theAnchorIsTheEarliestSourceAndMakesTheId() {
    ConferenceEvent event = Meetings.together(counted(7, 1), counted(3, 1), counted(5, 1));
    String anchor = ContentIds.articleId("https://bao3.example/");
    assertThat(event.getAnchorArticleId()).isEqualTo(anchor);
    assertThat(event.getEventId()).isEqualTo(ContentIds.eventId("vn", anchor));
    assertThat(event.getSources())
        .extracting(EventSource::getOutlet)
        .containsExactly("bao3.example", "bao5.example", "bao7.example");
  }

  @Test
  void aPersonNamedTwiceIsOneWithAllOfficesAndTheStrongestPart() {
    Member plain = Reports.report(1, "Báo", Reports::study);
    Member chaired =
        Reports.report(
            2,
            "Đài",
            m -> {
              Reports.study(m);
              m.setPersons(
                  List.of(
                      new Person(
                          "Phan Văn Mãi",
                          List.of("Bí thư Tỉnh uỷ"),
                          List.of("Bí thư Tỉnh ủy"),
                          Part.CHAIR)));
            });
    ConferenceEvent event = Meetings.together(plain, chaired);
    assertThat(event.getPersons())
        .extracting(Person::getName)
        .containsExactly("Phan Văn Mãi", "Trần Ngọc Tam");
    Person chair = event.getPersons().get(0);
    assertThat(chair.getPart()).isEqualTo(Part.CHAIR);
    assertThat(chair.getTitlesNormal()).containsExactly("Bí thư Tỉnh ủy");
  }

  @Test
  void anEventOfManySourcesStaysBounded() {
    var members = new ArrayList<Member>();
    for (int i = 0; i < 250; i++) {
      members.add(counted(i, 2500));
    }
    ConferenceEvent event = Meetings.together(members.toArray(Member[]::new));
    assertThat(event.getSourceCount()).isEqualTo(250);
    assertThat(event.getSources()).hasSize(200);
    assertThat(event.getSupports()).filteredOn(s -> s.getField().equals("attendees")).hasSize(5);
  }

  private static Support support(ConferenceEvent event, String field) {
    return event.getSupports().stream()
        .filter(s -> s.getField().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Member counted(int number, int attendees) {
    return Reports.report(number, "Báo số " + number, m -> attended(m, attendees));
  }

  private static void attended(vn.hoinghi.avro.ConferenceMention.Builder mention, int attendees) {
    Reports.study(mention);
    mention.setAttendees(new Count(attendees, Qualifier.EXACT));
  }
}
