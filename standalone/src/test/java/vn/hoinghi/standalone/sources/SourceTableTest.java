package vn.hoinghi.standalone.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.HealthStatus;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.standalone.terminal.Paint;

class SourceTableTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T23:30:00Z");

  @Test
  void theWorstComeFirstAndWhyStandsBelow() {
    var well = source("an.example", HealthStatus.HEALTHY).build();
    var quiet = source("binh.example", HealthStatus.QUIET).setBecause("nothing new for 3.1 days");
    var dead = source("chau.example", HealthStatus.DEAD).setBecause("no answer to 26 attempts");

    List<String> lines =
        SourceTable.lines(
            List.of(well, quiet.build(), dead.build()).stream()
                .sorted(SourceTable.WORST_FIRST)
                .toList(),
            Paint.PLAIN);

    assertThat(lines).hasSize(7);
    assertThat(lines.get(1)).startsWith("DEAD      2026-03-03 06:30  chau.example");
    assertThat(lines.get(2)).isEqualTo("          no answer to 26 attempts");
    assertThat(lines.get(3)).startsWith("QUIET ");
    assertThat(lines.get(5)).startsWith("HEALTHY ");
    assertThat(lines.get(6)).isEqualTo("3 outlets: 1 dead, 1 quiet, 1 healthy (times of Vietnam)");
  }

  @Test
  void aRowTellsFiguresSharesAndTheMostFrequentReasons() {
    var source =
        source("an.example", HealthStatus.HEALTHY)
            .setLastArticleAt(SINCE)
            .setArticlesPerDay(0.25)
            .setFetched(3)
            .setFetchedTotal(1204)
            .setRecentFill(Map.of("text", 0.98, "conference", 0.1))
            .setRefused(
                Map.of(
                    "ROBOTS_DISALLOWED", 2L,
                    "FETCH_DNS", 5L,
                    "FETCH_TLS", 1L,
                    "FETCH_SLOW", 1L))
            .build();

    assertThat(SourceTable.lines(List.of(source), Paint.PLAIN).get(1))
        .endsWith(
            "2026-03-03 06:30     0.3       3      1204   98 %   10 %       2"
                + "  FETCH_DNS 5, ROBOTS_DISALLOWED 2, FETCH_SLOW 1");
  }

  @Test
  void nothingThatAnOutletSaysReachesTheTerminalAsACommand() {
    var source = source("an.example", HealthStatus.DEAD).setBecause("\u001b[2J").build();
    assertThat(String.join("", SourceTable.lines(List.of(source), Paint.PLAIN)))
        .doesNotContain("\u001b");
  }

  private static SourceHealth.Builder source(String host, HealthStatus status) {
    return SourceHealth.newBuilder().setHost(host).setStatus(status).setAt(SINCE).setSince(SINCE);
  }
}
