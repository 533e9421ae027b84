package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;

/**
 * Is a gathering news, still to come, or history? Its words may say so ("sẽ", "cách đây"), or its
 * day may, seen from the day of publication or from the newest year of the text. A report that
 * looks ahead to the next gathering, or back to an earlier one, is still a report of its own: where
 * the weightiest gathering is not of now, one that is and that opens the article goes before it.
 */
final class Vintage {
  private static final int FIRST_WEB_YEAR = 1997;
  private static final int FRESH_DAYS = 120;

  /** The headline and what a reader calls the beginning. */
  private static final int OPENING = 3;

  private static final int SUBSTANTIAL = 5;

  private final Script script;
  private final LocalDate published;

  Vintage(Script script, LocalDate published) {
    this.script = script;
    this.published = published;
  }

  /** The gathering that the article is about; of those given, the likeliest stand first. */
  Gathering reported(List<Gathering> gatherings) {
    Gathering first = gatherings.get(0);
    if (isOfNow(first)) {
      return first;
    }
    for (Gathering other : gatherings) {
      boolean opens = other.index() <= OPENING && other.index() <= first.index();
      if (opens && other.day() != null && other.score() >= SUBSTANTIAL && isOfNow(other)) {
        return other;
      }
    }
    return first;
  }

  private boolean isOfNow(Gathering gathering) {
    return gathering.tense() == Gathering.Tense.HELD
        && !isToCome(gathering)
        && !isLongAgo(gathering);
  }

  boolean isToCome(Gathering gathering) {
    if (gathering.tense() == Gathering.Tense.FUTURE) {
      return true;
    }
    LocalDate start = start(gathering);
    return start != null && start.isAfter(published);
  }

  boolean isLongAgo(Gathering gathering) {
    Day day = gathering.day();
    if (gathering.tense() == Gathering.Tense.PAST) {
      return true;
    }
    if (day == null || day.isRelative()) {
      return false;
    }
    if (published != null) {
      LocalDate start = start(gathering);
      return start != null && start.isBefore(published.minusDays(FRESH_DAYS));
    }
    boolean beforeTheWeb = day.year() < FIRST_WEB_YEAR;
    return day.year() != 0 && (beforeTheWeb || Years.newest(script) - day.year() >= 2);
  }

  private LocalDate start(Gathering gathering) {
    Day day = gathering.day();
    boolean told = day != null && !day.isRelative() && published != null;
    return told ? Years.near(day, published) : null;
  }
}
