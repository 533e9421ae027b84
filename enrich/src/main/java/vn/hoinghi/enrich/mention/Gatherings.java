package vn.hoinghi.enrich.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An article names many gatherings: the one it reports, those whose resolutions are studied, those
 * to come, those of last year. Every gathering word is weighed by the words around it: a verb of
 * holding, a day, a body that holds it, its place in the article; what governs it ("nghị quyết Đại
 * hội") or moves it in time ("sẽ tổ chức") takes it out. The heaviest is the one reported.
 */
final class Gatherings {
  private static final int OPENING = 3;
  private static final int LEAD = 2;
  private static final int CAPTIONS = 6;
  private static final int OPENING_LENGTH = 500;
  private static final int UPPER = 8;
  private static final int DEEP = 14;
  private static final int NAME = 60;
  private static final int LATELY = 120;
  private static final int LONGEST_BODY = 70;
  private static final List<String> LATELY_WORDS = List.of("vừa qua", "mới đây", "vừa mới");
  private static final int COMMITTEE = 20;
  private static final int CLAUSE_NEAR = 24;
  private static final int OF_WHOLE = 10;

  private final Script script;
  private final Quotes quotes;
  private final Organisers organisers;
  private final Holding holding;
  private final Tenses tenses;
  private final Scene scene;

  Gatherings(Script script, Quotes quotes) {
    this.script = script;
    this.quotes = quotes;
    this.organisers = new Organisers(script);
    this.holding = new Holding(script);
    this.tenses = new Tenses(script);
    this.scene = new Scene(script);
  }

  /** All gatherings spoken of, the likeliest first; equal ones in the order of the text. */
  List<Gathering> find() {
    List<Gathering> all = new ArrayList<>();
    List<Span> sentences = script.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      List<Hit> nouns = script.hits(Lexicon.GATHERINGS, sentences.get(i));
      for (Hit noun : nouns) {
        all.add(weigh(noun, sentences.get(i), i));
      }
      if (nouns.isEmpty() && !addNounless(all, sentences.get(i), i)) {
        addVerbless(all, sentences.get(i), i);
      }
    }
    all.sort(
        Comparator.comparingInt((Gathering g) -> -g.score())
            .thenComparingInt(g -> g.noun().start()));
    return all;
  }

  /** "Tổ chức sơ kết 1 năm": the purpose itself stands for the gathering where it is news. */
  private boolean addNounless(List<Gathering> all, Span sentence, int index) {
    for (Hit verb : script.hits(Lexicon.HOLDING, sentence)) {
      if (!verb.is("HOLD")) {
        continue;
      }
      for (Hit purpose : script.hits(Lexicon.PURPOSES, verb.end(), sentence.end())) {
        boolean follows = purpose.start() - verb.end() <= 1;
        boolean news = index <= OPENING || !script.days(sentence).isEmpty();
        if (follows && news && standsAlone(purpose)) {
          all.add(weigh(purpose, sentence, index));
          return true;
        }
      }
    }
    return false;
  }

  /** "Ngày 11/1, Ủy ban Kiểm tra Huyện ủy tổng kết công tác": the purpose is the verb. */
  private void addVerbless(List<Gathering> all, Span sentence, int index) {
    List<Day> days = script.days(sentence);
    if (index == 0 || index > LEAD || days.isEmpty()) {
      return;
    }
    for (Hit purpose : script.hits(Lexicon.PURPOSES, days.get(0).end(), sentence.end())) {
      if (standsAlone(purpose) && !purpose.is("ADJACENT") && !purpose.is("AIM")) {
        Span body = organisers.before(purpose, sentence);
        if (body != null && isSubject(body, purpose)) {
          all.add(weigh(purpose, purpose, body, sentence, index));
        }
        return;
      }
    }
  }

  /** Nothing stands between a short name and its verb. */
  private boolean isSubject(Span body, Hit verb) {
    String name = script.folded().substring(body.start(), verb.start());
    return verb.start() - body.end() <= 1
        && name.length() <= LONGEST_BODY
        && name.chars().noneMatch(c -> c == ';' || c == ',')
        && script.hits(Lexicon.DOCUMENTS, body.start(), verb.start()).isEmpty();
  }

  private static boolean standsAlone(Hit purpose) {
    return purpose.is("REVIEW")
        || purpose.is("TRAINING")
        || purpose.is("STUDY")
        || purpose.is("ALONE");
  }

  private Gathering weigh(Hit noun, Span sentence, int index) {
    Hit verb = holding.of(noun, sentence);
    return weigh(noun, verb, organisers.of(noun, verb, sentence), sentence, index);
  }

  private Gathering weigh(Hit noun, Hit verb, Span organiser, Span sentence, int index) {
    Day day = day(noun, sentence);
    Gathering.Tense tense = tenses.of(noun, verb, day, sentence);
    Gathering bare = new Gathering(noun, sentence, index, verb, day, organiser, tense, 0);
    return new Gathering(noun, sentence, index, verb, day, organiser, tense, score(bare));
  }

  private int score(Gathering of) {
    Hit verb = of.verb();
    int score = verb == null ? 0 : verb.is("ACT") ? 2 : 3;
    score += verb != null && (justNow(verb) || underWay(verb) || lately(verb, of)) ? 2 : 0;
    score += of.day() == null ? 0 : 3;
    score += of.organiser() == null ? 0 : 2;
    score += place(of);
    score += isNamed(of) ? 1 : 0;
    score += scene.weight(of.noun(), of.sentence(), opens(of));
    score -= of.isWeak() && !ofCommittee(of.noun()) ? 2 : 0;
    score -= of.noun().is("PART") || isSitting(of) ? 2 : 0;
    score += of.noun().is("SITS") && of.index() <= LEAD && of.day() != null ? 5 : 0;
    score -= spokenOf(of.noun()) ? 3 : 0;
    score -= of.index() == 0 ? 1 : 0;
    return switch (of.tense()) {
      case HELD -> score;
      case FUTURE -> score - 3;
      case PAST -> score - 4;
      case NONE -> Math.min(score, 0) - 4;
    };
  }

  /** "Cuộc họp Ban Chấp hành": a meeting, but of a committee. */
  private boolean ofCommittee(Hit noun) {
    int to = Math.min(script.folded().length(), noun.end() + COMMITTEE);
    return script
        .hits(Lexicon.PURPOSES, noun.end(), to)
        .anyMatch(hit -> hit.is("BODY") && hit.start() - noun.end() <= 1);
  }

  /**
   * "Tại phiên họp sáng 12/12 của Đại hội Đoàn", "phiên thứ nhất, Đại hội": a sitting of what is
   * named behind it.
   */
  private boolean isSitting(Gathering of) {
    return of.noun().phrase().text().startsWith("phiên")
        && script
            .hits(Lexicon.GATHERINGS, of.noun().end(), of.sentence().end())
            .anyMatch(
                whole ->
                    script.folded().startsWith("của ", whole.start() - "của ".length())
                        || (whole.is("CONGRESS") && whole.start() - of.noun().end() <= OF_WHOLE));
  }

  private boolean justNow(Hit verb) {
    return script.folded().substring(Math.max(0, verb.start() - 6), verb.start()).contains("vừa");
  }

  /** "Vừa qua, Đảng ủy xã đã tổ chức lớp học tập". */
  private boolean lately(Hit verb, Gathering of) {
    int from = of.sentence().start();
    int to = Math.max(from, Math.min(verb.start(), from + LATELY));
    return of.day() == null
        && of.index() <= LEAD
        && LATELY_WORDS.stream().anyMatch(word -> script.indexOf(word, from, to) >= 0);
  }

  private boolean underWay(Hit verb) {
    return script.folded().startsWith("đang ", verb.start() - "đang ".length());
  }

  /** At the top of the article, by sentences or, where captions part it, by length. */
  private boolean opens(Gathering of) {
    boolean near = of.noun().start() - script.headline().end() < OPENING_LENGTH;
    return of.index() <= OPENING || (near && of.index() <= CAPTIONS);
  }

  private int place(Gathering of) {
    return opens(of) ? 2 : of.index() <= UPPER ? 1 : of.index() <= DEEP ? 0 : -1;
  }

  /** "Đại hội đại biểu toàn quốc Hội Sinh viên lần thứ X": one of its kind. */
  private boolean isNamed(Gathering of) {
    int from = of.noun().end();
    int to = Math.min(of.sentence().end(), from + NAME);
    return of.noun().is("STRONG")
        && script.hits(Lexicon.PURPOSES, from, to).stream().anyMatch(hit -> hit.is("SESSION"));
  }

  private boolean spokenOf(Hit noun) {
    return quotes.inside(noun.start()) && !quotes.begin(noun.start());
  }

  private Day day(Hit noun, Span sentence) {
    Day best = null;
    for (Day day : script.days(sentence)) {
      if (day.role() != Day.Role.EVENT) {
        continue;
      }
      if (isWhenHeld(day, noun)) {
        return day;
      }
      if (ofPress(day, noun, sentence)) {
        continue;
      }
      if (best == null || distance(day, noun) < distance(best, noun)) {
        best = day;
      }
    }
    return best;
  }

  /** "Hội nghị đã nhất trí", bà ... chiều nay trả lời trong họp báo: the day is the press's. */
  private boolean ofPress(Day day, Hit noun, Span sentence) {
    return script
        .hits(Lexicon.GATHERINGS, sentence)
        .anyMatch(other -> other.is("PRESS") && isBetween(other, day, noun));
  }

  private static boolean isBetween(Hit press, Day day, Hit noun) {
    boolean behind = noun.start() < press.start() && noun.start() < day.start();
    boolean ahead = press.start() < noun.start() && day.start() < press.start();
    return behind || ahead;
  }

  /** "Thông cáo về kỳ họp 34, diễn ra trong hai ngày 6 và 7/3": said of the gathering itself. */
  private boolean isWhenHeld(Day day, Hit noun) {
    return day.start() > noun.end()
        && script.hits(Lexicon.HOLDING, noun.end(), day.start()).stream()
            .filter(verb -> verb.is("HAPPEN") && !verb.is("ACT"))
            .anyMatch(
                verb ->
                    verb.start() - noun.end() <= CLAUSE_NEAR
                        && day.start() - verb.end() <= CLAUSE_NEAR);
  }

  /** A day before the noun is nearer than one after it: "Ngày 5/3, ... hội nghị ... trước 10/4". */
  private static int distance(Day day, Hit noun) {
    return day.start() < noun.start() ? noun.start() - day.end() : 3 * (day.start() - noun.end());
  }
}
