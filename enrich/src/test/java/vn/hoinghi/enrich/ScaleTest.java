package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.hoinghi.enrich.generator.GeneratedNews;

/** Two weeks of generated news; docs/scale.md tells how it goes for fifteen years. */
class ScaleTest {
  private static final int ARTICLES = 3_000;
  private static final int CHANGELOG_RECORD = 64 * 1024;

  @Test
  void theEventsOfABusyFortnightAreRightAndSmallInState() throws IOException {
    var lines = new ArrayList<ScaleRun.Line>();
    try (var run = new ScaleRun()) {
      run.read(new GeneratedNews(7, ARTICLES, 75), ARTICLES, lines::add);
    }
    ScaleRun.Line last = lines.get(lines.size() - 1);
    assertThat(last.articles()).isEqualTo(ARTICLES);
    assertThat(last.truth().f1()).as("B-cubed F1").isGreaterThan(0.98);
    // The task is no easy one: who goes by date, province and type alone fails
    assertThat(last.baseline()).isLessThan(0.85);
    assertThat(last.candidatesMost()).isLessThanOrEqualTo(50);
    assertThat(last.stateBytes()).isLessThan(2048);
    assertThat(last.largestValue()).isLessThan(CHANGELOG_RECORD);
  }
}
