package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Province;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.Homonyms;
import vn.hoinghi.enrich.place.Kind;
import vn.hoinghi.enrich.place.PlaceHit;

/**
 * Whose gathering it was says which province it is of; where it was held says so only of a local
 * one. A central gathering, and one of a national body that names no place, has none. Otherwise the
 * province is, in this order,
 *
 * <ol>
 *   <li>one named in the organiser's name, or that of a district or commune named there;
 *   <li>one named in the gathering's sentence; a hall or city behind "tại" counts only where
 *       nothing there speaks of more than one province ("toàn quốc", "Thủ tướng", "khu vực");
 *   <li>one named in the headline, likewise;
 *   <li>the outlet's home, also before a name of rung 2 that stands without its kind ("tỉnh", "Tỉnh
 *       ủy") and not in the headline;
 *   <li>of a gathering of a province, district or commune, the first that the text names with its
 *       kind, or else the only one it names.
 * </ol>
 *
 * In each place a province goes before a smaller place, and of smaller ones the first that can mean
 * one province only ({@link Homonyms}).
 */
final class Provinces {
  private final Script script;
  private final Gazetteer gazetteer;
  private final LocalDate day;
  private final List<PlaceHit> hits;
  private final Homonyms homonyms;
  private final String home;
  private final Reach reach;

  /**
   * Finds all places of the text.
   *
   * @param day the day whose map counts, or null
   * @param home name of the outlet's home province, or null
   */
  Provinces(Script script, Gazetteer gazetteer, LocalDate day, String home) {
    this.script = script;
    this.gazetteer = gazetteer;
    this.hits = script.places(gazetteer);
    this.home = home;
    this.reach = new Reach(script);
    homonyms = new Homonyms(gazetteer, script.text(), hits, day, home);
    this.day = day == null && homonyms.present() ? Homonyms.NEW_MAP : day;
  }

  /**
   * The province and the words that gave it; no words where the outlet did.
   *
   * @param where null where the outlet's home was taken
   */
  record Found(Province province, Span where, String rule) {}

  Found of(Gathering gathering, Level level, Span organiser) {
    if (level == Level.CENTRAL) {
      return null;
    }
    if (organiser != null) {
      Found found = within(organiser, "province-in-organiser", hit -> true);
      if (found != null) {
        return found;
      }
    }
    if (level == Level.ORGANISATION && national(gathering, organiser)) {
      return null;
    }
    boolean territory = level != null && level != Level.ORGANISATION;
    boolean anybodys = !territory && home == null;
    boolean beyond =
        anybodys || (!(territory && organiser != null) && reach.nationwide(gathering.sentence()));
    Predicate<PlaceHit> counts = beyond ? hit -> !venue(hit) : hit -> true;
    Found found = within(gathering.sentence(), "province-in-sentence", counts);
    if (found == null) {
      found = within(script.headline(), "province-in-headline", counts);
    }
    if (found == null && beyond && !territory) {
      return null;
    }
    if (found == null || (home != null && !found.rule().equals("province-in-headline"))) {
      Found outlet = home();
      found = outlet != null && (found == null || contested(found)) ? outlet : found;
    }
    return found == null && territory && !beyond ? inText() : found;
  }

  /** A national body's, or by its own words one of the whole country. */
  private boolean national(Gathering gathering, Span organiser) {
    int from = gathering.noun().end();
    int to = Math.min(gathering.sentence().end(), from + (organiser == null ? 40 : 10));
    if (script.folded().substring(from, Math.max(from, to)).contains("toàn quốc")) {
      return true;
    }
    return organiser != null
        && (script.hits(Lexicon.BODIES, organiser).anyMatch(hit -> hit.is("NATIONAL"))
            || Levels.national(script.written(organiser.start(), organiser.end())));
  }

  /** A hall or a city; what stands behind the name of a committee's is its own. */
  private boolean venue(PlaceHit hit) {
    return !Folding.fold(hit.kindWord()).endsWith("ủy") && reach.venue(hit.start());
  }

  /** A bare province name in the sentence may be anyone's; one with its kind is the gathering's. */
  private boolean contested(Found found) {
    return hits.stream()
        .filter(hit -> hit.start() == found.where().start())
        .anyMatch(hit -> hit.kindWord().isEmpty() && !inHeadline(hit));
  }

  private boolean inHeadline(PlaceHit hit) {
    Span headline = script.headline();
    return hits.stream()
        .anyMatch(
            other ->
                headline.covers(other.start(), other.end()) && other.name().equals(hit.name()));
  }

  private Found within(Span span, String rule, Predicate<PlaceHit> counts) {
    Found smaller = null;
    for (int i = 0; i < hits.size(); i++) {
      PlaceHit hit = hits.get(i);
      if (!span.covers(hit.start(), hit.end()) || !counts.test(hit)) {
        continue;
      }
      Found found = hit.kind() == Kind.PROVINCE || smaller == null ? found(i, rule) : null;
      if (found != null && hit.kind() == Kind.PROVINCE) {
        return found;
      }
      smaller = smaller == null ? found : smaller;
    }
    return smaller;
  }

  private Found found(int index, String rule) {
    PlaceHit hit = hits.get(index);
    Optional<Province> province =
        homonyms.province(index).flatMap(old -> gazetteer.province(old.getName(), day));
    return province.map(p -> new Found(p, new Span(hit.start(), hit.end()), rule)).orElse(null);
  }

  private Found inText() {
    Span all = new Span(0, script.text().length());
    Found found = within(all, "province-first-named", hit -> !hit.kindWord().isEmpty());
    if (found != null) {
      return found;
    }
    long provinces =
        hits.stream().filter(h -> h.kind() == Kind.PROVINCE).map(PlaceHit::name).distinct().count();
    return provinces <= 1 ? within(all, "province-first-named", hit -> true) : null;
  }

  private Found home() {
    if (home == null) {
      return null;
    }
    return gazetteer
        .province(home, day)
        .map(p -> new Found(p, null, "province-of-outlet"))
        .orElse(null);
  }
}
