package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.enrich.resolve.Reports.people;
import static vn.hoinghi.enrich.resolve.Reports.prose;
import static vn.hoinghi.enrich.resolve.Reports.published;
import static vn.hoinghi.enrich.resolve.Reports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/** Which reports tell of one conference, and which do not. */
class ResolverTest {

  @Test
  void twoOutletsInTheirOwnWordsTellOfOneConference() {
    together(
        report(1, "Bến Tre học tập nghị quyết", Reports::study),
        report(2, "172 điểm cầu nghe quán triệt", study(m -> m.setOrganiser("Tỉnh uỷ"))));
  }

  @Test
  void openingAndClosingOfACongressAreOneEventOfTwoDays() {
    ConferenceEvent event =
        together(
            report(1, "Khai mạc Đại hội", Reports::congress),
            report(2, "Bế mạc Đại hội", congress(m -> m.setStartDate("2020-06-12"))));
    assertThat(event.getStartDate()).isEqualTo("2020-06-11");
    assertThat(event.getEndDate()).isEqualTo("2020-06-12");
  }

  @Test
  void twoNumberedPlenumsAreTwo() {
    apart(
        report(1, "Hội nghị lần thứ 5", Reports::plenum),
        report(2, "Hội nghị lần thứ 6", plenum(m -> m.setPlenumOrdinal(6))));
  }

  @Test
  void plenumsOfTwoProvincesOnOneDayAreTwo() {
    apart(
        report(1, "Hội nghị lần thứ 5", Reports::plenum),
        report(
            2,
            "Hội nghị lần thứ 5",
            plenum(
                m ->
                    m.setProvince(new Province("86", "Vĩnh Long"))
                        .setOrganiser("Ban Chấp hành Đảng bộ tỉnh Vĩnh Long")
                        .setPersons(people("Bùi Văn Nghiêm")))));
  }

  @Test
  void aDistrictsOwnStudyOfWhatTheProvinceStudiedIsItsOwnEvent() {
    apart(
        report(1, "Tỉnh ủy học tập nghị quyết", Reports::study),
        report(
            2,
            "Mỏ Cày Bắc học tập nghị quyết",
            study(
                m ->
                    m.setLevel(Level.DISTRICT)
                        .setPlace(new Place("huyện Mỏ Cày Bắc", null, null))
                        .setOrganiser("Ban Thường vụ Huyện ủy Mỏ Cày Bắc"))));
  }

  @Test
  void aReportFromABridgePointBelongsToTheGatheringOfItsOrganiser() {
    together(
        report(1, "Tỉnh ủy học tập nghị quyết", Reports::study),
        report(
            2,
            "Ba Tri dự hội nghị trực tuyến",
            study(
                m ->
                    m.setLevel(Level.DISTRICT)
                        .setPlace(new Place("huyện Ba Tri", null, null))
                        .setOrganiser("Tỉnh ủy Bến Tre"))));
  }

  @Test
  void districtsThatStudyOnOneDayAreTwo() {
    Consumer<ConferenceMention.Builder> one =
        study(
            m ->
                m.setLevel(Level.DISTRICT)
                    .setPlace(new Place("huyện Ba Tri", null, null))
                    .setOrganiser("Huyện ủy"));
    Consumer<ConferenceMention.Builder> other =
        one.andThen(m -> m.setPlace(new Place("huyện Giồng Trôm", null, null)));
    apart(report(1, "Học tập nghị quyết", one), report(2, "Học tập nghị quyết", other));
  }

  @Test
  void districtsThatOnlyTheirBodiesNameAreTwo() {
    Consumer<ConferenceMention.Builder> one =
        study(m -> m.setLevel(Level.DISTRICT).setOrganiser("Ban Thường vụ Huyện ủy Giồng Trôm"));
    Consumer<ConferenceMention.Builder> other =
        one.andThen(m -> m.setOrganiser("Huyện uỷ Ba Tri, tỉnh Bến Tre"));
    apart(report(1, "Học tập nghị quyết", one), report(2, "Học tập nghị quyết", other));
  }

  @Test
  void aCentralConferenceSeenFromTwoProvincesIsOne() {
    Consumer<ConferenceMention.Builder> central =
        study(
            m ->
                m.setLevel(Level.CENTRAL)
                    .setProvince(null)
                    .setOrganiser("Ban Tuyên giáo Trung ương"));
    together(
        report(1, "Báo cáo viên Trung ương tháng 6", central),
        report(
            2,
            "Sơn La dự hội nghị báo cáo viên",
            central.andThen(m -> m.setProvince(new Province("14", "Sơn La")))));
  }

