package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Province;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.Kind;
import vn.hoinghi.enrich.place.PlaceHit;

/**
 * The province of a gathering, in this order: one named in the organiser's name; one right after
 * the gathering word; the first that follows "tỉnh" or an office in the same sentence; one that
 * opens the headline; a district's there; the outlet's home; the first of the text. A central
 * gathering and one of a national organisation have none.
 */
final class Provinces {
  private final Script script;
  private final Gazetteer gazetteer;
  private final LocalDate day;
  private final List<PlaceHit> hits;
  private final String home;

  Provinces(Script script, Gazetteer gazetteer, LocalDate day, String home) {
    this.script = script;
    this.gazetteer = gazetteer;
    this.day = day;
    this.hits = gazetteer.find(script.text());
    this.home = home;
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
    Found found = null;
    if (organiser != null) {
      boolean whole = script.folded().startsWith(" toàn quốc", gathering.noun().end());
      boolean national = level == Level.ORGANISATION && (whole || national(organiser));
      found = within(organiser, "province-in-organiser");
      if (found != null || national) {
        return found;
      }
    }
    if (organiser == null && level == Level.ORGANISATION && nationwide(gathering)) {
      return null;
    }
    found = within(gathering.sentence(), "province-in-sentence");
    if (found == null) {
      found = within(script.headline(), "province-in-headline");
    }
    if (found == null || (home != null && !found.rule().equals("province-in-headline"))) {
      Found outlet = home();
      found = outlet != null && (found == null || contested(found)) ? outlet : found;
    }
    if (found == null) {
      found = within(new Span(0, script.text().length()), "province-first-named");
    }
    return found;
  }

  private boolean national(Span organiser) {
    return script.hits(Lexicon.BODIES, organiser).stream().anyMatch(hit -> hit.is("NATIONAL"))
        || Levels.national(script.written(organiser.start(), organiser.end()));
  }

  /** "Hội nghị tập huấn toàn quốc". */
  private boolean nationwide(Gathering gathering) {
    int from = gathering.noun().end();
    int to = Math.min(gathering.sentence().end(), from + 40);
    return script.folded().substring(from, to).contains("toàn quốc");
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

  private Found within(Span span, String rule) {
    Found district = null;
    for (PlaceHit hit : hits) {
      if (!span.covers(hit.start(), hit.end())) {
        continue;
      }
      Found found = found(hit, rule);
      if (found != null && hit.kind() == Kind.PROVINCE) {
        return found;
      }
      if (found != null && district == null && hit.provinces().size() == 1) {
        district = found;
      }
    }
    return district;
  }

  private Found found(PlaceHit hit, String rule) {
    Province old = hit.provinces().get(0);
    Optional<Province> province = gazetteer.province(old.getName(), day);
    return province.map(p -> new Found(p, new Span(hit.start(), hit.end()), rule)).orElse(null);
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
