package vn.hoinghi.enrich.mention;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.hoinghi.avro.Level;
import vn.hoinghi.enrich.place.Gazetteer;
import vn.hoinghi.enrich.place.Kind;
import vn.hoinghi.enrich.place.PlaceHit;
import vn.hoinghi.enrich.text.Rule;
import vn.hoinghi.enrich.text.Search;

/**
 * Whose gathering it was: the first head in the organiser's name that has a level of its own ("Ban
 * Thường vụ Huyện ủy" is a district's), then in the words after the noun, in the sentence, then the
 * headline; then the Prime Minister or another who leads the State makes it a central one, then the
 * first office of a speaker. "Thành ủy" is a province's in the cities under central rule.
 */
final class Levels {
  private static final Set<String> CITIES =
      Set.of("hà nội", "hồ chí minh", "hcm", "hải phòng", "đà nẵng", "cần thơ");

  private static final Rule PARTY_CONGRESS =
      Rule.of(
          "đại hội (?:đại biểu )?(?:toàn quốc )?(?:lần (?:thứ )?)?[ivxl\\d]{1,6} "
              + "(?:\\([^()\\n]{0,24}\\) ?)?(?:của )?đảng(?! (?:bộ|ủy))(?!\\p{L})");

  /** Huế came under central rule on this day. */
  private static final LocalDate HUE = LocalDate.of(2025, 1, 1);

  private static final Set<String> WITHOUT_KIND =
      Set.of("đảng bộ", "hđnd", "ubnd", "hội đồng nhân dân", "ủy ban nhân dân");

  private static final Set<String> LANDS =
      Set.of("tỉnh", "thành phố", "tp.", "tp", "huyện", "thị xã", "quận", "xã", "phường");

  /** "Ủy viên dự khuyết Trung ương Đảng": somebody's rank tells nobody's gathering. */
  private static final Rule MEMBER =
      Rule.of("(?<!\\p{L})(?:ủy viên|uv|bí thư)(?: dự khuyết)?(?: ban chấp hành| bch)? $");

  /** "Với 6 điểm cầu huyện, thị xã": connected, and not whose it is. */
  private static final Rule CONNECTED =
      Rule.of("(?:điểm|đầu) cầu(?: (?:tại|các|và|huyện|thị|thành phố|xã|phường),?){0,6}+ $");

  private static final int CONNECTED_NEAR = 50;
  private static final int NAME = 60;

  private final Script script;
  private final LocalDate day;
  private final Reach reach;
  private final List<PlaceHit> places;

  /**
   * Reads the levels of one text.
   *
   * @param gazetteer tells which names are provinces
   */
  Levels(Script script, LocalDate day, Gazetteer gazetteer) {
    this.places = script.places(gazetteer);
    this.script = script;
    this.day = day;
    this.reach = new Reach(script);
  }

  record Found(Level level, Span where, String rule) {}

  Found of(Gathering gathering, String outletProvince) {
    Found found = party(gathering);
    if (found == null && gathering.organiser() != null) {
      found = first(gathering.organiser(), "level-of-organiser", outletProvince);
    }
    if (found == null) {
      Span after = new Span(gathering.noun().end(), gathering.sentence().end());
      found = first(after, "level-after-noun", outletProvince);
    }
    if (found == null) {
      found = named(gathering);
    }
    if (found == null) {
      found = first(gathering.sentence(), "level-in-sentence", outletProvince);
    }
    if (found == null) {
      found = first(script.headline(), "level-of-headline", outletProvince);
    }
    Hit head = found == null ? leader(gathering) : null;
    if (head != null) {
      found = new Found(Level.CENTRAL, new Span(head.start(), head.end()), "level-of-who-leads");
    }
    return found == null ? anywhere(outletProvince) : found;
  }

  /** "Hội nghị Xúc tiến đầu tư Quảng Bình 2018": a province in the gathering's own name. */
  private Found named(Gathering gathering) {
    int from = gathering.noun().end();
    int to = Math.min(gathering.sentence().end(), from + NAME);
    int comma = script.indexOf(",", from, to);
    Span name = new Span(from, comma < 0 ? to : comma);
    return places.stream()
        .filter(place -> place.kind() == Kind.PROVINCE && name.covers(place.start(), place.end()))
        .filter(place -> !reach.venue(place.start()))
        .findFirst()
        .map(p -> new Found(Level.PROVINCE, new Span(p.start(), p.end()), "province-in-its-name"))
        .orElse(null);
  }

  /** Who leads the State there; of a conference of the whole country, also in what follows. */
  private Hit leader(Gathering gathering) {
    Hit head = reach.head(gathering.sentence());
    int from = gathering.noun().end();
    boolean national =
        script.folded().startsWith(" toàn quốc", from)
            || script.folded().startsWith(" trực tuyến toàn quốc", from);
    int to = Math.min(script.folded().length() - 1, gathering.sentence().end() + 2);
    return head == null && national ? reach.head(script.sentenceAt(to)) : head;
  }

  /** A local outlet's "tỉnh" is its own; elsewhere the word needs a name to be anybody's. */
  private Found anywhere(String outletProvince) {
    Span all = new Span(0, script.folded().length());
    return first(
        all,
        "level-first-named",
        outletProvince,
        hit ->
            outletProvince != null
                || !LANDS.contains(hit.phrase().text())
                || Character.isUpperCase(firstLetter(hit.end())));
  }

  /** "Đại hội đại biểu toàn quốc lần thứ X của Đảng" names no body but the Party. */
  private Found party(Gathering gathering) {
    Span from = new Span(gathering.noun().start(), gathering.sentence().end());
    Search matcher = script.search(PARTY_CONGRESS, from);
    return matcher.lookingAt()
        ? new Found(Level.CENTRAL, new Span(matcher.start(), matcher.end()), "congress-of-party")
        : null;
  }

