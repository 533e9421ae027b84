package vn.hoinghi.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {
  @Test
  void aFullDateIsADayAndStandsInItsMonth() {
    assertThat(Edtf.day("2020-12-21")).isEqualTo(LocalDate.of(2020, 12, 21));
    assertThat(Edtf.month("2020-12-21")).isEqualTo(LocalDate.of(2020, 12, 1));
  }

  @Test
  void aMonthIsNoDay() {
    assertThat(Edtf.day("2020-12")).isNull();
    assertThat(Edtf.month("2020-12")).isEqualTo(LocalDate.of(2020, 12, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XXXX-12-21",
        "2020",
        "2020-XX-21",
        "2020-12-21?",
        "2020-02-30",
        "2020-13",
        "Y300000",
        "2020-12-21/2020-12-22",
        ""
      })
  void whatIsPartialUncertainOrNoDateIsNeither(String edtf) {
    assertThat(Edtf.day(edtf)).isNull();
    assertThat(Edtf.month(edtf)).isNull();
  }

  @Test
  void aPublicationTimeIsAnInstantOnlyWithTimeAndZone() {
    assertThat(Edtf.instant("2020-12-21T10:00:00+07:00"))
        .isEqualTo(OffsetDateTime.parse("2020-12-21T03:00:00Z"));
    assertThat(Edtf.instant("2020-12-21")).isNull();
    assertThat(Edtf.instant("2020-12-21T10:00:00")).isNull();
    assertThat(Edtf.instant(null)).isNull();
  }
}