  @Test
  void oldAndNewNamesOfAProvinceMeetAfterTheMerger() {
    Consumer<ConferenceMention.Builder> now = study(m -> m.setStartDate("2025-11-12"));
    Consumer<ConferenceMention.Builder> successor =
        now.andThen(m -> m.setProvince(new Province("86", "Vĩnh Long")));
    together(report(1, "Học tập", now), report(2, "Học tập", successor));
    // But before it they are two provinces
    apart(
        report(1, "Học tập", Reports::study),
        report(
            2,
            "Học tập",
            study(
                m -> m.setProvince(new Province("86", "Vĩnh Long")).setPersons(people("Ai Đó")))));
  }

  @Test
  void theSameBodysReviewAYearLaterIsAnotherOne() {
    Consumer<ConferenceMention.Builder> review = study(m -> m.setType(ConferenceType.REVIEW));
    apart(
        report(1, "Tổng kết công tác tuyên giáo", review),
        report(
            2, "Tổng kết công tác tuyên giáo", review.andThen(m -> m.setStartDate("2021-12-10"))));
  }

  @Test
  void anUndatedReportJoinsByItsTextOnly() {
    String text = "Tổng kết công tác\n" + prose("câu", 120);
    Consumer<ConferenceMention.Builder> review = study(m -> m.setType(ConferenceType.REVIEW));
    Consumer<ConferenceMention.Builder> undated = review.andThen(m -> m.setStartDate(null));
    together(report(1, text, review), report(2, "In lại\n" + text, undated));
    apart(report(1, text, review), report(2, prose("khác", 120), undated));
  }

  @Test
  void anUndatedStudyJoinsByWhatTheBodyStudiedAndWhoWasThere() {
    Member dated = report(1, "Học tập nghị quyết", Reports::study);
    Consumer<ConferenceMention.Builder> undated = study(m -> m.setStartDate(null));
    together(dated, report(2, prose("khác", 120), undated));
    // another resolution, other people, another body
    apart(dated, report(2, "Quán triệt", undated.andThen(m -> numbered(m, "19-NQ/TW"))));
    apart(dated, report(2, "Quán triệt", undated.andThen(m -> m.setPersons(people("Ai Đó")))));
    apart(
        dated, report(2, "Quán triệt", undated.andThen(m -> m.setOrganiser("Hội Nông dân tỉnh"))));
    // a day of publication that says it was another day
    apart(dated, published("2020-11-02", 2, "Quán triệt", undated));
  }

  @Test
  void theLastDayOfACongressIsToldWithOtherPeopleThanItsFirst() {
    Consumer<ConferenceMention.Builder> opening =
        congress(m -> m.setOrganiser(null).setLevel(Level.PROVINCE));
    Consumer<ConferenceMention.Builder> closing =
        opening.andThen(
            m -> m.setStartDate("2020-06-12").setPersons(people("Hà Thị Mơ", "Vì Văn Tân")));
    together(report(1, "Khai mạc", opening), report(2, "Ra mắt người mới", closing));
    // of another term
    apart(
        report(1, "Khai mạc", opening),
        report(2, "Ra mắt", closing.andThen(m -> m.setTerm("2015-2020").setCongressOrdinal(20))));
  }

  @Test
  void anUndatedPlenumJoinsByBodyNumberAndTerm() {
    Member dated = report(1, "Hội nghị lần thứ 5", Reports::plenum);
    Consumer<ConferenceMention.Builder> undated = plenum(m -> m.setStartDate(null));
    // the term is written
    together(dated, report(2, "Ban Chấp hành họp", undated.andThen(m -> m.setTerm("2020-2025"))));
    apart(dated, report(2, "Ban Chấp hành họp", undated.andThen(m -> m.setTerm("2010-2015"))));
    // or follows from the day on which the page was published
    together(dated, published("2020-12-11", 2, "Ban Chấp hành họp", undated));
    apart(dated, published("2014-03-01", 2, "Ban Chấp hành họp", undated));
    // or nobody knows
    apart(dated, report(2, "Ban Chấp hành họp", undated));
  }

  @Test
  void anUndatedReportMeetsThoseOfTheDaysBeforeItsPublication() {
    Member dated = report(1, "Học tập nghị quyết", Reports::study);
    Consumer<ConferenceMention.Builder> undated = study(m -> m.setStartDate(null));
    together(dated, published("2020-12-11", 2, "Quán triệt nghị quyết", undated));
    apart(dated, published("2020-12-09", 2, "Quán triệt nghị quyết", undated));
    apart(dated, published("2021-02-01", 2, "Quán triệt nghị quyết", undated));
  }

  @Test
  void aReportWithoutAProvinceMeetsTheOthersByWhoWasInTheChair() {
    Consumer<ConferenceMention.Builder> chaired =
        study(m -> m.setPersons(List.of(chair("Phan Văn Mãi"))));
    together(
        report(1, "Bến Tre học tập nghị quyết", chaired),
        report(2, "Học tập nghị quyết", chaired.andThen(m -> m.setProvince(null))));
  }

