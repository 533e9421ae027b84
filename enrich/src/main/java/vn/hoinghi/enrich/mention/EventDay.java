package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the days in a text is the gathering's. The day in its own clause is; where its clause
 * tells none, that of another clause that speaks of a gathering held, else the first day of the
 * lead. "Sáng nay" in a text of unknown publication is the day that the lead writes out.
 */
final class EventDay {
  private static final int LIKELY = 4;
  private static final int LEAD_SENTENCES = 3;
  private static final int BODY_SENTENCES = 8;
  private static final int OPENING = 30;

  private final Script script;
  private final LocalDate published;

  EventDay(Script script, LocalDate published) {
    this.script = script;
    this.published = published;
  }

  /** The day told of the gathering, or null. */
  Day of(Gathering gathering, List<Gathering> all) {
    Day day = told(gathering, all);
    day = day == null ? opening() : day;
    if (day == null || !day.isRelative() || published != null) {
      return day;
    }
    Day anchor = day.offset() == 0 ? opening() : null;
    anchor = anchor == null && day.offset() == 0 ? toldElsewhere(gathering, all) : anchor;
    return anchor == null ? day : anchor;
  }

  /**
   * "Hôm nay" here, and the day written out where the same gathering is spoken of again; a day with
   * its year is told of another one ("so với hội nghị đầu tiên ngày 29/4/2016").
   */
  private static Day toldElsewhere(Gathering gathering, List<Gathering> all) {
    return all.stream()
        .filter(other -> sameKind(gathering, other))
        .filter(other -> !other.day().isRelative() && other.day().year() == 0)
        .min(Comparator.comparingInt(Gathering::index))
        .map(Gathering::day)
        .orElse(null);
  }

  private Day told(Gathering gathering, List<Gathering> all) {
    if (gathering.day() != null) {
      return gathering.day();
    }
    for (Gathering other : all) {
      boolean held = other.tense() == Gathering.Tense.HELD && other.score() > LIKELY;
      if (held && other.day() != null && other.verb() != null) {
        return other.day();
      }
    }
    return all.stream()
        .filter(other -> sameKind(gathering, other))
        .min(Comparator.comparingInt(Gathering::index))
        .map(Gathering::day)
        .orElse(null);
  }

  /** Another mention of it, in the first part of the text, that has a day. */
  private static boolean sameKind(Gathering gathering, Gathering other) {
    return other.day() != null
        && other.tense() == Gathering.Tense.HELD
        && other.index() <= BODY_SENTENCES
        && other.noun().is("CONGRESS") == gathering.noun().is("CONGRESS");
  }

  /** A written day near the beginning of one of the first sentences. */
  private Day opening() {
    List<Span> sentences = script.sentences();
    for (int i = 0; i <= Math.min(LEAD_SENTENCES, sentences.size() - 1); i++) {
      Span sentence = sentences.get(i);
      for (Day day : script.days(sentence)) {
        boolean opens = day.lead() - sentence.start() <= OPENING;
        if (day.role() == Day.Role.EVENT && !day.isRelative() && opens) {
          return day;
        }
      }
    }
    return null;
  }
}
