package vn.hoinghi.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
  private final LineKinds kinds = new LineKinds(Labels.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "THỨ SÁU, 22/01/2021 17:11:16; 2021-01-22T17:11:16+07:00",
        "[ Cập nhật vào ngày (30/12/2020) ] - [ Số lần xem: 235 ]; 2020-12-30",
        "14:32, 25/10/2020; 2020-10-25T14:32:00+07:00",
        "Thứ ba, 9/3/2021 - 7h05; 2021-03-09T07:05:00+07:00",
        "26 Tháng Hai, 2021; 2021-02-26",
        "Ngày 5 tháng 11 năm 2021; 2021-11-05",
        "25-7-25 17:25:00; 2025-07-25T17:25:00+07:00",
        "16.05.2020 | 16:48; 2020-05-16T16:48:00+07:00",
        "14/05/2019 2:37:00 CH; 2019-05-14T14:37:00+07:00",
        "Thứ Năm, ngày 10/12/2020 16:30 PM (GMT+7); 2020-12-10T16:30:00+07:00",
        "January 14, 2021 - 09:00; 2021-01-14T09:00:00+07:00",
        "Ngày ban hành: 05/11/2021 - Ngày đăng: 08/11/2021; 2021-11-08",
        "Đăng lúc: 08:15 ngày 2/9/2018 | Lượt xem: 1.204; 2018-09-02T08:15:00+07:00",
        "2021-04-30 06:00; 2021-04-30T06:00:00+07:00",
      })
  void readsTheClocksOfVietnameseSites(String line, String expected) {
    Clock clock = kinds.clock(line(line));
    assertThat(clock).isNotNull();
    assertThat(clock.iso()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Sáng 12/5/2021, Huyện ủy tổ chức hội nghị học tập nghị quyết",
        "Hôm nay: 22/11/2026",
        "Ngày ban hành: 05/11/2021",
        "© 2003-2026",
        "Điện thoại: 0255.3822.102",
        "Chỉ thị số 05-CT/TW",
        "99/99/2021",
        "Tổng lượt truy cập: 12.345.678",
        "nhiệm kỳ 2020-2025",
      })
  void takesNothingElseForThePublication(String line) {
    assertThat(kinds.clock(line(line))).isNull();
  }

  @Test
  void aDayStaysADay() {
    assertThat(Publication.parse("2021-04-30", "manifest").value()).isEqualTo("2021-04-30");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-01-22T17:11:16+07:00, 2021-01-22T17:11:16+07:00, 2021-01-22",
    "2021-01-22T20:11:16Z, 2021-01-22T20:11:16Z, 2021-01-23",
    "2021-01-22T17:11:16.123+0700, 2021-01-22T17:11:16+07:00, 2021-01-22",
    "2021-01-22 17:11, 2021-01-22T17:11:00+07:00, 2021-01-22",
  })
  void attributesKeepTheirZoneAndTellTheDayInVietnam(String raw, String value, String day) {
    Publication publication = Publication.parse(raw, "meta");
    assertThat(publication.value()).isEqualTo(value);
    assertThat(publication.day()).hasToString(day);
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01T00:00:00Z",
    "2021-13-45",
    "300000-01-01",
    "hôm qua",
    "2021",
  })
  void nonsenseInAttributesIsNoDate(String raw) {
    Publication publication = Publication.parse(raw, "meta");
    assertThat(publication == null || !publication.isBelievable(null)).isTrue();
  }

  private static Block line(String text) {
    return new Block(0, text, null, null, Block.Style.PLAIN);
  }
}