  @Test
  void aDateWithoutAYearMeetsTheSameDayOfAPossibleYearOnly() {
    together(
        report(1, "Học tập", Reports::study),
        report(2, "Quán triệt", study(m -> m.setStartDate("XXXX-12-10"))));
    apart(
        report(1, "Học tập", Reports::study),
        report(2, "Quán triệt", study(m -> m.setStartDate("XXXX-12-20"))));
    apart(
        report(1, "Học tập", Reports::study),
        report(2, "Quán triệt", study(m -> m.setStartDate("XXXX-12-10").setTerm("2021-2025"))));
  }

  @Test
  void aShortenedReprintJoinsAndIsNoIndependentSource() {
    String text = "Học tập nghị quyết\n" + prose("câu", 200);
    ConferenceEvent event =
        together(
            report(1, text, Reports::study),
            report(2, text.substring(0, text.length() / 3), m -> {}));
    assertThat(event.getIndependentSources()).isEqualTo(1);
    assertThat(event.getSources().get(1).getReprintOf())
        .isEqualTo(event.getSources().get(0).getArticleId());
  }

  @Test
  void twoSittingsOfOneBodyOnOneDayAreTwo() {
    apart(
        report(1, "Học tập nghị quyết", study(m -> m.setDayPart(DayPart.MORNING))),
        report(
            2, "Ban Chấp hành họp phiên thường kỳ", plenum(m -> m.setDayPart(DayPart.AFTERNOON))));
  }

  @Test
  void anArticleThatTellsOfTwoDoesNotChainThem() {
    String morning = prose("sáng", 100);
    String afternoon = prose("chiều", 100);
    Member first = report(1, morning, study(m -> m.setDayPart(DayPart.MORNING)));
    Member second =
        report(
            2,
            afternoon,
            plenum(m -> m.setDayPart(DayPart.AFTERNOON).setPersons(people("Lê Đức Thọ"))));
    Member both = report(3, morning + afternoon, study(m -> m.setDayPart(DayPart.MORNING)));
    List<ConferenceEvent> events = Resolver.resolve(List.of(first, second, both));
    assertThat(events).hasSize(2);
    assertThat(events).extracting(ConferenceEvent::getSourceCount).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void theOrderOfTheMembersDoesNotMatter() {
    var members = new ArrayList<Member>();
    for (int i = 0; i < 12; i++) {
      int day = 10 + i % 3;
      members.add(report(i, "Học tập", study(m -> m.setStartDate("2020-12-" + day))));
    }
    List<ConferenceEvent> expected = Resolver.resolve(members);
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(members, new Random(seed));
      assertThat(Resolver.resolve(members)).isEqualTo(expected);
    }
  }

  private static Person chair(String name) {
    return new Person(name, List.of(), List.of(), Part.CHAIR);
  }

  @Test
  void theCentralCommitteesMarkIsOneHoweverItIsWritten() {
    Facts tw = Facts.of(report(1, "Quán triệt", study(m -> numbered(m, "18-NQ/TW"))));
    Facts tu = Facts.of(report(2, "Quán triệt", study(m -> numbered(m, "18 - NQ/TƯ"))));
    Facts apart = Facts.of(report(4, "Quán triệt", study(m -> numbered(m, "18 - NQ / TW"))));
    assertThat(apart.documents).isEqualTo(tw.documents);
    Facts provincial = Facts.of(report(3, "Quán triệt", study(m -> numbered(m, "18-NQ/TU"))));
    assertThat(tu.documents).isEqualTo(tw.documents);
    assertThat(provincial.documents).isNotEqualTo(tw.documents);
  }

  private static void numbered(ConferenceMention.Builder mention, String number) {
    mention.setDocuments(List.of(new ConferenceDocument("Nghị quyết", number, "")));
  }

  static ConferenceEvent together(Member... members) {
    List<ConferenceEvent> events = Resolver.resolve(List.of(members));
    assertThat(events).as("events").hasSize(1);
    assertThat(events.get(0).getSourceCount()).isEqualTo(members.length);
    return events.get(0);
  }

  private static void apart(Member... members) {
    assertThat(Resolver.resolve(List.of(members))).as("events").hasSize(members.length);
  }

  private static Consumer<ConferenceMention.Builder> study(
      Consumer<ConferenceMention.Builder> but) {
    Consumer<ConferenceMention.Builder> study = Reports::study;
    return study.andThen(but);
  }

  private static Consumer<ConferenceMention.Builder> plenum(
      Consumer<ConferenceMention.Builder> but) {
    Consumer<ConferenceMention.Builder> plenum = Reports::plenum;
    return plenum.andThen(but);
  }

  private static Consumer<ConferenceMention.Builder> congress(
      Consumer<ConferenceMention.Builder> but) {
    Consumer<ConferenceMention.Builder> congress = Reports::congress;
    return congress.andThen(but);
  }
}
