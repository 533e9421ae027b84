package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.hoinghi.enrich.text.Rule;

/**
 * An article names many gatherings: the one it reports, those whose resolutions are studied, those
 * to come, those of last year. Every gathering word is weighed by the words around it: a verb of
 * holding, a day, a body that holds it, its place in the article; what governs it ("nghị quyết Đại
 * hội") or moves it in time ("sẽ tổ chức") takes it out. The heaviest is the one reported.
 */
final class Gatherings {
  private static final int NEAR = 70;
  private static final Rule YEAR_FIRST =
      Rule.of(
          "(?:vào )?(?:(?:đầu|giữa|cuối) )?(?:năm |tháng \\d{1,2}(?: năm |[/-]| ?- ?))\\d{4}(?!\\d)");

  private final Script script;
  private final Organisers organisers;

  Gatherings(Script script) {
    this.script = script;
    this.organisers = new Organisers(script);
  }

  /** All gatherings spoken of, the likeliest first; equal ones in the order of the text. */
  List<Gathering> find() {
    List<Gathering> all = new ArrayList<>();
    List<Span> sentences = script.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      for (Hit noun : script.hits(Lexicon.GATHERINGS, sentences.get(i))) {
        all.add(weigh(noun, sentences.get(i), i));
      }
      if (script.hits(Lexicon.GATHERINGS, sentences.get(i)).isEmpty()) {
        addNounless(all, sentences.get(i), i);
      }
    }
    all.sort(
        Comparator.comparingInt((Gathering g) -> -g.score())
            .thenComparingInt(g -> g.noun().start()));
    return all;
  }

  /** "tổ chức sơ kết 1 năm": the purpose itself stands for the gathering. */
  private void addNounless(List<Gathering> all, Span sentence, int index) {
    for (Hit verb : script.hits(Lexicon.HOLDING, sentence)) {
      if (!verb.is("HOLD")) {
        continue;
      }
      for (Hit purpose : script.hits(Lexicon.PURPOSES, verb.end(), sentence.end())) {
        boolean follows = purpose.start() - verb.end() <= 1;
        boolean kind = purpose.is("REVIEW") || purpose.is("TRAINING") || purpose.is("STUDY");
        if (follows && kind) {
          all.add(weigh(purpose, sentence, index));
          return;
        }
      }
    }
  }

  private Gathering weigh(Hit noun, Span sentence, int index) {
    Hit verb = verb(noun, sentence);
    Day day = day(noun, sentence);
    Span organiser = organisers.of(noun, verb, sentence);
    Gathering.Tense tense = tense(noun, verb, sentence);
    int score = score(noun, verb, day, organiser, tense, index, sentence);
    return new Gathering(noun, sentence, index, verb, day, organiser, tense, score);
  }

  private int score(
      Hit noun,
      Hit verb,
      Day day,
      Span organiser,
      Gathering.Tense tense,
      int index,
      Span sentence) {
    int score = verb == null ? 0 : verb.is("ACT") ? 2 : 3;
    score += verb != null && justNow(verb) ? 2 : 0;
    score += day == null ? 0 : 3;
    score += organiser == null ? 0 : 2;
    score += index <= 3 ? 2 : index <= 8 ? 1 : 0;
    score += before(noun, 6).matches("(?s).*(?:tại|ở) $") ? 1 : 0;
    score -= noun.is("WEAK") ? 2 : 0;
    score -= quoted(noun, sentence) ? 3 : 0;
    score -= index == 0 ? 1 : 0;
    return switch (tense) {
      case HELD -> score;
      case FUTURE -> score - 3;
      case PAST -> score - 4;
      case NONE -> Math.min(score, 0) - 4;
    };
  }

  private boolean justNow(Hit verb) {
    return script.folded().substring(Math.max(0, verb.start() - 6), verb.start()).contains("vừa");
  }

  private String before(Hit noun, int length) {
    return script.folded().substring(Math.max(0, noun.start() - length), noun.start());
  }

  private boolean quoted(Hit noun, Span sentence) {
    long marks =
        script
            .folded()
            .substring(sentence.start(), noun.start())
            .chars()
            .filter(c -> c == '"')
            .count();
    return marks % 2 == 1;
  }

  private Hit verb(Hit noun, Span sentence) {
    Hit nearest = null;
    for (Hit verb : script.hits(Lexicon.HOLDING, sentence)) {
      if (spoken(verb)) {
        continue;
      }
      if (verb.is("INVERTED") && follows(noun, verb)) {
        nearest = verb;
      } else if (verb.end() <= noun.start()
          && verb.is("HOLD")
          && noun.start() - verb.end() <= NEAR) {
        nearest = clear(verb.end(), noun.start()) ? verb : nearest;
      } else if (verb.start() >= noun.end() && nearest == null && verb.is("HAPPEN")) {
        return verb;
      } else if (verb.start() >= noun.end() && nearest == null && broughtAbout(verb, noun)) {
        return verb;
      }
    }
    return nearest;
  }

  /** "Diễn ra hội nghị", "diễn ra một hội nghị". */
  private boolean follows(Hit noun, Hit verb) {
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
    return script.hits(Lexicon.GATHERINGS, from, to).isEmpty()
        && script.folded().substring(from, to).indexOf(';') < 0;
  }

  /** "Hội nghị do Ban Tuyên giáo tổ chức". */
  private boolean broughtAbout(Hit verb, Hit noun) {
    return verb.is("HOLD")
        && script.folded().substring(noun.end(), verb.start()).matches("(?s).*\\bdo .*");
  }

  private Day day(Hit noun, Span sentence) {
    Day best = null;
    for (Day day : script.days(sentence)) {
      if (day.role() != Day.Role.EVENT) {
        continue;
      }
      if (best == null || distance(day, noun) < distance(best, noun)) {
        best = day;
      }
    }
    return best;
  }

  /** A day before the noun is nearer than one after it: "Ngày 5/3, ... hội nghị ... trước 10/4". */
  private static int distance(Day day, Hit noun) {
    return day.start() < noun.start() ? noun.start() - day.end() : 3 * (day.start() - noun.end());
  }

  private Gathering.Tense tense(Hit noun, Hit verb, Span sentence) {
    if (governed(noun, sentence) || generic(noun)) {
      return Gathering.Tense.NONE;
    }
    if (verb != null && verb.end() <= noun.start() && unreal(verb, sentence)) {
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
    if (aheadOf(noun, sentence)) {
      return Gathering.Tense.FUTURE;
    }
    if (day(noun, sentence) == null && opensWithYear(sentence)) {
      return Gathering.Tense.PAST;
    }
    boolean opensWithPast =
        script
            .hits(Lexicon.TENSES, sentence.start(), Math.min(sentence.start() + 20, sentence.end()))
            .stream()
            .anyMatch(hit -> hit.is("PAST"));
    return opensWithPast ? Gathering.Tense.PAST : Gathering.Tense.HELD;
  }

  /** "Năm 2020, tại đại hội chi bộ, ..." tells of the past. */
  private boolean opensWithYear(Span sentence) {
    return script.search(YEAR_FIRST, sentence).lookingAt();
  }

  /** Where words of time say something of this gathering: by its verb, or right before it. */
  private static List<Span> around(Hit noun, Hit verb, Span sentence) {
    if (verb == null) {
      return List.of(new Span(Math.max(sentence.start(), noun.start() - 30), noun.start()));
    }
    if (verb.end() <= noun.start()) {
      return List.of(new Span(Math.max(sentence.start(), verb.start() - 30), noun.start()));
    }
    Span before = new Span(Math.max(sentence.start(), noun.start() - 12), noun.start());
    return List.of(before, new Span(Math.max(noun.end(), verb.start() - 30), verb.start()));
  }

  /** "vào ngày 15/12 tới". */
  private boolean aheadOf(Hit noun, Span sentence) {
    Day day = day(noun, sentence);
    if (day == null) {
      return false;
    }
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

  private boolean governed(Hit noun, Span sentence) {
    int from = Math.max(sentence.start(), noun.start() - 40);
    for (Hit hit : script.hits(Lexicon.GOVERNORS, from, noun.start())) {
      String between = script.folded().substring(hit.end(), noun.start()).strip();
      if (between.isEmpty() || between.equals("của") || between.equals("các")) {
        return true;
      }
    }
    return false;
  }

  private boolean generic(Hit noun) {
    int to = Math.min(script.folded().length(), noun.end() + 30);
    return script.hits(Lexicon.GENERIC, noun.end(), to).stream()
        .anyMatch(hit -> hit.start() - noun.end() <= 1 && !hit.is("NOT"));
  }
}
