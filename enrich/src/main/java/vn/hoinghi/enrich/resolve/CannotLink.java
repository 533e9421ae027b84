package vn.hoinghi.enrich.resolve;

/** Contradictions that no amount of agreement outweighs. */
enum CannotLink {
  /** Sessions of a committee are numbered: two numbers, two sessions. */
  OTHER_PLENUM,
  /** Each province's bodies hold their own, and neither province has merged into the other's. */
  OTHER_PROVINCE,
  /** Each commune holds its own. */
  OTHER_COMMUNE,
  /** Each district holds its own. */
  OTHER_DISTRICT,
  /** Days apart, and neither text, ordinal nor term says it is one. */
  OTHER_DAYS,
  /** A lower body's own gathering on what the upper one studied. */
  OTHER_LEVEL,
  /** One body, one day, but another part of the day and another kind of gathering. */
  OTHER_SITTING
}
