package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.DayPart;

/**
 * Every way to announce a day times every way to write it times what may follow, with the answer
 * known beforehand; and as many ways to write numbers that are no days.
 */
class DaySpellingsTest {
  private static final Lexicons LEXICONS = Lexicons.standard();

  private static final List<String> ANNOUNCED =
      List.of(
          "Ngày %s",
          "Sáng %s",
          "Chiều ngày %s",
          "Vào sáng ngày %s",
          "Tối %s",
          "Hôm %s",
          "Sáng nay %s",
          "Sáng nay (%s)",
          "Hôm nay, ngày %s",
          "Sáng thứ Hai (%s)",
          "Thứ Sáu, %s",
          "Chiều thứ 6, ngày %s",
          "Lúc 8 giờ ngày %s",
          "Trong ngày %s",
          "Sáng Chủ nhật %s",
          "(Báo Xuân Lâm) - Ngày %s",
          "Sáng qua %s",
          "Sáng nay, thứ Bảy, ngày %s",
          "Vừa qua, ngày %s",
          "Hội nghị họp vào %s");

  private static final List<String> WRITTEN =
      List.of(
          "%d/%d",
          "%02d/%02d",
          "%d-%d",
          "%d.%d",
          "%02d.%d",
          "%d /%d",
          "%d / %d",
          "%d tháng %d",
          "%02d tháng %02d");

  private static final List<String> YEARS =
      List.of("/2021", "-2021", ".2021", " năm 2021", "/ 2021", ", năm 2021");

  private static final List<String> AFTER =
      List.of(
          ", Huyện ủy họp.",
          " tại hội trường.",
          ") Đảng ủy họp.",
          " Thành ủy họp.",
          ".",
          " vừa qua.");

  private static Day only(String text) {
    List<Day> days = new Script(text, LEXICONS).days();
    assertThat(days).as(text).hasSize(1);
    return days.get(0);
  }

