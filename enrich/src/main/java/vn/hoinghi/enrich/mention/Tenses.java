package vn.hoinghi.enrich.mention;

import java.util.List;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * When a gathering is, seen from the article, as the words around it tell: held, still to come,
 * long past, or none in particular, since it is only studied, awaited or wished ("nghị quyết Đại
 * hội", "tiến tới đại hội", "đề nghị tổ chức hội nghị").
 */
final class Tenses {
  private static final Rule YEAR_FIRST =
      Rule.of(
          "(?:vào )?(?:(?:đầu|giữa|cuối) )?(?:năm |tháng \\d{1,2}(?: năm |[/-]| ?- ?))\\d{4}(?!\\d)");

  /** Between "nghị quyết" and the gathering whose it is: nothing, "của", or its number. */
  private static final Rule JOINT =
      Rule.of("(?:số \\d{1,4} ?- ?\\p{L}{1,4} ?/ ?\\p{L}{1,6})? ?(?:của|các)?");

  /** How far before a verb, or a gathering without one, a word of time may stand. */
  private static final int BEFORE = 30;

  private static final int NEAR = 12;
  private static final int OPENING = 20;
  private static final int PURPOSE = 100;

  private final Script script;

  Tenses(Script script) {
    this.script = script;
  }

  Gathering.Tense of(Hit noun, Hit verb, Day day, Span sentence) {
    if (governed(noun, sentence) || generic(noun) || noun.is("PRESS") || isPart(noun, sentence)) {
      return Gathering.Tense.NONE;
    }
    if (verb != null && verb.end() <= noun.start() && unreal(verb, sentence)) {
      return Gathering.Tense.NONE;
    }
    if (meant(noun, sentence)) {
      return Gathering.Tense.NONE;
    }
    for (Span span : around(noun, verb, sentence)) {
      for (Hit hit : script.hits(Lexicon.TENSES, span)) {
        if (hit.is("FUTURE")) {
          return Gathering.Tense.FUTURE;
        }
        if (hit.is("PAST") && !hit.phrase().text().equals("trước đó")) {
          return Gathering.Tense.PAST;
        }
      }
    }
    if (day != null && aheadOf(day, sentence)) {
      return Gathering.Tense.FUTURE;
    }
    boolean past = (day == null && opensWithYear(sentence)) || opensWithPast(sentence);
    return past ? Gathering.Tense.PAST : Gathering.Tense.HELD;
  }

  private boolean opensWithPast(Span sentence) {
    int to = Math.min(sentence.start() + OPENING, sentence.end());
    return script.hits(Lexicon.TENSES, sentence.start(), to).stream()
        .anyMatch(hit -> hit.is("PAST"));
  }

  /** "Năm 2020, tại đại hội chi bộ, ..." tells of the past. */
  private boolean opensWithYear(Span sentence) {
    return script.search(YEAR_FIRST, sentence).lookingAt();
  }

  /** Where words of time say something of this gathering: by its verb, or right before it. */
  private static List<Span> around(Hit noun, Hit verb, Span sentence) {
    if (verb == null) {
      return List.of(new Span(Math.max(sentence.start(), noun.start() - BEFORE), noun.start()));
    }
    if (verb.start() <= noun.start()) {
      return List.of(new Span(Math.max(sentence.start(), verb.start() - BEFORE), noun.start()));
    }
    Span before = new Span(Math.max(sentence.start(), noun.start() - NEAR), noun.start());
    return List.of(before, new Span(Math.max(noun.end(), verb.start() - BEFORE), verb.start()));
  }

  /** "vào ngày 15/12 tới". */
  private boolean aheadOf(Day day, Span sentence) {
    String after = script.folded().substring(day.end(), Math.min(sentence.end(), day.end() + 12));
    return after.startsWith(" tới") || after.startsWith(" sắp tới") || after.startsWith(") tới");
  }

  /** "Đề nghị các huyện ủy tổ chức hội nghị", "để tiến hành đại hội": wished, not held. */
  private boolean unreal(Hit verb, Span sentence) {
    String folded = script.folded();
    int from = verb.start();
    while (from > sentence.start() && ",;:".indexOf(folded.charAt(from - 1)) < 0) {
      from--;
    }
    for (Day day : script.days(new Span(from, verb.start()))) {
      from = Math.max(from, day.end());
    }
    return script.hits(Lexicon.TENSES, from, verb.start()).stream()
        .anyMatch(hit -> hit.is("UNREAL"));
  }

  /** "Giới thiệu nhân sự để Quốc hội bầu tại kỳ họp thứ 6": where it is to be done. */
  private boolean meant(Hit noun, Span sentence) {
    int at = noun.start() - "tại ".length();
    if (!script.folded().startsWith("tại ", at)) {
      return false;
    }
    int from = at;
    while (from > sentence.start()
        && at - from < PURPOSE
        && ",;:".indexOf(script.folded().charAt(from - 1)) < 0) {
      from--;
    }
    int purpose = script.indexOf(" để ", from, at);
    return purpose >= 0 && script.days(new Span(purpose, at)).isEmpty();
  }

  private boolean governed(Hit noun, Span sentence) {
    int from = Math.max(sentence.start(), noun.start() - 40);
    for (Hit hit : script.hits(Lexicon.GOVERNORS, from, noun.start())) {
      String between = script.folded().substring(hit.end(), noun.start()).strip();
      Search joint = JOINT.in(between);
      if (between.isEmpty() || (joint.lookingAt() && joint.end() == between.length())) {
        return true;
      }
    }
    return false;
  }

  /** "Hội nghị bộ trưởng của Diễn đàn": the second is a part of the first one's name. */
  private boolean isPart(Hit noun, Span sentence) {
    return noun.phrase().text().equals("diễn đàn")
        && script.folded().startsWith("của ", noun.start() - "của ".length())
        && !script.hits(Lexicon.GATHERINGS, sentence.start(), noun.start()).isEmpty();
  }

  private boolean generic(Hit noun) {
    int to = Math.min(script.folded().length(), noun.end() + 30);
    return script.hits(Lexicon.GENERIC, noun.end(), to).stream()
        .anyMatch(hit -> hit.start() - noun.end() <= 1 && !hit.is("NOT"));
  }
}
