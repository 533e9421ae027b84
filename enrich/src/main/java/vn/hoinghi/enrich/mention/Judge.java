package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoinghi.enrich.text.Alphabet;
import vn.hoinghi.schemas.NotConference;

/**
 * Is this a report of one gathering that took place or is under way? Words of conferences stand in
 * many articles that report none. For a report speak a gathering that somebody held on a day, and
 * the phrases of its proceedings ("phát biểu kết luận hội nghị"); against it speak cues of other
 * kinds of articles, each with a place and a weight. The report must outweigh them.
 */
final class Judge {
  private static final int ALONE = 9;
  private static final int ENOUGH = 7;
  private static final int ENOUGH_WITHOUT_DAY = 9;
  private static final int DEEP = 6;
  private static final int SLIGHT = 2;

  /** The report of an election tells the life of the one elected. */
  private static final int SLIGHT_LIFE = 4;

  private static final int INTERVIEW_QUESTIONS = 3;
  private static final int ESSAY_FIRST_PERSONS = 3;
  private static final int ESSAY = 5;
  private static final int FIRST_WEB_YEAR = 1997;
  private static final int MOST_HOLDERS = 3;
  private static final int SHORTEST_BODY = 80;
  private static final int MOST_PROCEEDINGS = 8;
  private static final int FRESH_DAYS = 120;

  private final Script script;
  private final LocalDate published;

  Judge(Script script, LocalDate published) {
    this.script = script;
    this.published = published;
  }

  Judgement judge() {
    Span headline = script.headline();
    if (!isVietnamese()) {
      return Judgement.none(NotConference.LANGUAGE, "few Vietnamese letters");
    }
    if (script.text().length() - headline.end() < SHORTEST_BODY) {
      return Judgement.none(NotConference.TOO_SHORT, "little text");
    }
    Map<NotConference, Integer> against = against();
    NotConference strongest = strongest(against);
    if (strongest != null && against.get(strongest) >= ALONE) {
      return Judgement.none(strongest, "cues " + against);
    }
    List<Gathering> gatherings = new Gatherings(script).find();
    if (gatherings.isEmpty()) {
      NotConference reason = strongest == null ? NotConference.NO_GATHERING : strongest;
      return Judgement.none(reason, "no gathering word");
    }
    return weigh(gatherings, against, strongest);
  }

  private Judgement weigh(
      List<Gathering> gatherings, Map<NotConference, Integer> against, NotConference strongest) {
    Gathering best = gatherings.get(0);
    int proceedings = proceedings();
    int weight = best.score() + Math.min(MOST_PROCEEDINGS, proceedings);
    int contrary = strongest == null ? 0 : against.get(strongest);
    boolean life = strongest == NotConference.BIOGRAPHY;
    contrary = contrary <= (life ? SLIGHT_LIFE : SLIGHT) ? 0 : contrary;
    String because =
        "gathering "
            + best.score()
            + " ('"
            + script.written(best.noun().start(), best.noun().end())
            + "', "
            + best.tense()
            + "), proceedings "
            + proceedings
            + ", against "
            + against;
    if (isMany(gatherings)) {
      return Judgement.none(NotConference.LISTING, because);
    }
    if (best.tense() == Gathering.Tense.FUTURE || isToCome(best)) {
      return Judgement.none(NotConference.PREVIEW, because);
    }
    if (best.tense() == Gathering.Tense.PAST || isLongAgo(best)) {
      return Judgement.none(NotConference.RETROSPECTIVE, because);
    }
    if (best.tense() == Gathering.Tense.NONE
        || weight - contrary < enough(best)
        || isBuried(best, proceedings)) {
      NotConference reason = strongest == null ? NotConference.PASSING_MENTION : strongest;
      return Judgement.none(reason, because);
    }
    return Judgement.report(best, gatherings, because);
  }

  private static int enough(Gathering gathering) {
    return gathering.day() == null ? ENOUGH_WITHOUT_DAY : ENOUGH;
  }

  /** Deep in an article that says nothing of its proceedings a gathering is a detail. */
  private static boolean isBuried(Gathering gathering, int proceedings) {
    boolean fresh = gathering.day() != null && gathering.day().isRelative();
    return gathering.index() >= DEEP && proceedings == 0 && !fresh;
  }

  /** Many bodies, each with its own gathering on its own day: news in brief. */
  private boolean isMany(List<Gathering> gatherings) {
    return gatherings.stream()
            .filter(g -> g.tense() == Gathering.Tense.HELD && g.verb() != null)
            .filter(g -> g.day() != null && g.organiser() != null && g.index() > 0)
            .map(g -> script.folded().substring(g.organiser().start(), g.organiser().end()))
            .distinct()
            .count()
        > MOST_HOLDERS;
  }

