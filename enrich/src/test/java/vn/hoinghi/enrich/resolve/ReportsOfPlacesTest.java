package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Meetings.apart;
import static vn.hoinghi.enrich.resolve.Meetings.plenum;
import static vn.hoinghi.enrich.resolve.Meetings.study;
import static vn.hoinghi.enrich.resolve.Meetings.together;
import static vn.hoinghi.enrich.resolve.Reports.people;
import static vn.hoinghi.enrich.resolve.Reports.report;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/** Which reports are of one conference where its place, its level or its body is the question. */
class ReportsOfPlacesTest {
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
  void aReportWithoutAProvinceMeetsTheOthersByWhoWasInTheChair() {
    Consumer<ConferenceMention.Builder> chaired =
        study(m -> m.setPersons(List.of(chair("Phan Văn Mãi"))));
    together(
        report(1, "Bến Tre học tập nghị quyết", chaired),
        report(2, "Học tập nghị quyết", chaired.andThen(m -> m.setProvince(null))));
  }

  private static Person chair(String name) {
    return new Person(name, List.of(), List.of(), Part.CHAIR);
  }
}
