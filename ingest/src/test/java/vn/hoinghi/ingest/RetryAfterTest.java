package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration OTHERWISE = Duration.ofSeconds(99);

  @ParameterizedTest
  @Tag("C31")
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | 120                           | 120",
        "429 | 7                             | 7",
        "503 | 0                             | 1",
        "503 | 9000000000000000000           | 86400",
        "503 | 99999999999999999999999999999 | 86400",
        "503 | 900000000000000000            | 86400",
        "503 | -1                            | 99",
        "503 | soon                          | 99",
        "503 | Sun, 01 Nov 2026 00:01:00 GMT | 60",
        "503 | Thu, 01 Jan 2099 00:00:00 GMT | 86400",
        "503 | Thu, 01 Jan 1970 00:00:00 GMT | 1",
        "500 | 120                           | 99",
        "200 | 120                           | 99",
      })
  void whatASiteAsksForIsBelievedBetweenASecondAndADay(int status, String value, long seconds)
      throws Refused {
    var answer =
        new Fetched(
            CanonicalUrl.of("http://bao.vn/"),
            0,
            status,
            Map.of("retry-after", value),
            new byte[0],
            0,
            0,
            null,
            null);
    assertThat(RetryAfter.of(answer, NOW, OTHERWISE)).hasSeconds(seconds);
  }
}
