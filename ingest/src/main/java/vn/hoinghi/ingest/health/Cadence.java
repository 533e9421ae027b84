package vn.hoinghi.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.CadenceMemory;

/**
 * Whether new articles come as usual. A pause is measured in surprise: each quarter of a day in
 * which its lists were read and nothing new came adds as many bits as articles usually come in that
 * quarter of the week, so that a night, a Sunday or Tết hardly count where nobody writes then.
 * Quiet is a pause of more than twice the surprise of those it knows, and of a day at least. (By
 * the time-rescaling theorem, pauses measured so are alike at all hours: Brown et al., The
 * time-rescaling theorem, Neural Computation 14, 2002. That they still come in clusters is why its
 * own pauses are the yardstick.)
 *
 * <p>Time passes only by lists that were read: while we are away, nobody is quiet.
 */
final class Cadence {
  private static final int ENOUGH_PAUSES = 6;
  private static final int LONG_ENOUGH = 12;

  /**
   * Lists are read at least so often; a longer stretch without is one in which we were not there.
   */
  private static final Duration LONGEST_LOOK_AWAY = Duration.ofHours(36);

  /** The same where a list could not be read meanwhile. */
  private static final Duration LONGEST_INTERRUPTION = Duration.ofHours(6);

  private final CadenceMemory memory;
  private final HealthRules rules;
  private final Instant firstAt;
  private final Week week;
  private final Pauses pauses;
  private final Days days;
  private final List<Long> news;

  Cadence(CadenceMemory memory, Instant firstAt, HealthRules rules) {
    this.memory = memory;
    this.rules = rules;
    this.firstAt = firstAt;
    week = new Week(memory);
    pauses = new Pauses(memory);
    days = new Days(memory);
    news = new ArrayList<>(memory.getNews());
    memory.setNews(news);
    if (memory.getNext() == 0) {
      memory.setNext(Quarters.of(firstAt));
      memory.setPauseFrom(memory.getNext());
    }
  }

  /** An article came that had not been known. */
  void published(Instant at) {
    long quarter = Quarters.of(at);
    if (memory.getLastNewAt() != null) {
      pauses.ended(quarter, 0, Duration.between(memory.getLastNewAt(), at));
    }
    if (memory.getQuiet()) {
      endQuiet(quarter);
    }
    memory.setLastNewAt(at);
    days.count(Quarters.day(quarter));
    if (!news.contains(quarter)) {
      news.add(quarter);
    }
  }

  /** What was no habit is not learnt; that it happened is. */
  private void endQuiet(long quarter) {
    pauses.ended(quarter, memory.getSurprise(), Duration.ZERO);
    memory.setQuiet(false);
    memory.setSurprise(0);
    memory.setPauseFrom(Math.max(quarter, memory.getNext()));
  }

  /** A list was read, whatever was in it. */
  void looked(Instant at) {
    long quarter = Quarters.of(at);
    if (memory.getNewestLookAt() != null) {
      Duration away = Duration.between(memory.getNewestLookAt(), at);
      Duration most = memory.getInterrupted() ? LONGEST_INTERRUPTION : LONGEST_LOOK_AWAY;
      if (away.compareTo(most) > 0) {
        passOver(quarter);
      }
    }
    if (memory.getLookedAt() == null || quarter > memory.getLookedQuarter()) {
      memory.setLookedQuarter(quarter);
      memory.setLookedAt(at);
    }
    memory.setNewestLookAt(at);
    memory.setInterrupted(false);
  }

  /** A list could not be read. */
  void missed() {
    memory.setInterrupted(true);
  }

  /** What we did not see is neither silence nor habit. */
  private void passOver(long quarter) {
    memory.setNext(Math.max(quarter, memory.getNext()));
    memory.setPauseFrom(memory.getNext());
  }

  /**
   * It is so late now: judges the quarters that were over when a list was read, once its articles
   * have come.
   */
  void passed(Instant now) {
    if (memory.getLookedAt() == null || now.isBefore(memory.getLookedAt().plus(rules.settle()))) {
      return;
    }
    long until = memory.getLookedQuarter();
    while (memory.getNext() < until) {
      long quarter = memory.getNext();
      memory.setNext(quarter + 1);
      if (news.remove(quarter)) {
        active(quarter);
      } else if (!Holidays.contain(Quarters.date(quarter))) {
        memory.setSurprise(memory.getSurprise() + week.surprise(quarter));
      }
    }
    news.removeIf(quarter -> quarter < memory.getNext());
    memory.setQuiet(memory.getQuiet() || isQuiet());
  }

  private void active(long quarter) {
    for (long each = memory.getPauseFrom(); each < quarter; each++) {
      if (!Holidays.contain(Quarters.date(each))) {
        week.learn(each, false);
      }
    }
    week.learn(quarter, true);
    pauses.ended(quarter, memory.getSurprise(), Duration.ZERO);
    memory.setPauses(memory.getPauses() + 1);
    memory.setSurprise(0);
    memory.setPauseFrom(quarter + 1);
  }

  private boolean isQuiet() {
    if (!learnt()) {
      return false;
    }
    return memory.getLastNewAt() == null
        || (memory.getSurprise() >= pauses.tolerated()
            && silence().compareTo(rules.quietAfter()) >= 0);
  }

  /** Whether its habits are known: enough pauses, or long enough. */
  boolean learnt() {
    Duration known = Duration.between(firstAt, judgedUntil());
    return known.compareTo(rules.learn()) >= 0
        && (memory.getPauses() >= ENOUGH_PAUSES
            || memory.getLastNewAt() == null
            || known.compareTo(rules.learn().multipliedBy(LONG_ENOUGH)) >= 0);
  }

  private Duration silence() {
    Instant last = memory.getLastNewAt() == null ? firstAt : memory.getLastNewAt();
    return Duration.between(last, judgedUntil());
  }

  private Instant judgedUntil() {
    return Quarters.start(memory.getNext());
  }

  boolean quiet() {
    return memory.getQuiet();
  }

  String because() {
    if (memory.getLastNewAt() == null) {
      return "has never given an article, in " + Words.of(silence());
    }
    return "nothing new for %s; %s usual, and pauses up to %s"
        .formatted(Words.of(silence()), perDayWords(), Words.of(pauses.usual()));
  }

  String perDayWords() {
    return Words.perDay(perDay());
  }

  double perDay() {
    return days.perDay(Quarters.day(Quarters.of(firstAt)));
  }

  /** Null where none is known. */
  Long usualPauseMillis() {
    long millis = pauses.usual().toMillis();
    return millis == 0 ? null : millis;
  }
}
