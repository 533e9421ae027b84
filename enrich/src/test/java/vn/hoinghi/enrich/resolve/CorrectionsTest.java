package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.resolve.Reports.prose;
import static vn.hoinghi.enrich.resolve.Reports.report;
import static vn.hoinghi.enrich.resolve.Sayings.apart;
import static vn.hoinghi.enrich.resolve.Sayings.retract;
import static vn.hoinghi.enrich.resolve.Sayings.set;
import static vn.hoinghi.enrich.resolve.Sayings.together;
import static vn.hoinghi.enrich.resolve.Sayings.undone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.EventSource;

/** What people say goes over every rule, and the later word over the earlier. */
class CorrectionsTest {
  /** Two reports each of two conferences that have nothing in common. */
  private final Member study = report(1, prose("học", 80), Reports::study);

  private final Member studyToo = report(2, prose("tập", 80), Reports::study);
  private final Member congress = report(3, prose("đại", 80), Reports::congress);
  private final Member congressToo = report(4, prose("hội", 80), Reports::congress);
  private final List<Member> all = List.of(study, studyToo, congress, congressToo);

  @Test
  void twoConferencesAreTwoEventsAsLongAsNobodySaysOtherwise() {
    assertThat(events()).containsExactly("1 2", "3 4");
  }

  @Test
  void aLinkJoinsBothEventsWholeThoughEveryRuleSpeaksAgainstIt() {
    assertThat(events(together(1, studyToo, congressToo))).containsExactly("1 2 3 4");
  }

  @Test
  void aPartingKeepsTwoReportsOfOneConferenceApart() {
    assertThat(events(apart(1, study, studyToo))).containsExactly("1", "2", "3 4");
  }

  @Test
  void aReportIsPartedFromEachOfTheOthersThatAreNamedAndNotThoseFromEachOther() {
    Member third = report(5, prose("nghị", 80), Reports::study);
    List<Member> members = List.of(study, studyToo, third);
    assertThat(events(members, apart(1, study, studyToo, third))).containsExactly("1", "2 5");
  }

  @Test
  void ofTwoThatContradictEachOtherTheLaterCounts() {
    assertThat(events(together(1, study, congress), apart(2, study, congress)))
        .containsExactly("1 2", "3 4");
    assertThat(events(together(2, study, congress), apart(1, study, congress)))
        .containsExactly("1 2 3 4");
  }

  @Test
  void ofTwoGivenAtOneTimeTheGreaterIdCounts() {
    Correction link = together(1, study, congress);
    Correction parting = apart(1, study, congress);
    boolean linkWins = link.getCorrectionId().compareTo(parting.getCorrectionId()) > 0;
    assertThat(events(link, parting)).hasSize(linkWins ? 1 : 2);
    parting.setCorrectionId(linkWins ? "f".repeat(32) : "0".repeat(32));
    assertThat(events(link, parting)).hasSize(linkWins ? 2 : 1);
  }

  @Test
  void aContradictionByWayOfAThirdArticleGoesByTimeToo() {
    Member other = report(5, prose("khác", 80), m -> m.setStartDate("2021-03-03"));
    List<Member> members = List.of(study, congress, other);
    // a and b are one, b and c are one, but a and c are not: the earliest word gives way
    Correction first = together(1, study, congress);
    Correction second = together(2, congress, other);
    Correction third = apart(3, study, other);
    assertThat(events(members, first, second, third)).containsExactly("1", "3 5");
    Correction latest = together(4, study, congress);
    assertThat(events(members, first, second, third, latest)).containsExactly("1 3", "5");
  }

  @Test
  void whoIsPartedFromOneOfALinkedPairIsPartedFromTheOtherToo() {
    // Given that 2 goes with 3 as people say, and is of one conference with 1 as the rules say
    Correction link = together(1, studyToo, congress);
    Correction parting = apart(2, study, congress);
    // Then 1 cannot be where 3 is, whatever the rules say of 1 and 2
    assertThat(events(link, parting)).containsExactly("1", "2 3 4");
  }

