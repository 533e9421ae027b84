package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPatternTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "/tin/*.html, /tin/hoi-nghi.html, true",
    "/tin/*.html, /tin/2026/hoi-nghi.html, false",
    "/tin/**.html, /tin/2026/hoi-nghi.html, true",
    "/**-#.html, /chinh-tri/hoi-nghi-12345.html, true",
    "/**-#.html, /chinh-tri/hoi-nghi.html, false",
    "/tin/#, /tin/7, true",
    "/tin/#, /tin/, false",
    "/tin/#, /tin/7a, false",
    "/a*, /a, true",
    "/xem.aspx?id=#, /xem.aspx?id=12, true",
    "/xem.aspx?id=#, /xem.aspx, false",
    "/xem.aspx, /xem.aspx?id=12, true",
    "/tin.html, /tinxhtml, false",
    "/tin, /tin/, false",
  })
  void starsAndNumbersStandForWhatTheySay(String pattern, String path, boolean matches)
      throws Refused {
    assertThat(LinkPattern.parse(pattern).matches(CanonicalUrl.of("https://bao.vn" + path)))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tin", "*", "https://bao.vn/tin"})
  void aPatternBeginsWithASlash(String text) {
    assertThatThrownBy(() -> LinkPattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Timeout(2)
  void starsUponStarsTakeNoLongerThanTheirLength() throws Refused {
    LinkPattern many = LinkPattern.parse("/" + "**a".repeat(60) + "b");
    assertThat(many.matches(CanonicalUrl.of("https://bao.vn/" + "a".repeat(1_900)))).isFalse();
  }
}
