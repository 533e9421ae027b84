package vn.hoinghi.enrich.resolve;

import static vn.hoinghi.enrich.resolve.Signal.*;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Qualifier;

/**
 * Whether two articles report one conference, judged on facts: the sum of the weights of what
 * agrees and differs (Fellegi and Sunter 1969), added in field order in integers, unless a {@link
 * CannotLink} decides. Symmetric.
 */
final class Comparison {
  private static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);
  private static final int LONGEST = 4;
  private static final int DUPLICATE = 70;
  private static final int ALIKE = 35;
  private static final int CONTAINED = 70;
  private static final int UNLIKE = 3;

  private final Facts a;
  private final Facts b;
  private final Consumer<Signal> listener;
  private final boolean sameText;
  private final boolean likeText;
  private int score;

  private Comparison(Facts a, Facts b, Consumer<Signal> listener) {
    this.a = a;
    this.b = b;
    this.listener = listener;
    int similarity = a.member.sketch().similarity(b.member.sketch());
    int containment = a.member.sketch().containment(b.member.sketch());
    this.sameText = similarity >= DUPLICATE;
    this.likeText = similarity >= ALIKE || containment >= CONTAINED;
  }

  static Verdict of(Facts a, Facts b) {
    return of(a, b, signal -> {});
  }

  /** As {@link #of(Facts, Facts)}, telling each signal that counted. */
  static Verdict of(Facts a, Facts b, Consumer<Signal> listener) {
    var comparison = new Comparison(a, b, listener);
    CannotLink apart = comparison.apart();
    comparison.add(PRIOR);
    comparison.time();
    comparison.place();
    comparison.body();
    comparison.ordinals();
    comparison.matter();
    comparison.people();
    comparison.words();
    return new Verdict(comparison.bounded(), apart);
  }

  private void add(Signal signal) {
    score += signal.weight();
    listener.accept(signal);
  }

  /** Without a date only the text, or the body with its ordinal, can carry a link. */
  private int bounded() {
    boolean undated = a.days.isUnknown() || b.days.isUnknown();
    return undated && !likeText && !sameOrdinal() ? Math.min(score, 0) : score;
  }

  private CannotLink apart() {
    if (differ(a.mention.getPlenumOrdinal(), b.mention.getPlenumOrdinal())) {
      return CannotLink.OTHER_PLENUM;
    }
    if (otherProvince()) {
      return CannotLink.OTHER_PROVINCE;
    }
    if (bothAt(Level.COMMUNE) && differ(a.commune, b.commune)) {
      return CannotLink.OTHER_COMMUNE;
    }
    boolean below = a.level == b.level && (bothAt(Level.DISTRICT) || bothAt(Level.COMMUNE));
    if (below && differ(a.district, b.district)) {
      return CannotLink.OTHER_DISTRICT;
    }
    if (daysApart() > 1 && !likeText && !sameOrdinal() && !ofSeveralDays()) {
      return CannotLink.OTHER_DAYS;
    }
    if (otherLevel()) {
      return CannotLink.OTHER_LEVEL;
    }
    return otherSitting() ? CannotLink.OTHER_SITTING : null;
  }

  private boolean otherProvince() {
    boolean placed = !a.province.isEmpty() && !b.province.isEmpty();
    boolean territorial = territorial(a.level) && territorial(b.level);
    return placed && territorial && !sameText && province() == PROVINCE_DIFFER;
  }

  private boolean otherLevel() {
    boolean territorial = territorial(a.level) && territorial(b.level) && a.level != b.level;
    return territorial && !sameText && differ(a.body, b.body);
  }

  private boolean otherSitting() {
    boolean otherPart =
        known(a.mention.getDayPart())
            && known(b.mention.getDayPart())
            && a.mention.getDayPart() != b.mention.getDayPart();
    boolean oneDay = !a.days.isUnknown() && a.days.equals(b.days);
    return oneDay && otherPart && otherType() && !likeText;
  }

  private boolean otherType() {
    ConferenceType mine = a.mention.getType();
    ConferenceType theirs = b.mention.getType();
    return mine != theirs && mine != ConferenceType.OTHER && theirs != ConferenceType.OTHER;
  }

  private void time() {
    if (a.days.isUnknown() || b.days.isUnknown()) {
      return;
    }
    boolean yearless = a.days.yearless() || b.days.yearless();
    int gap = daysApart();
    if (gap > 1 && ofSeveralDays()) {
      add(DATE_NEAR);
    } else if (gap > 1) {
      add(yearless ? DATE_YEARLESS_APART : DATE_APART);
    } else if (gap == 1) {
      add(bothOf(ConferenceType.CONGRESS) ? DATE_ADJACENT_CONGRESS : DATE_ADJACENT);
    } else if (yearless) {
      add(DATE_YEARLESS_SAME);
    } else {
      add(a.days.sameStart(b.days) ? DATE_SAME : DATE_OVERLAP);
    }
    if (gap <= 0 && known(a.mention.getDayPart()) && known(b.mention.getDayPart())) {
      add(a.mention.getDayPart() == b.mention.getDayPart() ? DAYPART_SAME : DAYPART_DIFFER);
    }
  }

  private void place() {
    if (a.level != Level.UNKNOWN && b.level != Level.UNKNOWN) {
      add(a.level == b.level ? LEVEL_SAME : LEVEL_DIFFER);
    }
    if (a.province.isEmpty() && b.province.isEmpty()) {
      add(PROVINCE_NONE);
    } else if (!a.province.isEmpty() && !b.province.isEmpty()) {
      add(province());
    }
    judge(a.district, b.district, DISTRICT_SAME, DISTRICT_DIFFER);
    judge(a.commune, b.commune, COMMUNE_SAME, COMMUNE_DIFFER);
  }

  private Signal province() {
    if (a.provinceName.equals(b.provinceName)) {
      return PROVINCE_SAME;
    }
    boolean newMap = a.days.mayBeSince(NEW_MAP) || b.days.mayBeSince(NEW_MAP);
    return newMap && a.province.equals(b.province) ? PROVINCE_SUCCESSOR : PROVINCE_DIFFER;
  }

  private void body() {
    if (!a.body.isEmpty() && !b.body.isEmpty()) {
      boolean related = a.body.contains(b.body) || b.body.contains(a.body);
      add(a.body.equals(b.body) ? BODY_SAME : related ? BODY_RELATED : BODY_DIFFER);
    }
    if (a.mention.getType() == b.mention.getType()) {
      add(TYPE_SAME);
    } else if (otherType()) {
      add(TYPE_DIFFER);
    }
  }

  private void ordinals() {
    if (same(a.mention.getPlenumOrdinal(), b.mention.getPlenumOrdinal())) {
      add(PLENUM_SAME);
    }
    judge(
        a.mention.getCongressOrdinal(),
        b.mention.getCongressOrdinal(),
        CONGRESS_SAME,
        CONGRESS_DIFFER);
    judge(a.term, b.term, TERM_SAME, TERM_DIFFER);
  }

  private void matter() {
    if (!a.documents.isEmpty() && !b.documents.isEmpty()) {
      boolean disjoint = Collections.disjoint(a.documents, b.documents);
      add(disjoint ? DOCUMENT_DIFFER : DOCUMENT_SHARED);
    }
    count(a.mention.getAttendees(), b.mention.getAttendees(), true);
    count(a.mention.getVenues(), b.mention.getVenues(), false);
  }

  private void count(Count mine, Count theirs, boolean attendees) {
    if (mine == null || theirs == null) {
      return;
    }
    long gap = Math.abs((long) mine.getValue() - theirs.getValue());
    long larger = Math.max(mine.getValue(), theirs.getValue());
    boolean rounded =
        mine.getQualifier() != Qualifier.EXACT || theirs.getQualifier() != Qualifier.EXACT;
    if (gap == 0) {
      add(attendees ? ATTENDEES_SAME : VENUES_SAME);
    } else if (!attendees || gap * 10 > larger || !rounded) {
      add(attendees ? ATTENDEES_DIFFER : VENUES_DIFFER);
    } else {
      add(ATTENDEES_NEAR);
    }
  }

  private void people() {
    int shared = shared(a.persons, b.persons);
    if (shared > 0) {
      add(shared == 1 ? PERSON_ONE : shared == 2 ? PERSON_TWO : PERSON_MANY);
    } else if (a.persons.size() >= 2 && b.persons.size() >= 2) {
      add(PERSON_NONE);
    }
    if (!a.chairs.isEmpty() && !b.chairs.isEmpty()) {
      add(shared(a.chairs, b.chairs) > 0 ? CHAIR_SAME : CHAIR_DIFFER);
    }
  }

  private void words() {
    int union = a.titleWords.size() + b.titleWords.size();
    int common = shared(a.titleWords, b.titleWords);
    if (union > 0) {
      int percent = common * 100 / (union - common);
      add(percent >= 50 ? TITLE_ALIKE : percent >= 25 ? TITLE_SOME : TITLE_UNLIKE);
    }
    Sketch mine = a.member.sketch();
    Sketch theirs = b.member.sketch();
    if (mine.isNone() || theirs.isNone()) {
      return;
    }
    if (sameText) {
      add(TEXT_DUPLICATE);
    } else if (likeText) {
      add(mine.similarity(theirs) >= ALIKE ? TEXT_ALIKE : TEXT_CONTAINED);
    } else if (mine.similarity(theirs) < UNLIKE) {
      add(TEXT_UNLIKE);
    }
  }

  private boolean sameOrdinal() {
    boolean numbered =
        same(a.mention.getPlenumOrdinal(), b.mention.getPlenumOrdinal())
            || (bothOf(ConferenceType.CONGRESS)
                && (same(a.mention.getCongressOrdinal(), b.mention.getCongressOrdinal())
                    || same(a.term, b.term)));
    return numbered
        && a.area().equals(b.area())
        && !differ(a.body, b.body)
        && !differ(a.term, b.term);
  }

  /** What lasts for days is reported day by day, so that two reports may lie some days apart. */
  private boolean ofSeveralDays() {
    boolean lasting = bothOf(ConferenceType.CONGRESS) || bothOf(ConferenceType.TRAINING);
    return lasting
        && daysApart() <= LONGEST
        && a.area().equals(b.area())
        && !differ(a.body, b.body);
  }

  private int daysApart() {
    return a.days.isUnknown() || b.days.isUnknown() ? 0 : a.days.gap(b.days);
  }

  private boolean bothAt(Level level) {
    return a.level == level && b.level == level;
  }

  private boolean bothOf(ConferenceType type) {
    return a.mention.getType() == type && b.mention.getType() == type;
  }

  private <T> void judge(T mine, T theirs, Signal same, Signal differ) {
    if (same(mine, theirs)) {
      add(same);
    } else if (differ(mine, theirs)) {
      add(differ);
    }
  }

  private static boolean given(Object value) {
    return value != null && !value.equals("");
  }

  private static <T> boolean same(T mine, T theirs) {
    return given(mine) && mine.equals(theirs);
  }

  private static <T> boolean differ(T mine, T theirs) {
    return given(mine) && given(theirs) && !mine.equals(theirs);
  }

  private static boolean known(DayPart part) {
    return part != null && part != DayPart.UNKNOWN;
  }

  private static boolean territorial(Level level) {
    return level != Level.UNKNOWN && level != Level.ORGANISATION;
  }

  private static int shared(Set<String> mine, Set<String> theirs) {
    Set<String> small = mine.size() <= theirs.size() ? mine : theirs;
    Set<String> large = small == mine ? theirs : mine;
    int shared = 0;
    for (String value : small) {
      shared += large.contains(value) ? 1 : 0;
    }
    return shared;
  }
}
