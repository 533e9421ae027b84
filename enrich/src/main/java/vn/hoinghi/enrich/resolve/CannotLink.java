package vn.hoinghi.enrich.resolve;

/** Contradictions that no amount of agreement outweighs. */
enum CannotLink {
  OTHER_PLENUM("sessions of a committee are numbered: two numbers, two sessions"),
  OTHER_PROVINCE("each province's bodies hold their own, and these provinces have not merged"),
  OTHER_COMMUNE("each commune holds its own"),
  OTHER_DISTRICT("each district holds its own"),
  OTHER_DAYS("days apart, and neither text, ordinal nor term says it is one"),
  OTHER_LEVEL("a lower body's own gathering on what the upper one studied"),
  OTHER_SITTING("one day, but another part of the day and another kind of gathering"),
  CORRECTED("a person said so");

  private final String sentence;

  CannotLink(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, for people. */
  String sentence() {
    return sentence;
  }
}
