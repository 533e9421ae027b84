package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import vn.hoinghi.schemas.NotConference;

/**
 * What speaks against a report: cues of other kinds of articles, each with a place and a weight;
 * the first person of an essay; the questions of an interview. A cue counts once, however often the
 * article repeats it, and what somebody is quoted with says nothing of the article that quotes.
 */
final class Contrary {
  /** A weight that decides alone. */
  static final int ALONE = 9;

  private static final int INTERVIEW_QUESTIONS = 3;
  private static final int ESSAY_FIRST_PERSONS = 3;
  private static final int ESSAY = 5;
  private static final int EDITORIAL_APPEALS = 2;

  /** Last sentence of the lead, and of what is read before the news is told; the headline is 0. */
  private static final int LEAD = 2;

  private static final int OPENING = 4;

  /** How far behind a gathering's sentence its body may be named. */
  private static final int NEAR = 160;

  private static final int SPEECH = 60;

  private static final String I = "tôi";

  private final Script script;
  private final Quotes quotes;
  private final Map<NotConference, Integer> sums = new EnumMap<>(NotConference.class);
  private final List<Hit> counted = new ArrayList<>();

  Contrary(Script script, Quotes quotes) {
    this.script = script;
    this.quotes = quotes;
    cues();
    if (firstPersons() >= ESSAY_FIRST_PERSONS) {
      sums.merge(NotConference.OPINION, ESSAY, Integer::sum);
    }
    if (questions() >= INTERVIEW_QUESTIONS) {
      sums.merge(NotConference.OPINION, ALONE, Integer::sum);
    }
  }

  /**
   * Takes away what a meeting told before it, or one of ours, leaves without weight: a corridor in
   * a later caption, a country in the headline.
   */
  void heed(Gathering told) {
    boolean reported = told.tense() == Gathering.Tense.HELD && told.verb() != null;
    if (reported && told.day() != null && told.index() <= OPENING) {
      forget(
          hit -> hit.phrase().is("ASIDE") && hit.start() > told.sentence().end() && !isSpeech(hit));
    }
    Span near =
        new Span(
            told.sentence().start(),
            Math.min(script.folded().length(), told.sentence().end() + NEAR));
    if (!script.hits(Lexicon.OURS, near).isEmpty()) {
      forget(hit -> hit.phrase().is("ABROAD"));
    }
  }

  /** "Trả lời báo chí bên lề hội nghị", but not "thăm gian hàng bên lề hội nghị". */
  private boolean isSpeech(Hit aside) {
    int from = Math.max(script.sentenceAt(aside.start()).start(), aside.start() - SPEECH);
    return !script.hits(Lexicon.SAYINGS, from, aside.start()).isEmpty()
        || script.indexOf("trao đổi", from, aside.start()) >= 0;
  }

  private void forget(Predicate<Hit> cues) {
    counted.stream()
        .filter(cues)
        .forEach(hit -> sums.merge(reason(hit), -weight(hit), Integer::sum));
    counted.removeIf(cues);
    sums.values().removeIf(weight -> weight == 0);
  }

  private static NotConference reason(Hit hit) {
    return NotConference.valueOf(hit.phrase().note(0));
  }

  private static int weight(Hit hit) {
    return Integer.parseInt(hit.phrase().note(2));
  }

  /** The reason that most speaks for, or null. */
  NotConference strongest() {
    NotConference strongest = null;
    for (Map.Entry<NotConference, Integer> entry : sums.entrySet()) {
      if (strongest == null || entry.getValue() > sums.get(strongest)) {
        strongest = entry.getKey();
      }
    }
    return strongest;
  }

  int weight() {
    return sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** An editorial says "chúng ta" and asks the reader, in its own voice, again. */
  boolean isEditorial() {
    return appeals() >= EDITORIAL_APPEALS;
  }

  /** For people: each reason with its weight and the words that speak for it, or "nothing". */
  @Override
  public String toString() {
    StringJoiner told = new StringJoiner("; ");
    told.setEmptyValue("nothing");
    for (Map.Entry<NotConference, Integer> sum : sums.entrySet()) {
      StringBuilder words = new StringBuilder(sum.getKey() + " " + sum.getValue());
      for (Hit hit : counted) {
        if (hit.phrase().note(0).equals(sum.getKey().name())) {
          words.append(" '").append(script.written(hit.start(), hit.end())).append('\'');
        }
      }
      told.add(words);
    }
    return told.toString();
  }

  private void cues() {
    Set<String> seen = new HashSet<>();
    for (Hit hit : script.hits(Lexicon.CUES)) {
      Phrase cue = hit.phrase();
      boolean said = cue.note(1).equals("ANY") && quotes.inside(hit.start());
      if (!said && isInPlace(hit, cue.note(1)) && seen.add(cue.text() + cue.note(1))) {
        sums.merge(reason(hit), weight(hit), Integer::sum);
        counted.add(hit);
      }
    }
  }

  /** An essay says "tôi" in its own voice; a report only in quotes. */
  private int firstPersons() {
    int count = 0;
    String folded = script.folded();
    for (int at = folded.indexOf(I); at >= 0; at = folded.indexOf(I, at + I.length())) {
      boolean own = Tokens.isOne(folded, at, at + I.length()) && !quotes.inside(at);
      boolean plural = own && at >= 6 && folded.startsWith("chúng ", at - 6);
      count += own && !plural ? 1 : 0;
    }
    return count;
  }

  private int appeals() {
    String folded = script.folded();
    int body = script.headline().end();
    int count = 0;
    for (int at = folded.indexOf("chúng ta ", body); at >= 0; ) {
      count += quotes.inside(at) ? 0 : 1;
      at = folded.indexOf("chúng ta ", at + 1);
    }
    for (int at = folded.indexOf('?', body); at >= 0; at = folded.indexOf('?', at + 1)) {
      count += quotes.inside(at) ? 0 : 1;
    }
    return count;
  }

  /** Paragraphs of an interview end with a question mark again and again. */
  private int questions() {
    int count = 0;
    String folded = script.folded();
    for (int at = folded.indexOf("?\n"); at >= 0; at = folded.indexOf("?\n", at + 1)) {
      count += at > script.headline().end() && !quotes.inside(at) ? 1 : 0;
    }
    return count;
  }

  private boolean isInPlace(Hit hit, String where) {
    Span headline = script.headline();
    return switch (where) {
      case "TITLE" -> headline.covers(hit.start(), hit.end());
      case "TITLE_START" -> headline.covers(hit.start(), hit.end()) && hit.start() <= 1;
      // What the headline says has its own weight and does not count again.
      case "LEAD" -> hit.start() >= headline.end() && hit.start() < endOf(LEAD);
      case "OPENING" -> hit.start() < endOf(OPENING);
      case "LINE_START" -> startsLine(hit.start());
      default -> true;
    };
  }

  private int endOf(int sentence) {
    List<Span> sentences = script.sentences();
    return sentences.get(Math.min(sentence, sentences.size() - 1)).end();
  }

  private boolean startsLine(int position) {
    int at = position;
    while (at > 0 && " -–•+\"".indexOf(script.folded().charAt(at - 1)) >= 0) {
      at--;
    }
    return at > 0 && script.folded().charAt(at - 1) == '\n';
  }
}
