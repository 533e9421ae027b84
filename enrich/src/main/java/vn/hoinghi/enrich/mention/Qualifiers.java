package vn.hoinghi.enrich.mention;

import vn.hoinghi.avro.Qualifier;

/** How exact a number is, by the word right before it: "gần 2.500", "hơn 300", "khoảng 120". */
final class Qualifiers {
  private static final int BEFORE = 14;

  private final Script script;

  Qualifiers(Script script) {
    this.script = script;
  }

  private Hit before(int number) {
    return script
        .hits(Lexicon.QUALIFIERS, Math.max(0, number - BEFORE), number)
        .firstMatch(hit -> number - hit.end() == 1);
  }

  /** First character of a number with its qualifier. */
  int start(int number) {
    Hit hit = before(number);
    return hit == null ? number : hit.start();
  }

  Qualifier of(int number) {
    Hit hit = before(number);
    return hit == null ? Qualifier.EXACT : Qualifier.valueOf(hit.phrase().note(0));
  }
}
