package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Meetings.apart;
import static vn.hoinghi.enrich.resolve.Meetings.congress;
import static vn.hoinghi.enrich.resolve.Meetings.numbered;
import static vn.hoinghi.enrich.resolve.Meetings.plenum;
import static vn.hoinghi.enrich.resolve.Meetings.study;
import static vn.hoinghi.enrich.resolve.Meetings.together;
import static vn.hoinghi.enrich.resolve.Reports.people;
import static vn.hoinghi.enrich.resolve.Reports.prose;
import static vn.hoinghi.enrich.resolve.Reports.published;
import static vn.hoinghi.enrich.resolve.Reports.report;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;

/** Which reports are of one conference where a day or a year is missing, or another. */
class ReportsOfDaysTest {
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
  void theSameBodysReviewAYearLaterIsAnotherOne() {
    Consumer<ConferenceMention.Builder> review = study(m -> m.setType(ConferenceType.REVIEW));
    apart(
        report(1, "Tổng kết công tác tuyên giáo", review),
        report(
            2, "Tổng kết công tác tuyên giáo", review.andThen(m -> m.setStartDate("2021-12-10"))));
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
}
