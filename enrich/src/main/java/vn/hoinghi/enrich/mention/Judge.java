package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
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
  private static final int ENOUGH = 7;
  private static final int ENOUGH_WITHOUT_DAY = 9;

  /** One that nobody is said to have held, far from the top, is where a detail was heard. */
  private static final int ENOUGH_WHERE_DEEP = 10;

  /** A gathering that somebody is said to have held at the top of the article needs less. */
  private static final int WELL_TOLD = 7;

  /** One that the headline and the lead pass over, and of which little is said, needs more. */
  private static final int OPENING = 3;

  private static final int FAINT = 5;

  private static final int DEEP = 6;
  private static final int SLIGHT = 2;

  /** The report of an election tells the life of the one elected. */
  private static final int SLIGHT_LIFE = 4;

  private static final int MOST_HOLDERS = 3;
  private static final int SHORTEST_BODY = 80;
  private static final int MOST_PROCEEDINGS = 8;

  private final Script script;
  private final Vintage vintage;

  Judge(Script script, LocalDate published) {
    this.script = script;
    this.vintage = new Vintage(script, published);
  }

  Judgement judge() {
    Span headline = script.headline();
    if (!isVietnamese()) {
      return Judgement.none(NotConference.LANGUAGE, "few Vietnamese letters");
    }
    if (script.text().length() - headline.end() < SHORTEST_BODY) {
      return Judgement.none(NotConference.TOO_SHORT, "little text");
    }
    Quotes quotes = new Quotes(script);
    Contrary contrary = new Contrary(script, quotes);
    NotConference strongest = contrary.strongest();
    if (strongest != null && contrary.weight() >= Contrary.ALONE) {
      return Judgement.none(strongest, "cues " + contrary);
    }
    List<Gathering> gatherings = new Gatherings(script, quotes).find();
    if (gatherings.isEmpty()) {
      NotConference reason = strongest == null ? NotConference.NO_GATHERING : strongest;
      return Judgement.none(reason, "no gathering word");
    }
    return weigh(gatherings, contrary);
  }

  private Judgement weigh(List<Gathering> gatherings, Contrary contrary) {
    Gathering best = vintage.reported(gatherings);
    contrary.heed(best);
    int proceedings = proceedings();
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
            + contrary;
    if (isMany(gatherings)) {
      return Judgement.none(NotConference.LISTING, because);
    }
    if (vintage.isToCome(best)) {
      return Judgement.none(NotConference.PREVIEW, because);
    }
    if (vintage.isLongAgo(best)) {
      return Judgement.none(NotConference.RETROSPECTIVE, because);
    }
    boolean debate = best.noun().is("SITS");
    if (proceedings == 0 && best.organiser() == null && contrary.isEditorial() && !debate) {
      return Judgement.none(NotConference.OPINION, because);
    }
    int against = debate ? 0 : against(contrary);
    int weight = best.score() + Math.min(MOST_PROCEEDINGS, proceedings) - against;
    NotConference strongest = contrary.strongest();
    if (best.tense() == Gathering.Tense.NONE
        || weight < enough(best)
        || isBuried(best, proceedings)) {
      NotConference reason = strongest == null ? NotConference.PASSING_MENTION : strongest;
      return Judgement.none(reason, because);
    }
    return Judgement.report(best, gatherings, because);
  }

  private static int against(Contrary contrary) {
    boolean life = contrary.strongest() == NotConference.BIOGRAPHY;
    int weight = contrary.weight();
    return weight <= (life ? SLIGHT_LIFE : SLIGHT) ? 0 : weight;
  }

  /** Who held it, told by the first sentence of the report, is as good as a day. */
  private static int enough(Gathering gathering) {
    Hit verb = gathering.verb();
    boolean deep = gathering.index() >= DEEP && verb == null;
    boolean late = gathering.index() > OPENING && gathering.score() <= FAINT;
    if (gathering.day() != null && !late) {
      return deep ? ENOUGH_WHERE_DEEP : ENOUGH;
    }
    if (verb == null || !verb.is("HOLD") || gathering.score() < WELL_TOLD) {
      return ENOUGH_WITHOUT_DAY;
    }
    boolean lead = gathering.index() == 1 && gathering.organiser() != null && isFormal(gathering);
    return lead ? ENOUGH : ENOUGH_WITHOUT_DAY - 1;
  }

  /** Of courses and talks many are held: who holds some is not yet news of one. */
  private static boolean isFormal(Gathering gathering) {
    String noun = gathering.noun().phrase().text();
    return noun.startsWith("hội nghị") || noun.startsWith("đại hội");
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
