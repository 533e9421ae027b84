package vn.hoinghi.enrich.resolve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;

/** One member in the form in which members are compared: folded names, days, sets. */
final class Facts {
  private static final Pattern NUMBER = Pattern.compile("(\\d+)[^\\d/]*/?\\S*");
  private static final Set<String> PLACE_KINDS =
      Set.of("xã", "phường", "huyện", "quận", "tỉnh").stream()
          .map(Fold::text)
          .collect(Collectors.toUnmodifiableSet());
  private static final List<String> LONG_PLACE_KINDS =
      List.of(Fold.text("thị trấn"), Fold.text("thị xã"), Fold.text("thành phố"));
  private static final Map<String, String> BODY_FORMS = bodyForms();

  /** "Ban Thường vụ Huyện ủy Nam Đàn", "UBND huyện Nam Đàn, tỉnh Nghệ An". */
  private static final Pattern DISTRICT_BODY =
      bodyOf("(?:huyện|thị|quận|thành) (?:ủy|uỷ|đoàn)|huyện|quận|thị xã|thành phố");

  private static final Pattern COMMUNE_BODY = bodyOf("xã|phường|thị trấn|đặc khu");

  final Member member;
  final ConferenceMention mention;
  final Level level;
  final Days days;
  final String provinceName;
  final String province;
  final String district;
  final String commune;
  final String body;
  final String term;
  final Set<String> documents;
  final Set<String> persons;
  final Set<String> chairs;
  final Set<String> titleWords;

  /** Comparisons made so far, by the other's identity; gone with either. */
  final Map<Facts, Verdict> verdicts = new WeakHashMap<>();

  Facts(Member member) {
    this.member = member;
    this.mention = member.mention();
    this.level = mention.getLevel() == null ? Level.UNKNOWN : mention.getLevel();
    this.days = Days.of(member);
    boolean placed = mention.getProvince() != null && level != Level.CENTRAL;
    this.provinceName = placed ? Fold.text(mention.getProvince().getName()) : "";
    this.province = placed ? Provinces.today(mention.getProvince().getCode()) : "";
    Place place = mention.getPlace() == null ? new Place() : mention.getPlace();
    this.district = seat(place.getDistrict(), Level.DISTRICT, DISTRICT_BODY);
    this.commune = seat(place.getCommune(), Level.COMMUNE, COMMUNE_BODY);
    this.body = body(mention.getOrganiser());
    this.term = mention.getTerm() == null ? "" : mention.getTerm().replace(" ", "");
    this.documents = documents(mention.getDocuments());
    this.persons = names(mention.getPersons(), false);
    this.chairs = names(mention.getPersons(), true);
    this.titleWords = new HashSet<>(Fold.words(member.title(), 40));
  }

  private static Pattern bodyOf(String heads) {
    return Pattern.compile(
        "(?iu)(?<!\\p{L})(?:" + heads + ") ([^,;()]+?)(?= tỉnh(?!\\p{L})|[,;()]|$)");
  }

  /** Where in the country, as far as known; what the place indexes are made of. */
  String area() {
    return province + "|" + district + "|" + commune;
  }

  /** The place as written; where the report names none, the one in the name of its own body. */
  private String seat(String place, Level own, Pattern body) {
    if (place == null && level == own && mention.getOrganiser() != null) {
      Matcher named = body.matcher(mention.getOrganiser());
      return named.find() ? placeName(named.group(1).strip()) : "";
    }
    return placeName(place);
  }

  private static String placeName(String written) {
    String name = Fold.text(written);
    for (String kind : LONG_PLACE_KINDS) {
      if (name.startsWith(kind + " ")) {
        return name.substring(kind.length() + 1);
      }
    }
    int space = name.indexOf(' ');
    return space > 0 && PLACE_KINDS.contains(name.substring(0, space))
        ? name.substring(space + 1)
        : name;
  }

  private String body(String organiser) {
    String name = " " + Fold.text(organiser) + " ";
    int term = name.indexOf(" " + Fold.text("khóa") + " ");
    name = term >= 0 ? name.substring(0, term + 1) : name;
    for (Map.Entry<String, String> form : BODY_FORMS.entrySet()) {
      name = name.replace(form.getKey(), form.getValue());
    }
    for (String place : new String[] {provinceName, district, commune}) {
      name = place.isEmpty() ? name : name.replace(" " + place + " ", " ");
    }
    return withoutKind(name.strip());
  }

  /** "tỉnh ủy tỉnh", what is left of "Tỉnh ủy tỉnh Bến Tre", is "tỉnh ủy". */
  private static String withoutKind(String body) {
    for (String kind : LONG_PLACE_KINDS) {
      if (body.endsWith(" " + kind)) {
        return body.substring(0, body.length() - kind.length() - 1);
      }
    }
    int space = body.lastIndexOf(' ');
    return space > 0 && PLACE_KINDS.contains(body.substring(space + 1))
        ? body.substring(0, space)
        : body;
  }

  private static Map<String, String> bodyForms() {
    Map<String, String> forms = new LinkedHashMap<>();
    Table.read("bodies.csv")
        .forEach(
            (written, read) ->
                forms.put(
                    " " + Fold.text(written) + " ",
                    read.isEmpty() ? " " : " " + Fold.text(read) + " "));
    return forms;
  }

  /** "18-NQ/TW" and "18 - NQ/TƯ" are one number; a document without one counts by its title. */
  private static Set<String> documents(List<ConferenceDocument> documents) {
    var found = new LinkedHashSet<String>();
    for (ConferenceDocument d : documents) {
      if (d.getNumber() != null && NUMBER.matcher(d.getNumber().strip()).matches()) {
        found.add(Fold.text(d.getNumber()).replace(" tư", " tw"));
      } else if (!d.getTitle().isBlank()) {
        found.add(Fold.text(d.getTitle()));
      }
    }
    return found;
  }

  private static Set<String> names(List<Person> persons, boolean chairs) {
    return persons.stream()
        .filter(p -> !chairs || p.getPart() == Part.CHAIR)
        .map(p -> Fold.text(p.getName()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
