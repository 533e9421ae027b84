package vn.hoinghi.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.avro.HealthStatus.HEALTHY;
import static vn.hoinghi.avro.HealthStatus.LEARNING;
import static vn.hoinghi.avro.HealthStatus.QUIET;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/** Who writes less than usual, and who only rests. */
class QuietOutletsTest {
  private static final String MONDAY = "2026-03-02";

  @Test
  void anOutletIsLearntAboutForTwoWeeksAndThenHealthy() {
    var history = new History(MONDAY).days(13, History.DAILY);
    assertThat(history.status()).isEqualTo(LEARNING);
    history.days(3, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
    assertThat(history.now().getArticlesPerDay()).isEqualTo(12);
    assertThat(history.now().getBecause()).isEqualTo("12 a day are usual");
  }

  @Test
  void quietAfterSteadyDaysIsNoticedWithinTwo() {
    var history = new History(MONDAY).days(42, History.DAILY);
    Instant last = history.now().getLastArticleAt();
    history.days(5, History.NEVER);
    assertThat(history.status()).isEqualTo(QUIET);
    assertThat(history.noticedAfter(last)).isBetween(Duration.ofDays(1), Duration.ofDays(2));
    assertThat(history.now().getBecause())
        .startsWith("nothing new for ")
        .contains("12 a day are usual, and pauses up to 12 hours");
  }

  @Test
  void whoeverWritesAgainIsHealthyAtOnceAndStaysSo() {
    var history = new History(MONDAY).days(42, History.DAILY).days(9, History.NEVER);
    history.days(21, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, QUIET, HEALTHY);
  }

  @Test
  void weekendsOfAnOutletThatRestsAlarmNobodyFromTheFirstOn() {
    var history = new History(MONDAY).days(26 * 7, History.WEEKDAYS);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
  }

  @Test
  void aDayOffInTheWeekAlarmsNobodyAndTwoDo() {
    var history = new History(MONDAY).days(56, History.WEEKDAYS);
    history.day(0).days(6, d -> d < 6 ? 8 : 0);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
    history.days(4, History.NEVER);
    assertThat(history.status()).isEqualTo(QUIET);
  }

  @Test
  void tetAlarmsNobody() {
    // Tết 2026 is on 17 February
    var history = new History("2025-12-01").days(75, History.WEEKDAYS);
    assertThat(history.midnight()).isEqualTo(Instant.parse("2026-02-13T17:00:00Z"));
    history.days(9, History.NEVER).days(14, History.WEEKDAYS);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
  }

  @Test
  void anArticleAFortnightIsAHabitToo() {
    History.Habit everyOther = weekday -> 0;
    var history = new History(MONDAY);
    for (int i = 0; i < 12; i++) {
      history.day(0).day(1).days(12, everyOther);
    }
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
    assertThat(history.now().getBecause()).isEqualTo("an article in 14 days is usual");
    Instant last = history.now().getLastArticleAt();
    history.days(100, History.NEVER);
    assertThat(history.status()).isEqualTo(QUIET);
    assertThat(history.noticedAfter(last)).isBetween(Duration.ofDays(28), Duration.ofDays(75));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2, 20})
  void chanceAlarmsHardlyAnybodyInAYear(double mean) {
    int alarms = 0;
    for (int seed = 0; seed < 6; seed++) {
      var history = new History(MONDAY, seed).day(3).chance(365, mean);
      alarms += Collections.frequency(history.changes(), QUIET);
    }
    assertThat(alarms).as("in six years").isLessThanOrEqualTo(2);
  }

  @Test
  void aBurstNeitherRaisesWhatIsUsualNorShortensPatience() {
    var history = new History(MONDAY).day(2_000).days(41, weekday -> weekday % 2);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
    assertThat(history.now().getArticlesPerDay()).isLessThan(1);
    history.day(500).days(14, weekday -> weekday % 2);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
  }

  @Test
  void whileNobodyLooksNobodyIsQuiet() {
    var history = new History(MONDAY).days(42, History.DAILY).away(30).days(7, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
  }

  @Test
  void anOutletWithoutAnArticleIsQuietOnceItHadTime() {
    var history = new History(MONDAY).days(16, History.NEVER);
    assertThat(history.changes()).containsExactly(LEARNING, QUIET);
    assertThat(history.now().getBecause()).startsWith("has never given an article, in 1");
  }

  @Test
  void listsThatAreGoneMakeAnOutletQuietToo() {
    var history = new History(MONDAY).days(42, History.DAILY);
    Instant from = history.midnight();
    for (int hour = 0; hour < 72; hour++) {
      Instant at = from.plus(Duration.ofHours(hour));
      history.tell(
          History.outcome(
              "/rss", at, FetchResult.FAILED, FetchKind.FEED, Reason.FETCH_STATUS_4XX, 404));
    }
    assertThat(history.status()).isEqualTo(QUIET);
  }
}
