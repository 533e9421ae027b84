package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hoinghi.enrich.resolve.Reports.prose;
import static vn.hoinghi.enrich.resolve.Reports.report;
import static vn.hoinghi.enrich.resolve.Sayings.set;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.avro.Support;

/** A person's value stands over what the articles say, and what they say stays readable. */
class OverridesTest {
  private final Member first = report(1, prose("học", 80), Reports::study);
  private final Member second =
      report(
          2,
          prose("tập", 80),
          m -> {
            Reports.study(m);
            m.setEndDate("2020-12-11").setYearInferredFrom("publication");
          });

  @Test
  void theValueIsSetWithItsAuthorAndTheOthersAreNotChosen() {
    Correction said = set(1, second, "startDate", "2020-12-09");
    ConferenceEvent event = event(said);
    assertThat(event.getStartDate()).isEqualTo("2020-12-09");
    assertThat(event.getSupports())
        .filteredOn(s -> s.getField().equals("startDate"))
        .extracting(Support::getValue, Support::getChosen, Support::getRule, Support::getAuthor)
        .containsExactly(
            tuple("2020-12-09", true, "correction", "An"),
            tuple("2020-12-10", false, "inferred", null),
            tuple("2020-12-10", false, "inferred", null));
    Support ours = event.getSupports().get(0);
    assertThat(ours.getArticleId()).isEqualTo(second.articleId());
    assertThat(ours.getCorrectionId()).isEqualTo(said.getCorrectionId());
    assertThat(List.of(ours.getStart(), ours.getEnd())).containsOnly(-1);
  }

  @Test
  void whatAPersonSettledIsReliedOnWhoeverAgrees() {
    ConferenceEvent event =
        event(set(1, second, "startDate", "2020-12-10"), set(1, first, "term", "2020-2025"));
    assertThat(event.getCoverage())
        .filteredOn(c -> c.getConfidence() == 100)
        .containsExactlyInAnyOrder(
            new Coverage("startDate", 2, 2, 0, 100), new Coverage("term", 0, 0, 0, 100));
    assertThat(event(set(1, second, "startDate", "2020-12-09")).getCoverage())
        .contains(new Coverage("startDate", 2, 0, 2, 100));
    assertThat(event.getConfidence()).isGreaterThan(event().getConfidence());
  }

  @Test
  void whoSaysTheSameAsAPersonWasRight() {
    assertThat(event(set(1, first, "startDate", "2020-12-10")).getSupports())
        .filteredOn(s -> s.getField().equals("startDate"))
        .extracting(Support::getChosen)
        .containsExactly(true, true, true);
  }

  @Test
  void theLaterOfTwoCountsThoughTheyNameDifferentArticlesOfTheEvent() {
    Correction early = set(1, second, "organiser", "Ban A");
    Correction late = set(2, first, "organiser", "Ban B");
    assertThat(event(early, late).getOrganiser()).isEqualTo("Ban B");
    assertThat(event(late, early).getOrganiser()).isEqualTo("Ban B");
  }

  @Test
  void anOverrideOfAnotherArticleSaysNothing() {
    Member other = report(3, prose("khác", 80), Reports::congress);
    assertThat(event(set(1, other, "organiser", "Ban A")).getOrganiser())
        .isEqualTo("Ban Thường vụ Tỉnh ủy Bến Tre");
  }

  @Test
  void aFieldCanBeSetToNotKnown() {
    ConferenceEvent event = event(set(1, first, "organiser", null));
    assertThat(event.getOrganiser()).isNull();
    assertThat(event.getSupports().get(0).getValue()).isEmpty();
  }

  @Test
  void everyKindOfFieldIsSet() {
    ConferenceEvent event =
        event(
            set(1, first, "title", "Khai mạc"),
            set(1, first, "type", "PLENUM"),
            set(1, first, "province", "72 Tây Ninh"),
            set(1, first, "place.commune", "xã Vạn Xuân"),
            set(1, first, "plenumOrdinal", "7"),
            set(1, first, "term", "2020-2025"),
            set(1, first, "attendees", "2500 NEARLY"),
            set(1, first, "venues", "104"));
    assertThat(event.getTitle()).isEqualTo("Khai mạc");
    assertThat(event.getType()).isEqualTo(ConferenceType.PLENUM);
    assertThat(event.getProvince()).isEqualTo(new Province("72", "Tây Ninh"));
    assertThat(event.getPlace()).isEqualTo(new Place(null, "xã Vạn Xuân", null));
    assertThat(event.getPlenumOrdinal()).isEqualTo(7);
    assertThat(event.getTerm()).isEqualTo("2020-2025");
    assertThat(event.getAttendees()).isEqualTo(new Count(2500, Qualifier.NEARLY));
    assertThat(event.getVenues()).isEqualTo(new Count(104, Qualifier.EXACT));
  }

  @ParameterizedTest
  @CsvSource({
    // what is set, what becomes of the days 2020-12-10 to 2020-12-11
    "startDate, 2020-12-09, 2020-12-09, 2020-12-11",
    "startDate, 2020-12-20, 2020-12-20,",
    "startDate, 2020-12, 2020-12, 2020-12-11",
    "endDate, 2020-12-15, 2020-12-10, 2020-12-15",
    "endDate, 2020-12-01,, 2020-12-01"
  })
  void aDayThatDoesNotGoWithAPersonsIsLetGo(String field, String value, String start, String end) {
    var alone =
        report(
            2,
            prose("tập", 80),
            m -> {
              Reports.study(m);
              m.setEndDate("2020-12-11");
            });
    ConferenceEvent event =
        Resolver.resolve(List.of(alone), Corrections.of(List.of(set(1, alone, field, value))))
            .get(0);
    assertThat(event.getStartDate()).isEqualTo(start);
    assertThat(event.getEndDate()).isEqualTo(end);
    assertThat(event.getSupports())
        .filteredOn(Support::getChosen)
        .filteredOn(s -> s.getField().equals("endDate"))
        .allSatisfy(s -> assertThat(s.getValue()).isEqualTo(end));
  }

  private ConferenceEvent event(Correction... corrections) {
    return Resolver.resolve(List.of(first, second), Corrections.of(List.of(corrections))).get(0);
  }
}
