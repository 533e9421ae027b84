package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;

/**
 * Which of a host's articles went away, and when. One article that answers 410 was withdrawn; but
 * when a site moves, as those of the provinces did in July 2025, everything under its old addresses
 * is gone at once, and nothing was withdrawn. So a withdrawal is believed only while no more than
 * one in twenty of the host's articles are lost in a day.
 *
 * <p>Two counts tell, both from the fetch states alone: lost within 24 hours, of all that are
 * known; and, since a large site is not looked through in a day, of those that were looked at in
 * the last 24 hours. A site that is looked through in a month, and loses a fifth of its articles in
 * one, is moving too. Fewer than three lost articles are no move. What went together stays
 * together: a loss is judged by the days around it for as long as it lasts.
 *
 * <p>Equation, with one term for each article that was ever captured: known = Σ 1; lost(hour) = Σ
 * [goneSince in hour]; looked(hour) = Σ [newest visit in hour].
 */
final class LostPages {
  private static final int FEW = 3;
  private static final int ONE_IN = 20;
  private static final int ONE_IN_A_MONTH = 5;
  private static final long DAY = Duration.ofDays(1).toHours();
  private static final long MONTH = Duration.ofDays(31).toHours();

  private final NavigableMap<Long, Integer> lost = new TreeMap<>();
  private final NavigableMap<Long, Integer> looked = new TreeMap<>();
  private long newest = Long.MIN_VALUE;
  private int known;
  private int lostInAll;

  /**
   * Takes a URL's new state in the place of the one before, which may be null.
   *
   * @return this
   */
  LostPages replace(FetchState before, FetchState after) {
    count(before, -1);
    count(after, 1);
    return this;
  }

  private void count(FetchState state, int by) {
    if (state == null
        || state.getKind() != FetchKind.ARTICLE
        || state.getFirstIngestedAt() == null) {
      return;
    }
    known += by;
    Instant visit = state.getLastFetchedAt();
    if (state.getGoneSince() != null) {
      add(lost, hour(state.getGoneSince()), by);
      lostInAll += by;
      visit = visit == null || visit.isBefore(state.getGoneSince()) ? state.getGoneSince() : visit;
    }
    if (visit != null) {
      looked(hour(visit), by);
    }
  }

  /** Only the last day is ever asked for. */
  private void looked(long hour, int by) {
    newest = Math.max(newest, hour);
    looked.headMap(newest - DAY, true).clear();
    if (hour > newest - DAY) {
      add(looked, hour, by);
    }
  }

  private static void add(NavigableMap<Long, Integer> counts, long hour, int by) {
    counts.merge(hour, by, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** Share of the articles looked at in the day up to now that were lost in it, 0 to 1. */
  double share(Instant now) {
    return (double) gone(now) / Math.max(1, seen(now));
  }

  /** Whether the site seems to be on the move now. */
  boolean moving(Instant now) {
    return gone(now) >= FEW && gone(now) * ONE_IN > seen(now);
  }

  /** How many articles have to be looked at before one of them is believed to be withdrawn. */
  int wanting(Instant now) {
    int standing = known - lostInAll + gone(now);
    return Math.max(0, Math.min(standing, ONE_IN) - seen(now));
  }

  private int gone(Instant now) {
    return sum(lost, hour(now) - DAY + 1, hour(now));
  }

  private int seen(Instant now) {
    return Math.max(gone(now), sum(looked, hour(now) - DAY + 1, hour(now)));
  }

  /** Whether what is gone since then went together with too many others that did not come back. */
  boolean manyLostAround(Instant goneSince) {
    long hour = hour(goneSince);
    return most(hour, DAY) * ONE_IN > known || most(hour, MONTH) * ONE_IN_A_MONTH > known;
  }

  /** The most that were lost in any stretch of so many hours around one; 0 where they are few. */
  private long most(long hour, long hours) {
    int most = sum(lost, hour - hours + 1, hour);
    for (long end : lost.subMap(hour, false, hour + hours, false).keySet()) {
      most = Math.max(most, sum(lost, end - hours + 1, end));
    }
    return most < FEW ? 0 : most;
  }

  private static int sum(NavigableMap<Long, Integer> counts, long from, long to) {
    return counts.subMap(from, true, to, true).values().stream().mapToInt(n -> n).sum();
  }

  private static long hour(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }
}
