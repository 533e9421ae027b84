package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.util.Locale;

/** Figures as people say them. */
final class Words {
  private static final long MINUTES_AN_HOUR = 60;
  private static final long MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

  private Words() {}

  static String of(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes < 2 * MINUTES_AN_HOUR) {
      return minutes + " minutes";
    }
    return minutes < 2 * MINUTES_A_DAY
        ? minutes / MINUTES_AN_HOUR + " hours"
        : String.format(Locale.ROOT, "%.1f days", (double) minutes / MINUTES_A_DAY);
  }

  static String perDay(double articles) {
    return articles < 1 && articles > 0
        ? String.format(Locale.ROOT, "an article in %.0f days is", 1 / articles)
        : String.format(Locale.ROOT, articles < 10 ? "%.1f a day are" : "%.0f a day are", articles);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