  static Stream<String> announcements() {
    return ANNOUNCED.stream();
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void aDayIsReadHoweverItIsAnnouncedWrittenAndFollowed(String announced) {
    for (String written : WRITTEN) {
      for (String after : AFTER) {
        Day day = only(announced.formatted(written.formatted(9, 5)) + after);
        assertThat(List.of(day.year(), day.month(), day.day())).isEqualTo(List.of(0, 5, 9));
        assertThat(day.isRun()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void aYearBelongsToItsDay(String announced) {
    for (String written : WRITTEN) {
      for (String year : YEARS) {
        boolean spelled = written.contains("tháng");
        if (spelled && year.startsWith(".")) {
          continue;
        }
        Day day = only(announced.formatted(written.formatted(21, 12) + year) + ", họp.");
        assertThat(List.of(day.year(), day.month(), day.day()))
            .as(announced + written + year)
            .isEqualTo(List.of(2021, 12, 21));
      }
    }
  }

  /** Runs that lie in one month: the first day, a joint, the last day with its month. */
  static Stream<String> runs() {
    List<String> all = new ArrayList<>();
    for (String head :
        List.of(
            "Từ ngày %s",
            "Từ %s",
            "Trong 2 ngày %s",
            "Trong hai ngày (%s)",
            "Trong 02 ngày, %s",
            "diễn ra trong hai ngày %s",
            "(từ ngày %s)",
            "Ngày %s",
            "Trong các ngày %s")) {
      for (String joint :
          List.of(
              "-",
              " - ",
              " đến ",
              " và ",
              " đến ngày ",
              " và ngày ",
              " đến hết ngày ",
              "–",
              " & ",
              ", ")) {
        for (String last :
            List.of("18/5", "18-5", "18.5", "18/5/2021", "18 tháng 5", "18-5-2021")) {
          all.add(head.formatted("16" + joint + last));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aRunKeepsItsFirstAndLastDay(String run) {
    Day day = only("Hội nghị " + run + ", tại thị xã.");

    assertThat(List.of(day.day(), day.month(), day.last().day(), day.last().month()))
        .isEqualTo(List.of(16, 5, 18, 5));
  }

  static Stream<List<String>> oddRuns() {
    return Stream.of(
        List.of("Từ ngày 28/9 đến hết ngày 2/10", "28.9.0-2.10.0"),
        List.of("Từ 28/9 - 30/9", "28.9.0-30.9.0"),
        List.of("Từ 28-9 đến 30-9", "28.9.0-30.9.0"),
        List.of("từ ngày 1/5-3/5", "1.5.0-3.5.0"),
        List.of("từ 16.10-18.10", "16.10.0-18.10.0"),
        List.of("từ 29/12/2020 đến 05/01/2021", "29.12.2020-5.1.2021"),
        List.of("từ ngày 30-12 đến ngày 2-1-2022", "30.12.2021-2.1.2022"),
        List.of("Chiều 16 và sáng 17.10", "16.10.0-17.10.0"),
        List.of("Chiều 16 và sáng ngày 17/10/2019", "16.10.2019-17.10.2019"),
        List.of("trong 3 ngày 16, 17 và 18/9", "16.9.0-18.9.0"),
        List.of("trong ba ngày (16, 17, 18/9/2020)", "16.9.2020-18.9.2020"),
        List.of("từ chiều 16 đến trưa 18/10", "16.10.0-18.10.0"),
        List.of("Từ 14 giờ ngày 16 đến 11 giờ ngày 17/10", "16.10.0-17.10.0"),
        List.of("Ngày 2-4.12.2020", "2.12.2020-4.12.2020"),
        List.of("Ngày 10-12/5", "10.5.0-12.5.0"),
        List.of("ngày 11 và 12 tháng 6 năm 2020", "11.6.2020-12.6.2020"),
        List.of("trong hai ngày 30/11 và 1/12", "30.11.0-1.12.0"),
        List.of("Sáng 5/3 và chiều 6/3", "5.3.0-6.3.0"));
  }

  @ParameterizedTest
  @MethodSource("oddRuns")
  void aRunIsReadAcrossMonthsYearsAndPartsOfDays(List<String> example) {
    Day day = only(example.get(0) + ", Thị ủy tổ chức lớp học.");

    assertThat(written(day.first()) + "-" + written(day.last())).isEqualTo(example.get(1));
  }

  private static String written(Day.Point point) {
    return point.day() + "." + point.month() + "." + point.year();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tăng từ 9/12 xã lên 11/12 xã",
        "Giảm từ 5-10 triệu đồng",
        "Có 9/12 xã, đạt 7/9 tiêu chí",
        "Ngày 10 tháng 3 âm lịch, làng mở hội",
        "Ngày 10/3 (âm lịch), làng mở hội",
        "Mùng 8 tháng Giêng, đoàn dâng hương",
        "nhằm ngày 12/8 năm Giáp Thìn",
        "tháng 5-6/2020",
        "Quý 2-3/2020",
        "Ngày 5. 12 đại biểu dự họp",
        "Ngày 5 - 12 đại biểu dự họp",
        "Nghị định số 12/5/NĐ",
        "điểm 7.5, điểm 8.5",
        "tỷ số 3-2 và 4-1",
        "Ngày 31/4, không có ngày ấy",
        "Ngày 15/13, không có tháng ấy",
        "nhiệm kỳ 2020-2025",
        "dài 1,5/7 km",
        "phường 5, quận 10",
        "xã số 5/12"
      })
  void whatOnlyLooksLikeADayIsNone(String text) {
    assertThat(new Script(text, LEXICONS).days()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sáng 9/5, họp",
        "Sáng ngày 9/5, họp",
        "sáng thứ Hai (9/5)",
        "sáng thứ 2, ngày 9/5/2022",
        "lúc 8 giờ sáng ngày 9/5",
        "Sáng nay (9/5), họp",
        "Sáng sớm 9/5"
      })
  void thePartOfTheDayStandsRightBeforeIt(String text) {
    assertThat(only(text).part()).isEqualTo(DayPart.MORNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hội thi đổi mới sáng tạo ngày 9/5",
        "giảm tối đa, ngày 9/5",
        "Buổi sáng mưa to. Ngày 9/5",
        "chiều dài 5 km, ngày 9/5"
      })
  void aWordThatOnlyLooksLikeAPartOfTheDayTellsNone(String text) {
    assertThat(only(text).part()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ông Lò Văn Pón sinh ngày 5/3/1970",
        "Bà Hoa (sinh ngày 5-3-1970)",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017",
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016",
        "Kế hoạch số 12-KH/HU đề ngày 9/5",
        "Nghị quyết Trung ương 4 (khóa XII) ngày 30/10/2016",
        "Quyết định 315/QĐ-UBND ngày 9/5/2021",
        "Công văn số 512 ngày 18/3",
        "được nghỉ hưu từ ngày 1-1",
        "có hiệu lực từ ngày 1/7/2021",
        "nghỉ hưu hưởng chế độ bảo hiểm xã hội từ ngày 1/12",
        "kể từ ngày 1/7",
        "tính đến ngày 30/6",
        "hoàn thành trước ngày 15/8",
        "chậm nhất ngày 20/9",
        "xã được thành lập ngày 01/01/2020",
        "huyện tái lập từ ngày 1/9/1997",
        "kỷ niệm 90 năm Ngày thành lập Đảng 3/2",
        "chào mừng ngày Nhà giáo Việt Nam 20/11",
        "Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2022)",
        "được kết nạp Đảng ngày 3/2/1998"
      })
  void aDayToldOfSomethingElseIsNoEvents(String text) {
    assertThat(new Script(text, LEXICONS).days()).noneMatch(day -> day.role() == Day.Role.EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sáng 9/5, Huyện ủy họp",
        "Lễ kỷ niệm 50 năm truyền thống tổ chức ngày 9/5",
        "Hội nghị quán triệt Nghị quyết Đại hội diễn ra ngày 9/5",
        "Ảnh: Văn Tấn/TTXV Ngày 9/5, họp",
        "Đại hội từ ngày 9 đến 10/5",
        "tập huấn từ ngày 9/5"
      })
  void aDayThatNothingTakesAwayCanBeTheEvents(String text) {
    assertThat(only(text).role()).isEqualTo(Day.Role.EVENT);
  }

  @Test
  void fullWidthDigitsAreDigits() {
    Day day = only("Ngày １２／５／２０２０, họp");

    assertThat(List.of(day.year(), day.month(), day.day())).isEqualTo(List.of(2020, 5, 12));
  }

  @Test
  void theSameDayIsTheOneToldBefore() {
    List<Day> days = new Script("Sáng 9/5, xã họp. Chiều cùng ngày, huyện họp.", LEXICONS).days();

    assertThat(days).extracting(Day::day).containsExactly(9, 9);
    assertThat(days.get(1).part()).isEqualTo(DayPart.AFTERNOON);
  }

  @Test
  void theSameDayWithoutAnyBeforeIsNone() {
    assertThat(new Script("Chiều cùng ngày, huyện họp.", LEXICONS).days()).isEmpty();
  }

  @Test
  void twoDigitsOfAYearCountWithEqualMarksOnly() {
    assertThat(only("Ngày 5/3/21, họp").year()).isEqualTo(2021);
    assertThat(new Script("Ngày 5/3-21, họp", LEXICONS).days())
        .noneMatch(day -> day.year() == 2021);
  }
}
