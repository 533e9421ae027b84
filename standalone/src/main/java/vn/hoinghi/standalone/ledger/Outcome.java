package vn.hoinghi.standalone.ledger;

/** What became of one input: every input has exactly one. */
public enum Outcome {
  /** Reports a conference and stands in one event. */
  CONFERENCE("in an event"),
  /** Reports none; the reason is a code of the closed list. */
  NOT_CONFERENCE("not a conference"),
  /** A newer capture of the same article counts, or this one repeats it. */
  SUPERSEDED("superseded"),
  /** The article was taken back, by its outlet or by a correction. */
  WITHDRAWN("withdrawn"),
  /** No article could be made of it; the reason is a code of the closed list. */
  DROPPED("dropped"),
  /** The record itself was unusable and lies with its reason on the dead-letter topic. */
  DEAD_LETTER("dead letters");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** The outcome in a ledger. */
  String words() {
    return words;
  }
}
