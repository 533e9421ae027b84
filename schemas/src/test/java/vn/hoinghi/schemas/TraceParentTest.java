package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Instant NOON = Instant.parse("2025-02-18T05:00:00Z");

  private static String in(String text) {
    var headers = new RecordHeaders();
    headers.add(TraceParent.HEADER, text.getBytes(StandardCharsets.UTF_8));
    return TraceParent.in(headers);
  }

  @Test
  void aCaptureHasOneTraceForEverAndALaterOneAnother() {
    String first = TraceParent.of("a", NOON);
    assertThat(first)
        .isEqualTo(TraceParent.of("a", NOON))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(in(first)).isEqualTo(first);
    assertThat(TraceParent.of("a", NOON.plusMillis(1))).isNotEqualTo(first);
    assertThat(TraceParent.of("b", NOON)).isNotEqualTo(first);
  }

  @Test
  void aGoodOneIsKeptAndTheLastOfSeveralCounts() {
    assertThat(in(GOOD)).isEqualTo(GOOD);
    var headers = new RecordHeaders();
    TraceParent.put(headers, TraceParent.of("a", NOON));
    TraceParent.put(headers, GOOD);
    assertThat(TraceParent.in(headers, "b", NOON)).isEqualTo(GOOD);
    assertThat(TraceParent.in(new RecordHeaders(), "b", NOON)).isEqualTo(TraceParent.of("b", NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-extra",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01"
      })
  void aBadOneIsNone(String text) {
    assertThat(in(text)).isNull();
  }
}