  private Found first(Span span, String rule, String outletProvince) {
    return first(span, rule, outletProvince, hit -> true);
  }

  private Found first(Span span, String rule, String outletProvince, Predicate<Hit> counts) {
    for (Hit hit : script.hits(Lexicon.BODIES, span)) {
      if (hit.is("NEUTRAL") && ofProvince(hit)) {
        return new Found(Level.PROVINCE, new Span(hit.start(), hit.end()), rule);
      }
      boolean own = !hit.is("NEUTRAL") && !isOneOfSeveral(hit, span);
      if (own && counts.test(hit) && !issuer(hit, span) && !onlyPresent(hit, span)) {
        String level = hit.is("TOWN") ? town(hit, outletProvince) : hit.phrase().note(0);
        return new Found(Level.valueOf(level), new Span(hit.start(), hit.end()), rule);
      }
    }
    return null;
  }

  /**
   * "Hội nghị công bố Quyết định của Bộ Chính trị" is not the Politburo's; nor is "giới thiệu nhân
   * sự Ban Chấp hành Trung ương" the Central Committee's, nor what a member of it chairs.
   */
  private boolean issuer(Hit hit, Span span) {
    int from = Math.max(span.start(), hit.start() - 30);
    boolean candidates = script.folded().startsWith("nhân sự ", hit.start() - "nhân sự ".length());
    boolean rank = MEMBER.in(script.folded().substring(from, hit.start())).find();
    return hit.is("CENTRAL")
        && (candidates || rank || !script.hits(Lexicon.DOCUMENTS, from, hit.start()).isEmpty());
  }

  /** "Đảng bộ Quảng Ninh", "UBND Hà Nội": a province's without its kind. */
  private boolean ofProvince(Hit head) {
    return WITHOUT_KIND.contains(head.phrase().text())
        && places.stream()
            .anyMatch(place -> place.start() == head.end() + 1 && place.kind() == Kind.PROVINCE);
  }

  /** "Đảng đoàn, Đảng ủy và Thường trực Trung ương Hội": a party committee without a name. */
  private boolean isOneOfSeveral(Hit hit, Span span) {
    boolean bare = hit.phrase().text().equals("đảng ủy");
    String after = script.folded().substring(hit.end(), span.end());
    boolean joined = after.startsWith(",") || after.startsWith(" và ") || after.startsWith(" - ");
    boolean local = after.contains("ubnd") || after.contains("hđnd");
    boolean others = !script.hits(Lexicon.BODIES, hit.end(), span.end()).isEmpty();
    return bare && joined && others && !local;
  }

  /** "Hội nghị các tỉnh", "7 tỉnh", and a town behind "tại" where more than one province meets. */
  private boolean onlyPresent(Hit hit, Span span) {
    if (!LANDS.contains(hit.phrase().text())) {
      return hit.is("ORGANISATION") && reach.many(hit.start());
    }
    int from = Math.max(span.start(), hit.start() - CONNECTED_NEAR);
    boolean connected = CONNECTED.in(script.folded().substring(from, hit.start())).find();
    return connected
        || reach.many(hit.start())
        || (reach.nationwide(span) && reach.venue(hit.start()));
  }

  private Stream<String> cities() {
    boolean hue = day != null && !day.isBefore(HUE);
    return hue ? Stream.concat(CITIES.stream(), Stream.of("huế")) : CITIES.stream();
  }

  private String town(Hit hit, String outletProvince) {
    if (cities().anyMatch(named(hit)::startsWith) || centralCityNamed()) {
      return "PROVINCE";
    }
    boolean home = outletProvince != null && CITIES.contains(Folding.fold(outletProvince));
    return home && !Character.isUpperCase(firstLetter(hit.end())) ? "PROVINCE" : "DISTRICT";
  }

  /**
   * Elsewhere the text may say which city: "Thành ủy TP.HCM"; or only "UBND TP Hà Nội", which
   * counts where no committee of another city is named.
   */
  private boolean centralCityNamed() {
    boolean central = false;
    boolean other = false;
    for (Hit hit : script.hits(Lexicon.BODIES)) {
      boolean party = hit.phrase().text().contains("ủy");
      boolean named = hit.is("TOWN") && cities().anyMatch(named(hit)::startsWith);
      if (named && party) {
        return true;
      }
      central |= named;
      other |= hit.is("TOWN") && party && isOther(hit);
    }
    return central && !other;
  }

  /** "Thành ủy Vinh", but not "Thành ủy TP lần thứ". */
  private boolean isOther(Hit hit) {
    boolean city = script.folded().startsWith("tp", hit.end() + 1);
    boolean goesOn =
        hit.end() < script.folded().length() && script.folded().charAt(hit.end()) == ' ';
    return goesOn && !city && Character.isUpperCase(firstLetter(hit.end()));
  }

  /** What follows a head, without "thành phố" or "TP". */
  private String named(Hit hit) {
    String folded = script.folded();
    String after =
        folded
            .substring(hit.end(), Math.min(folded.length(), hit.end() + 24))
            .replace("tp", "")
            .replace("thành phố", "");
    int from = 0;
    while (from < after.length() && " .".indexOf(after.charAt(from)) >= 0) {
      from++;
    }
    return after.substring(from);
  }

  private char firstLetter(int from) {
    String text = script.text();
    int at = from;
    while (at < text.length() && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at < text.length() && at - from <= 2 ? text.charAt(at) : 'a';
  }

  /** Whether a name of a body is of the whole country. */
  static boolean national(String organiser) {
    String folded = Folding.fold(organiser);
    return List.of("trung ương", "việt nam", "toàn quốc", "quốc gia").stream()
        .anyMatch(folded::contains);
  }
}
