package vn.hoinghi.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.avro.HealthStatus.DRIFTED;
import static vn.hoinghi.avro.HealthStatus.HEALTHY;
import static vn.hoinghi.avro.HealthStatus.LEARNING;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose pages cannot be read as they could before. */
class DriftedOutletsTest {
  private static final String MONDAY = "2026-03-02";

  @Test
  void aNewLayoutIsNoticedAfterSixArticlesAndNotAfterFive() {
    var history = new History(MONDAY).days(42, History.DAILY).without("text", "publishedAt");
    history.day(5);
    assertThat(history.status()).isEqualTo(HEALTHY);
    history.day(2);
    assertThat(history.status()).isEqualTo(DRIFTED);
    assertThat(history.now().getBecause())
        .isEqualTo(
            "publishedAt in 17 of the last 24 articles, usually in 100 %;"
                + " text in 17 of the last 24 articles, usually in 100 %");
    history.with(History.ALL_FIELDS).days(3, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, DRIFTED, HEALTHY);
  }

  @Test
  void anArticleThatComesLateIsNoEvidence() {
    var history = new History(MONDAY).days(42, History.DAILY).without("text").day(8);
    assertThat(history.status()).isEqualTo(DRIFTED);
    Instant before = history.now().getLastArticleAt().minusSeconds(1);
    for (int i = 0; i < 20; i++) {
      history.tell(
          new ArticleFacts(History.HOST, "late" + i, before.minusMillis(i), History.ALL_FIELDS));
    }
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, DRIFTED);
  }

  @Test
  void halfOfThePagesInANewLayoutAreNoticedToo() {
    var history = new History(MONDAY).days(42, History.DAILY);
    for (int i = 0; i < 30; i++) {
      history.without("text").day(1).with(History.ALL_FIELDS).day(1);
    }
    assertThat(history.status()).isEqualTo(DRIFTED);
    assertThat(history.now().getRecentFill()).containsEntry("text", 0.5);
  }

  @Test
  void aFewArticlesOrAFieldThatWasAlwaysRareProveNothing() {
    var few = new History(MONDAY).days(2, History.DAILY).without("text").days(1, History.DAILY);
    assertThat(few.changes()).containsExactly(LEARNING);
    var random = new Random(7);
    var rare = new History(MONDAY);
    for (int i = 0; i < 200; i++) {
      boolean named = random.nextInt(4) == 0;
      rare.without(named ? new String[0] : new String[] {"author", "conference"}).day(3);
    }
    assertThat(rare.changes()).containsExactly(LEARNING, HEALTHY);
    assertThat(rare.now().getUsualFill().get("conference")).isBetween(0.1, 0.4);
  }

  @Test
  void anOutletThatNamesNoAuthorsAnyMoreHasANewHabitAfterAMonth() {
    var history = new History(MONDAY).days(42, History.DAILY).without("author");
    history.days(45, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, DRIFTED, HEALTHY);
    history.without("author", "text").days(45, History.DAILY);
    assertThat(history.status()).as("texts are no habit").isEqualTo(DRIFTED);
  }
}
