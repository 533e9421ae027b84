package vn.hoinghi.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoinghi.avro.HealthStatus.BLOCKED;
import static vn.hoinghi.avro.HealthStatus.DEAD;
import static vn.hoinghi.avro.HealthStatus.HEALTHY;
import static vn.hoinghi.avro.HealthStatus.LEARNING;
import static vn.hoinghi.avro.HealthStatus.MOVED;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.Reason;

/** Who shuts us out, is gone, or has moved. */
class UnreachedOutletsTest {
  private static final String MONDAY = "2026-03-02";

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
}
