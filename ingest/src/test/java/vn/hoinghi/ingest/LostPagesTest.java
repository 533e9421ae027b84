package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;

/** When losses are withdrawals, and when they are a move. */
class LostPagesTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final LostPages pages = new LostPages();

  @ParameterizedTest
  @CsvSource({"100, 5, false", "100, 6, true", "1000, 50, false", "1000, 51, true"})
  void moreThanOneInTwentyWithinADayIsAMove(int known, int lost, boolean moves) {
    there(known - lost, NOW.minus(HOUR));
    lost(lost, NOW.minus(HOUR));

    assertThat(pages.moving(NOW)).isEqualTo(moves);
    assertThat(pages.manyLostAround(NOW.minus(HOUR))).isEqualTo(moves);
    assertThat(pages.share(NOW)).isEqualTo((double) lost / known);
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void twoArticlesOfASmallSiteAreWithdrawnThreeAreAMove(int lost, boolean moves) {
    there(8, NOW);
    lost(lost, NOW);

    assertThat(pages.moving(NOW)).isEqualTo(moves);
  }

  @Test
  void ofALargeSiteThoseCountThatWereLookedAt() {
    there(100_000, NOW.minus(DAY.multipliedBy(10)));
    there(30, NOW);
    lost(20, NOW);

    assertThat(pages.moving(NOW)).isTrue();
    assertThat(pages.share(NOW)).isEqualTo(0.4);
  }

  @Test
  void lossesSpreadOverTimeAreNoMove() {
    there(1_000, NOW);
    for (int day = 0; day < 30; day++) {
      lost(5, NOW.minus(DAY.multipliedBy(day)));
    }

    assertThat(pages.moving(NOW)).isFalse();
    assertThat(pages.manyLostAround(NOW.minus(DAY.multipliedBy(15)))).isFalse();
  }

  @Test
  void aFifthWithinAMonthIsAMoveToo() {
    there(700, NOW);
    for (int day = 0; day < 30; day++) {
      lost(10, NOW.minus(DAY.multipliedBy(day)));
    }

    assertThat(pages.moving(NOW)).isFalse();
    assertThat(pages.manyLostAround(NOW.minus(DAY.multipliedBy(15)))).isTrue();
  }

  @Test
  void whatWasLostTogetherIsAMoveForAsLongAsItIsLost() {
    there(100, NOW);
    lost(30, NOW);
    Instant later = NOW.plus(DAY.multipliedBy(90));

    assertThat(pages.moving(later)).isFalse();
    assertThat(pages.manyLostAround(NOW)).isTrue();

    for (int i = 0; i < 28; i++) {
      pages.replace(article(NOW, NOW), article(later, null));
    }
    assertThat(pages.manyLostAround(NOW)).isFalse();
  }

  @Test
  void whatWasNeverAnArticleOfOursIsNotLost() {
    there(10, NOW);
    for (int i = 0; i < 10; i++) {
      FetchState state = article(NOW, NOW);
      state.setFirstIngestedAt(null);
      pages.replace(null, state);
    }

    assertThat(pages.moving(NOW)).isFalse();
  }

  private void there(int count, Instant seen) {
    for (int i = 0; i < count; i++) {
      pages.replace(null, article(seen, null));
    }
  }

  private void lost(int count, Instant since) {
    for (int i = 0; i < count; i++) {
      pages.replace(null, article(since, since));
    }
  }

  private static FetchState article(Instant seen, Instant goneSince) {
    return FetchState.newBuilder()
        .setHost("bao.example")
        .setUrl("http://bao.example/a.html")
        .setKind(FetchKind.ARTICLE)
        .setFirstIngestedAt(NOW.minus(DAY.multipliedBy(400)))
        .setLastFetchedAt(seen)
        .setGoneSince(goneSince)
        .setNextVisitAt(NOW)
        .build();
  }
}
