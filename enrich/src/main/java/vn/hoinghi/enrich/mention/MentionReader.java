package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Person;
import vn.hoinghi.enrich.person.FoundPerson;
import vn.hoinghi.enrich.person.PersonFinder;
import vn.hoinghi.enrich.place.Gazetteer;

/**
 * Reads an article as a careful reader does: is it a report of one gathering that took place, and
 * what does it say of it? Every value comes with the words that gave it; what the article does not
 * say stays null.
 *
 * <p>Pure, deterministic in any locale and time zone, safe for many threads; time grows with the
 * length of the text.
 */
public final class MentionReader {
  /** Changes with every change of a rule that can change a mention. */
  public static final String RULES_VERSION = "2026-11-23.1";

  private final Lexicons lexicons;
  private final PersonFinder persons;
  private final Gazetteer gazetteer;

  private MentionReader(Lexicons lexicons, PersonFinder persons, Gazetteer gazetteer) {
    this.lexicons = lexicons;
    this.persons = persons;
    this.gazetteer = gazetteer;
  }

  private static final class Standard {
    private static final MentionReader READER =
        new MentionReader(Lexicons.standard(), PersonFinder.standard(), Gazetteer.standard());
  }

  /** The reader with the rules that ship with this version. */
  public static MentionReader standard() {
    return Standard.READER;
  }

  /** Reads one article; never throws for what stands in it. */
  public Reading read(ArticleText article) {
    Script script = new Script(article.text(), lexicons);
    LocalDate published = Publication.day(article.publishedAt());
    Judgement judgement = new Judge(script, published).judge();
    if (judgement.reason() != null) {
      return Reading.none(judgement.reason(), judgement.because());
    }
    return Reading.conference(mention(script, judgement, published, article), judgement.because());
  }

  private ConferenceMention mention(
      Script script, Judgement judgement, LocalDate published, ArticleText article) {
    Findings findings = new Findings(script);
    ConferenceMention mention = new ConferenceMention();
    String home = article.outlet() == null ? null : article.outlet().province();
    Gathering told = judgement.gathering();
    List<Gathering> all = judgement.all();
    Gathering gathering = told.organiser() == null ? withOrganiser(told, all) : told;
    kind(script, gathering, published, home, mention, findings);
    new Ordinals(script, findings).read(gathering, all, mention);
    new When(script, published, latestYear(article), findings).read(gathering, all, mention);
    province(script, gathering, published, home, mention, findings);
    mention.setPlace(new Places(script, findings).of(gathering));
    new Formats(script, findings).read(mention);
    mention.setDocuments(new Documents(script, findings).of(gathering));
    mention.setAttendees(new Attendance(script, findings).of(gathering));
    mention.setVenues(new Points(script, findings).of());
    persons(script, mention, findings);
    mention.setEvidence(findings.all());
    return mention;
  }

  private static int latestYear(ArticleText article) {
    return article.fetchedAt() == null
        ? LocalDate.MAX.getYear()
        : LocalDate.ofInstant(article.fetchedAt(), ZoneOffset.UTC).getYear();
  }

  /** Who held it may stand in the next sentence: "Hội nghị do Ban Thường vụ Tỉnh ủy tổ chức". */
  private static Gathering withOrganiser(Gathering told, List<Gathering> all) {
    for (Gathering other : all) {
      boolean same = other.noun().is("CONGRESS") == told.noun().is("CONGRESS");
      boolean held = other.tense() == Gathering.Tense.HELD && other.verb() != null;
      if (same && held && other.organiser() != null && other.index() <= told.index() + 3) {
        return told.by(other.organiser());
      }
    }
    return told;
  }

  private void kind(
      Script script,
      Gathering gathering,
      LocalDate published,
      String home,
      ConferenceMention mention,
      Findings findings) {
    Kinds.Found kind = new Kinds(script).of(gathering);
    mention.setType(kind.type());
    findings.add("type", kind.where(), kind.rule());
    Span organiser = gathering.organiser();
    if (organiser != null) {
      mention.setOrganiser(script.name(organiser));
      findings.add("organiser", organiser, "body-that-holds");
    }
    Levels.Found level = new Levels(script, published, gazetteer).of(gathering, home);
    if (level != null) {
      mention.setLevel(level.level());
      findings.add("level", level.where(), level.rule());
    }
  }

  private void province(
      Script script,
      Gathering gathering,
      LocalDate published,
      String home,
      ConferenceMention mention,
      Findings findings) {
    LocalDate day = eventDay(mention, published);
    Provinces provinces = new Provinces(script, gazetteer, day, home);
    Level level = mention.getLevel();
    Provinces.Found found = provinces.of(gathering, level, gathering.organiser());
    if (found != null) {
      mention.setProvince(found.province());
      findings.add("province", where(found, gathering), found.rule());
    }
  }

  /** Where the outlet's home was taken, the words that lean on it: "Tỉnh ủy", or the gathering. */
  private static Span where(Provinces.Found found, Gathering gathering) {
    if (found.where() != null) {
      return found.where();
    }
    return gathering.organiser() != null
        ? gathering.organiser()
        : new Span(gathering.noun().start(), gathering.noun().end());
  }

  /** The day whose map of provinces counts. */
  private static LocalDate eventDay(ConferenceMention mention, LocalDate published) {
    String start = mention.getStartDate();
    return start == null || start.startsWith("X") ? published : LocalDate.parse(start);
  }

  private void persons(Script script, ConferenceMention mention, Findings findings) {
    List<Person> found = new ArrayList<>();
    for (FoundPerson person :
        persons.find(script.text(), script.words(), script.places(gazetteer))) {
      found.add(person.person());
      person.evidence().forEach(findings::add);
    }
    mention.setPersons(found);
  }
}