  @Test
  void aCorrectionWaitsForTheArticlesThatItNames() {
    Correction link = together(1, study, congress);
    assertThat(events(List.of(study, studyToo), link)).containsExactly("1 2");
    assertThat(events(List.of(congress), link)).containsExactly("3");
    assertThat(events(List.of(study, congress), link)).containsExactly("1 3");
  }

  @Test
  void anArticleThatIsNotThereLinksNobody() {
    Correction one = together(1, study, studyToo);
    Correction other = together(1, studyToo, congress);
    assertThat(events(List.of(study, congress), one, other)).containsExactly("1", "3");
    // but those named beside it are linked by name
    Correction three = together(1, studyToo, study, congress);
    assertThat(events(List.of(study, congress), three)).containsExactly("1 3");
  }

  @Test
  void aRetractedReportStandsInNoEvent() {
    assertThat(events(retract(1, study))).containsExactly("2", "3 4");
    assertThat(events(retract(1, study), together(2, study, congress))).containsExactly("2", "3 4");
  }

  @Test
  void whatIsUndoneIsAsIfItHadNeverBeenSaid() {
    Correction link = together(1, study, congress);
    assertThat(events(link, undone(link))).containsExactly("1 2", "3 4");
    assertThat(events(undone(link), link)).containsExactly("1 2", "3 4");
    Correction sameAgain = together(5, study, congress);
    sameAgain.setCorrectionId(link.getCorrectionId());
    assertThat(events(undone(link), sameAgain)).containsExactly("1 2", "3 4");
  }

  @Test
  void ofTwoBodiesUnderOneIdTheLaterStandsInWhateverOrderTheyCome() {
    Correction link = together(1, study, congress);
    Correction other = apart(2, study, studyToo);
    other.setCorrectionId(link.getCorrectionId());
    assertThat(events(link, other)).containsExactly("1", "2", "3 4");
    assertThat(events(other, link)).containsExactly("1", "2", "3 4");
  }

  @Test
  void itIsToldWhichOnesDoNotCountAnyMore() {
    Correction first = together(1, study, congress);
    Correction second = together(2, congress, congressToo);
    Correction third = apart(3, study, congressToo);
    Correction value = set(1, study, "organiser", "Ban A");
    Correction later = set(2, study, "organiser", "Ban B");
    Corrections all = Corrections.of(List.of(first, second, third, value, later));
    assertThat(all.overruled())
        .containsExactlyInAnyOrder(first.getCorrectionId(), value.getCorrectionId());
  }

  @Test
  void anyOrderOfTheRecordsMakesTheSameSet() {
    var records = new ArrayList<Correction>();
    for (int i = 0; i < 12; i++) {
      Correction said =
          i % 3 == 0
              ? together(i % 4, all.get(i % 4), all.get((i + 1) % 4))
              : i % 3 == 1
                  ? apart(i % 4, all.get(i % 4), all.get((i + 2) % 4))
                  : set(i % 4, all.get(i % 4), "organiser", "Ban " + i);
      records.add(said);
      if (i % 4 == 0) {
        Correction body = apart(3 - i % 3, all.get(0), all.get(1 + i % 3));
        body.setCorrectionId(said.getCorrectionId());
        records.add(body);
      }
      if (i % 5 == 0) {
        records.add(undone(said));
      }
    }
    List<ConferenceEvent> expected = Resolver.resolve(all, Corrections.of(records));
    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(records, new Random(seed));
      assertThat(Resolver.resolve(all, Corrections.of(records))).isEqualTo(expected);
    }
  }

  private List<String> events(Correction... corrections) {
    return events(all, corrections);
  }

  /** The events, each as the numbers of its reports. */
  private static List<String> events(List<Member> members, Correction... corrections) {
    var events = new TreeSet<String>();
    for (ConferenceEvent event : Resolver.resolve(members, Corrections.of(List.of(corrections)))) {
      events.add(
          String.join(
              " ",
              event.getSources().stream()
                  .map(EventSource::getOutlet)
                  .map(o -> o.replaceAll("\\D", ""))
                  .sorted()
                  .toList()));
    }
    return List.copyOf(events);
  }
}
