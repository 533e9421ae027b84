package vn.hoinghi.enrich.mention;

/**
 * Which verb of holding goes with a gathering word: the nearest before it that holds ("tổ chức hội
 * nghị"), or the first after it that happens ("hội nghị diễn ra"), with no other gathering and no
 * end of a clause between them.
 */
final class Holding {
  private static final int NEAR = 70;

  private final Script script;

  Holding(Script script) {
    this.script = script;
  }

  /** The verb, or null. */
  Hit of(Hit noun, Span sentence) {
    if (noun.is("SITS")) {
      return null; // its verb is in it
    }
    Hit nearest = null;
    for (Hit verb : script.hits(Lexicon.HOLDING, sentence)) {
      if (spoken(verb)) {
        continue;
      }
      if (isBefore(verb, noun)) {
        nearest = clear(verb.end(), noun.start()) ? verb : nearest;
      } else if (verb.start() >= noun.end() && nearest == null && takesPlace(noun, verb)) {
        return verb;
      }
    }
    return nearest;
  }

  private boolean isBefore(Hit verb, Hit noun) {
    if (verb.is("INVERTED") && follows(noun, verb)) {
      return true;
    }
    // "Ban Thường vụ họp bàn": the noun is the verb
    boolean same = verb.start() == noun.start();
    return verb.is("HOLD")
        && (same || (verb.end() <= noun.start() && noun.start() - verb.end() <= NEAR));
  }

  private boolean takesPlace(Hit noun, Hit verb) {
    return (verb.is("HAPPEN") && goesOn(noun.end(), verb.start())) || broughtAbout(verb, noun);
  }

  /** "Diễn ra hội nghị", "diễn ra một hội nghị". */
  private boolean follows(Hit noun, Hit verb) {
    if (verb.start() < noun.start() && noun.start() < verb.end()) {
      return true; // "có buổi" and "buổi làm việc"
    }
    boolean one = script.folded().startsWith(" một ", verb.end());
    return noun.start() - verb.end() == (one ? " một ".length() : 1);
  }

  /** "Phát biểu khai mạc", "phiên bế mạc" hold nothing. */
  private boolean spoken(Hit verb) {
    String before = script.folded().substring(Math.max(0, verb.start() - 10), verb.start());
    return before.endsWith("phát biểu ")
        || before.endsWith("phiên ")
        || before.endsWith("diễn văn ")
        || before.endsWith("lễ ");
  }

  /** No other gathering and no clause boundary between a verb and its noun. */
  private boolean clear(int from, int to) {
    return from >= to
        || (script.hits(Lexicon.GATHERINGS, from, to).isEmpty()
            && script.folded().substring(from, to).indexOf(';') < 0);
  }

  /**
   * Another gathering right after a comma begins a clause of its own ("..., hội nghị này sẽ bàn");
   * elsewhere it belongs to the name or the theme of the first.
   */
  private boolean goesOn(int from, int to) {
    return script
        .hits(Lexicon.GATHERINGS, from, to)
        .noneMatch(other -> script.folded().startsWith(", ", other.start() - ", ".length()));
  }

  /** "Hội nghị do Ban Tuyên giáo tổ chức", "được Ban Tuyên giáo tổ chức". */
  private boolean broughtAbout(Hit verb, Hit noun) {
    return verb.is("HOLD")
        && (script.indexOf(" do ", noun.end(), verb.start()) >= 0
            || byBody(script.indexOf(" được ", noun.end(), verb.start())));
  }

  private boolean byBody(int passive) {
    int from = passive + " được ".length();
    return passive >= 0
        && script
            .hits(Lexicon.BODIES, from, Math.min(script.folded().length(), from + 40))
            .anyMatch(head -> head.start() == from);
  }
}
