package vn.hoinghi.enrich.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.DayPart;

class DaysTest {
  private static final Lexicons LEXICONS = Lexicons.standard();

  private static List<Day> days(String text) {
    return new Script(text, LEXICONS).days();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ngày 21/12/2020, Huyện ủy họp | 2020-12-21",
        "Ngày 8-1, Đảng ủy họp | 0-1-8",
        "Chiều 22.1, hội nghị bế mạc | 0-1-22",
        "Chiều 22 /7, Thành ủy họp | 0-7-22",
        "Ngày 21 tháng 12 năm 2020, họp | 2020-12-21",
        "khai mạc lúc 8 giờ ngày 04/12/2023 | 2023-12-4",
        "vừa họp hôm nay (16/5) tại xã | 0-5-16",
        "xong trước 10-12-2025 | 2025-12-10",
        "Sáng thứ Hai, 21/2, giao ban | 0-2-21",
        "Chiều thứ 6 (5.3), họp | 0-3-5",
        "họp hôm 15-7 đã thống nhất | 0-7-15"
      })
  void aDayIsReadInEverySpelling(String text, String expected) {
    Day day = days(text).get(0);

    assertThat(day.year() + "-" + day.month() + "-" + day.day()).isEqualTo(expected);
    assertThat(day.isRun()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Từ 16 đến 18-5, lớp học diễn ra | 16.5-18.5",
        "Hai ngày 29 và 30/11, họp | 29.11-30.11",
        "Trong 2 ngày 14 và 15/5/2020, họp | 14.5-15.5",
        "trong hai ngày (23 - 24/3) | 23.3-24.3",
        "diễn ra từ ngày 12-13/9/2019 | 12.9-13.9",
        "Từ ngày 28/9 đến ngày 2/10, tập huấn | 28.9-2.10",
        "vào ngày 12-13 tháng 9 năm 2019 | 12.9-13.9"
      })
  void aRunOfDaysKeepsBothEnds(String text, String expected) {
    Day day = days(text).get(0);

    assertThat(day.day() + "." + day.month() + "-" + day.last().day() + "." + day.last().month())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "đạt 11/14 chỉ tiêu",
        "có 9/12 đảng bộ xã",
        "tỷ lệ phiếu 46/47",
        "tăng 18.5% so với cùng kỳ",
        "Quyết định số 12/2020/QĐ-UBND",
        "điện thoại 0251.387",
        "ngày 31/2, không có",
        "nhiệm kỳ 2020 - 2025",
        "tháng 7-2017"
      })
  void whatIsNoDayIsNotRead(String text) {
    assertThat(days(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ông Nam sinh ngày 9-2-1977, quê Nghệ An | BIRTH",
        "Ngày sinh: 14/8/1974. Quê quán | BIRTH",
        "Quyết định số 1288-QĐ/TU ngày 28/9/2022 | DOCUMENT",
        "Quy định số 01 ngày 3/3/2016 của Tỉnh ủy | DOCUMENT",
        "gửi báo cáo trước ngày 30/9 | DEADLINE",
        "kỷ niệm ngày thành lập (3/2/1930) | ANNIVERSARY",
        "kỷ niệm Ngày Thương binh (27/7/1947 - 27/7/2023) | ANNIVERSARY",
        "Sáng 5/3, Tỉnh ủy họp | EVENT"
      })
  void aDayIsToldOfSomething(String text, Day.Role expected) {
    assertThat(days(text)).extracting(Day::role).containsOnly(expected);
  }

  @Test
  void aDayToldByPublicationHasAnOffset() {
    Day day = days("Sáng qua, Huyện ủy họp").get(0);

    assertThat(day.isRelative()).isTrue();
    assertThat(day.offset()).isEqualTo(-1);
    assertThat(day.part()).isEqualTo(DayPart.MORNING);
  }

  @Test
  void aDayWrittenOutBesideARelativeOneIsOneDay() {
    List<Day> days = days("Sáng nay (10-12), Tỉnh ủy họp");

    assertThat(days).hasSize(1);
    assertThat(days.get(0).month()).isEqualTo(12);
    assertThat(days.get(0).part()).isEqualTo(DayPart.MORNING);
  }
}
