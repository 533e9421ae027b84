package vn.hoinghi.enrich.mention;

/**
 * A place in the text that speaks of one gathering.
 *
 * @param noun the gathering word ("hội nghị")
 * @param sentence where it stands
 * @param index number of that sentence; the headline is 0
 * @param verb the verb of holding that goes with it, or null
 * @param day the day that goes with it, or null
 * @param organiser who held it, as far as the sentence says, or null
 * @param tense when, as the words around it tell
 * @param score how much it looks like the gathering that the article reports
 */
record Gathering(
    Hit noun, Span sentence, int index, Hit verb, Day day, Span organiser, Tense tense, int score) {

  /** When the gathering is, seen from the article. */
  enum Tense {
    HELD,
    FUTURE,
    PAST,
    /** Studied, awaited, remembered, or none in particular. */
    NONE
  }

  Gathering by(Span other) {
    return new Gathering(noun, sentence, index, verb, day, other, tense, score);
  }

  boolean isWeak() {
    return noun.is("WEAK");
  }
}
