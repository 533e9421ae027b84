package vn.hoinghi.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.avro.HealthStatus.DEAD;
import static vn.hoinghi.avro.HealthStatus.DRIFTED;
import static vn.hoinghi.avro.HealthStatus.HEALTHY;
import static vn.hoinghi.avro.HealthStatus.LEARNING;
import static vn.hoinghi.avro.HealthStatus.QUIET;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.schemas.Reason;

/** What is told of an outlet, and when; and that hearing it all again changes nothing. */
class JudgementsTest {
  private static final String MONDAY = "2026-03-02";

  @Test
  void figuresAreToldOnceADay() {
    var history = new History(MONDAY).days(60, History.DAILY);
    assertThat(history.told.size()).isBetween(58, 62);
    SourceHealth last = history.told.get(history.told.size() - 1);
    assertThat(last.getFetchedTotal()).isBetween(59 * 12L, 60 * 12L);
    assertThat(history.now().getFetched()).isEqualTo(12);
    assertThat(history.now().getAttempts()).isEqualTo(12 + 12);
    assertThat(last.getUsualFill()).containsEntry("text", last.getUsualFill().get("title"));
  }

  @Test
  void anotherJudgeThatHearsEverythingAgainTellsNothingTwice() {
    var whole = eventful(false);
    var handed = eventful(true);
    assertThat(handed.changes()).isEqualTo(whole.changes());
    assertThat(handed.told).hasToString(whole.told.toString());
    assertThat(whole.changes())
        .containsExactly(LEARNING, HEALTHY, QUIET, HEALTHY, DEAD, HEALTHY, DRIFTED);
  }

  private static History eventful(boolean handedOver) {
    var history = new History(MONDAY);
    List<Runnable> chapters =
        List.of(
            () -> history.days(30, History.DAILY),
            () -> history.days(4, History.NEVER),
            () -> history.days(10, History.DAILY),
            () -> history.failing(48, Reason.FETCH_CONNECT, null),
            () -> history.days(10, History.DAILY),
            () -> history.without("text").days(3, History.DAILY));
    for (Runnable chapter : chapters) {
      chapter.run();
      if (handedOver) {
        history.takenOver();
      }
    }
    return history;
  }

  @Test
  void lateAndRepeatedRecordsChangeNothing() {
    var history = new History(MONDAY).days(42, History.DAILY);
    SourceHealth before = history.now();
    var again = new java.util.ArrayList<>(history.outcomes);
    Collections.shuffle(again, new Random(5));
    again.forEach(history::tell);
    var articles = new java.util.ArrayList<>(history.articles);
    Collections.shuffle(articles, new Random(6));
    articles.forEach(history::tell);
    assertThat(history.now()).hasToString(before.toString());
  }

  @Test
  void whatIsRememberedStaysSmall() throws Exception {
    var history = new History(MONDAY).days(400, weekday -> 60);
    var bytes = new java.io.ByteArrayOutputStream();
    SourceHealth.getEncoder().encode(history.now(), bytes);
    assertThat(bytes.size()).isLessThan(8 * 1024);
  }
}
