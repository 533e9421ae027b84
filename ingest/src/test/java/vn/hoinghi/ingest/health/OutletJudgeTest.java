package vn.hoinghi.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.avro.HealthStatus.BLOCKED;
import static vn.hoinghi.avro.HealthStatus.DEAD;
import static vn.hoinghi.avro.HealthStatus.DRIFTED;
import static vn.hoinghi.avro.HealthStatus.HEALTHY;
import static vn.hoinghi.avro.HealthStatus.LEARNING;
import static vn.hoinghi.avro.HealthStatus.MOVED;
import static vn.hoinghi.avro.HealthStatus.QUIET;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.SourceHealth;
import vn.hoinghi.schemas.Reason;

class OutletJudgeTest {
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

  @Test
  void robotsThatForbidEverythingBlock() {
    var history = new History(MONDAY).days(42, History.DAILY);
    Instant from = history.midnight();
    history.failing(96, Reason.ROBOTS_DISALLOWED, null);
    assertThat(history.status()).isEqualTo(BLOCKED);
    assertThat(history.noticedAfter(from)).isBetween(Duration.ofHours(2), Duration.ofDays(2));
    assertThat(history.now().getBecause())
        .contains("of the last 32 attempts at articles, last by ROBOTS_DISALLOWED");
    history.days(5, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, BLOCKED, HEALTHY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"FETCH_STATUS_4XX", "FETCH_STATUS_5XX"})
  void refusalsByStatusBlockFromTheStartToo(Reason reason) {
    int status = reason == Reason.FETCH_STATUS_4XX ? 403 : 429;
    var history = new History(MONDAY).failing(48, reason, status);
    assertThat(history.changes()).containsExactly(LEARNING, BLOCKED);
    assertThat(history.now().getBecause()).endsWith("last by " + reason + " " + status);
  }

  @Test
  void aSmallOutletWhoseOneFeedIsForbiddenIsBlockedAfterThreeTries() {
    var history = new History(MONDAY).days(42, weekday -> weekday % 2);
    for (int days : new int[] {0, 1, 3}) {
      assertThat(history.status()).isEqualTo(HEALTHY);
      Instant at = history.midnight().plus(Duration.ofDays(days));
      history.tell(
          History.outcome(
              "/rss", at, FetchResult.FAILED, FetchKind.FEED, Reason.FETCH_STATUS_4XX, 403));
    }
    assertThat(history.status()).isEqualTo(BLOCKED);
    assertThat(history.now().getBecause()).contains("attempts at its lists");
  }

  @Test
  void someForbiddenPagesAreNoBlock() {
    var history = new History(MONDAY);
    for (int day = 0; day < 40; day++) {
      Instant noon = history.midnight().plus(Duration.ofHours(12)).plusSeconds(300);
      history.days(1, History.DAILY);
      for (int i = 0; i < 3; i++) {
        history.tell(
            History.outcome(
                "/tim/" + i,
                noon.plus(Duration.ofHours(12)).minusSeconds(300 - i),
                FetchResult.REFUSED,
                FetchKind.ARTICLE,
                Reason.ROBOTS_DISALLOWED,
                null));
      }
    }
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
    assertThat(history.now().getRefused()).isEqualTo(Map.of("ROBOTS_DISALLOWED", 3L));
  }

  @Test
  void aHostThatTheNameServiceHasForgottenIsDeadAfterADay() {
    var history = new History(MONDAY).days(42, History.DAILY);
    Instant from = history.midnight();
    history.failing(23, Reason.FETCH_DNS, null);
    assertThat(history.status()).isEqualTo(HEALTHY);
    history.failing(48, Reason.FETCH_DNS, null);
    assertThat(history.status()).isEqualTo(DEAD);
    assertThat(history.noticedAfter(from)).isBetween(Duration.ofHours(24), Duration.ofHours(25));
    assertThat(history.now().getBecause()).startsWith("no answer to ").endsWith("last FETCH_DNS");
    history.days(3, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, DEAD, HEALTHY);
  }

  @Test
  void aHostThatStaggersDoesNotFlap() {
    var history = new History(MONDAY).days(42, History.DAILY);
    for (int i = 0; i < 40; i++) {
      history.failing(20, Reason.FETCH_STATUS_5XX, 503).day(12);
    }
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY);
  }

  @Test
  void whatWentAwayInOneDayHasMoved() {
    var history = new History(MONDAY).days(42, History.DAILY);
    FetchOutcome gone =
        History.outcome(
            "/1.html",
            history.midnight(),
            FetchResult.GONE,
            FetchKind.ARTICLE,
            Reason.FETCH_STATUS_4XX,
            404);
    gone.setGoneShare(0.31);
    history.tell(gone);
    assertThat(history.status()).isEqualTo(MOVED);
    assertThat(history.now().getBecause())
        .isEqualTo("31 % of its known articles went away within a day");
    history.days(3, History.DAILY);
    assertThat(history.changes()).containsExactly(LEARNING, HEALTHY, MOVED, HEALTHY);
  }

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
