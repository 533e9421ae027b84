package vn.hoinghi.enrich.resolve;

import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;

/** Two members side by side, with what several kinds of signs ask about them. */
final class Pair {
  /** From here on two texts are one, reprinted. Percent of estimated similarity. */
  static final int DUPLICATE = 70;

  static final int ALIKE = 35;
  private static final int CONTAINED = 70;
  private static final int LONGEST = 4;

  final Facts a;
  final Facts b;
  final int similarity;
  final boolean sameText;
  final boolean likeText;

  /** Days between the two; 0 or less where they meet or one is not known. */
  final int gap;

  Pair(Facts a, Facts b) {
    this.a = a;
    this.b = b;
    this.similarity = a.member.sketch().similarity(b.member.sketch());
    this.sameText = similarity >= DUPLICATE;
    this.likeText =
        similarity >= ALIKE || a.member.sketch().containment(b.member.sketch()) >= CONTAINED;
    this.gap = a.days.isUnknown() || b.days.isUnknown() ? 0 : a.days.gap(b.days);
  }

  boolean undated() {
    return a.days.isUnknown() || b.days.isUnknown();
  }

  /** One or both name no day, but publication allows the same. */
  boolean mayBeOneDay() {
    return undated()
        && !a.around.isUnknown()
        && !b.around.isUnknown()
        && !(a.days.isUnknown() && b.days.isUnknown())
        && a.around.gap(b.around) <= 0;
  }

  /** Both say what they number, and it is the same plenum or congress of one body. */
  boolean sameOrdinal() {
    boolean numbered =
        Values.same(a.mention.getPlenumOrdinal(), b.mention.getPlenumOrdinal())
            || (bothOf(ConferenceType.CONGRESS)
                && (Values.same(a.mention.getCongressOrdinal(), b.mention.getCongressOrdinal())
                    || Values.same(a.term, b.term)));
    return numbered
        && a.area.equals(b.area)
        && !Values.differ(a.body, b.body)
        && !Values.differ(a.term, b.term);
  }

  /**
   * One page tells neither the day nor when it was published. But a body studies a resolution once,
   * so that its number tells as much as an ordinal where the same people or the same attendance are
   * named with it.
   */
  boolean sameStudy() {
    return bothOf(ConferenceType.STUDY)
        && (a.around.isUnknown() || b.around.isUnknown())
        && Values.same(a.body, b.body)
        && a.province.equals(b.province)
        && !Values.differ(a.district, b.district)
        && !Values.differ(a.commune, b.commune)
        && HashSets.shared(a.documents, b.documents) > 0
        && (HashSets.shared(a.persons, b.persons) >= 2 || MatterSigns.sameAttendance(this));
  }

  /** What lasts for days is reported day by day, so that two reports may lie some days apart. */
  boolean ofSeveralDays() {
    boolean lasting = bothOf(ConferenceType.CONGRESS) || bothOf(ConferenceType.TRAINING);
    return lasting && gap <= LONGEST && a.area.equals(b.area) && !Values.differ(a.body, b.body);
  }

  /**
   * One gathering that several halls listened in to: a report from one of them counts and names
   * those in its own hall, so that other figures and other people say nothing against it.
   */
  boolean relayed() {
    return (isRelay(a) || isRelay(b)) && gap <= 0 && !undated() && Values.same(a.body, b.body);
  }

  private static boolean isRelay(Facts facts) {
    Format format = facts.mention.getFormat();
    return format == Format.ONLINE || format == Format.HYBRID || facts.mention.getVenues() != null;
  }

  boolean otherType() {
    return a.type != b.type && a.type != ConferenceType.OTHER && b.type != ConferenceType.OTHER;
  }

  boolean bothAt(Level level) {
    return a.level == level && b.level == level;
  }

  boolean bothOf(ConferenceType type) {
    return a.type == type && b.type == type;
  }
}
