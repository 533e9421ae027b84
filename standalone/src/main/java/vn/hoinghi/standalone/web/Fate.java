package vn.hoinghi.standalone.web;

/**
 * What becomes of an article. What happens later happens when the web {@linkplain
 * SimulatedWeb#turn() turns}.
 */
enum Fate {
  /** Stays as it was. */
  STAYS(1, 1),
  /** A number in its text is put right later. */
  CORRECTED(1, 2),
  /** Later only the counters around it have moved on. */
  RECOUNTED(1, 1),
  /** Answers 404 later: nobody knows whether it is gone for good. */
  VANISHED(1, 1),
  /** Answers 410 later: withdrawn. */
  WITHDRAWN(1, 2),
  /** Listed, and forbidden by robots.txt. */
  FORBIDDEN(0, 0),
  /** Listed, and 404 from the beginning. */
  MISSING(0, 0),
  /** Listed, and answers 500 for ever. */
  BROKEN(0, 0);

  private final int before;
  private final int after;

  Fate(int before, int after) {
    this.before = before;
    this.after = after;
  }

  /** Records about it that a crawler publishes in all until then. */
  int publications(boolean turned) {
    return turned ? after : before;
  }

  boolean changes() {
    return this == CORRECTED || this == RECOUNTED || this == VANISHED || this == WITHDRAWN;
  }
}