  private boolean isToCome(Gathering gathering) {
    Day day = gathering.day();
    if (day == null || day.isRelative() || published == null) {
      return false;
    }
    LocalDate start = Years.near(day, published);
    return start != null && start.isAfter(published);
  }

  private boolean isLongAgo(Gathering gathering) {
    Day day = gathering.day();
    if (day == null || day.isRelative()) {
      return false;
    }
    if (published != null) {
      LocalDate start = Years.near(day, published);
      return start != null && start.isBefore(published.minusDays(FRESH_DAYS));
    }
    boolean beforeTheWeb = day.year() < FIRST_WEB_YEAR;
    return day.year() != 0 && (beforeTheWeb || Years.newest(script) - day.year() >= 2);
  }

  /** Each phrase counts once: a refrain is no proceeding. */
  private int proceedings() {
    Set<String> seen = new HashSet<>();
    int sum = 0;
    for (Hit hit : script.hits(Lexicon.PROCEEDINGS)) {
      if (seen.add(hit.phrase().text())) {
        sum += Integer.parseInt(hit.phrase().note(0));
      }
    }
    return sum;
  }

  private Map<NotConference, Integer> against() {
    Map<NotConference, Integer> sums = new EnumMap<>(NotConference.class);
    Set<String> seen = new HashSet<>();
    for (Hit hit : script.hits(Lexicon.CUES)) {
      Phrase cue = hit.phrase();
      if (isInPlace(hit, cue.note(1)) && seen.add(cue.text() + cue.note(1))) {
        sums.merge(NotConference.valueOf(cue.note(0)), Integer.parseInt(cue.note(2)), Integer::sum);
      }
    }
    if (firstPersons() >= ESSAY_FIRST_PERSONS) {
      sums.merge(NotConference.OPINION, ESSAY, Integer::sum);
    }
    if (questions() >= INTERVIEW_QUESTIONS) {
      sums.merge(NotConference.OPINION, ALONE, Integer::sum);
    }
    return sums;
  }

  /** An essay says "tôi" in its own voice; a report only in quotes. */
  private int firstPersons() {
    int count = 0;
    boolean quoted = false;
    String folded = script.folded();
    for (Tokens words = Tokens.of(folded); words.advance(); ) {
      char first = folded.charAt(words.start());
      quoted = first == '\n' ? false : first == '"' ? !quoted : quoted;
      boolean own =
          !quoted && words.end() - words.start() == 3 && folded.startsWith("tôi", words.start());
      boolean plural = own && words.start() >= 6 && folded.startsWith("chúng ", words.start() - 6);
      count += own && !plural ? 1 : 0;
    }
    return count;
  }

  /** Paragraphs of an interview end with a question mark again and again. */
  private int questions() {
    int count = 0;
    String folded = script.folded();
    for (int at = folded.indexOf("?\n"); at >= 0; at = folded.indexOf("?\n", at + 1)) {
      count += at > script.headline().end() ? 1 : 0;
    }
    return count;
  }

  private boolean isInPlace(Hit hit, String where) {
    Span headline = script.headline();
    return switch (where) {
      case "TITLE" -> headline.covers(hit.start(), hit.end());
      case "TITLE_START" -> headline.covers(hit.start(), hit.end()) && hit.start() <= 1;
      // What the headline says has its own weight and does not count again.
      case "LEAD" -> hit.start() >= headline.end() && hit.start() < leadEnd();
      case "LINE_START" -> startsLine(hit.start());
      default -> true;
    };
  }

  private int leadEnd() {
    List<Span> sentences = script.sentences();
    return sentences.get(Math.min(2, sentences.size() - 1)).end();
  }

  private boolean startsLine(int position) {
    int at = position;
    while (at > 0 && " -–•+\"".indexOf(script.folded().charAt(at - 1)) >= 0) {
      at--;
    }
    return at > 0 && script.folded().charAt(at - 1) == '\n';
  }

  private static NotConference strongest(Map<NotConference, Integer> against) {
    NotConference strongest = null;
    for (Map.Entry<NotConference, Integer> entry : against.entrySet()) {
      if (strongest == null || entry.getValue() > against.get(strongest)) {
        strongest = entry.getKey();
      }
    }
    return strongest;
  }

  /** Vietnamese has a letter with a mark of its own in almost every second word. */
  private boolean isVietnamese() {
    int letters = 0;
    int marked = 0;
    String folded = script.folded();
    int end = Math.min(folded.length(), 3000);
    for (int i = 0; i < end; i++) {
      char c = folded.charAt(i);
      if (Alphabet.isLetter(c)) {
        letters++;
        marked += c > 'z' ? 1 : 0;
      }
    }
    return letters == 0 || marked * 100 >= letters * 8;
  }
}
