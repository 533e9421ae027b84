package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;

/**
 * A signal is the name of an agreement; whoever asks why wants to see the two values. This is what
 * each field compares, in the order in which the fields are weighed; a signal belongs to the field
 * whose name its row begins with.
 */
@SuppressWarnings("ImmutableEnumChecker") // the readings of a field are functions without state
enum Shown {
  PRIOR("prior", f -> null),
  DATE("startDate", Shown::days),
  DAYPART("dayPart", f -> known(f.mention.getDayPart())),
  LEVEL("level", f -> f.level == Level.UNKNOWN ? null : f.level.name()),
  PROVINCE("province", f -> f.mention.getProvince() == null ? null : province(f)),
  DISTRICT("place.district", f -> place(f, f.district, Place::getDistrict)),
  COMMUNE("place.commune", f -> place(f, f.commune, Place::getCommune)),
  BODY("organiser", f -> f.mention.getOrganiser()),
  TYPE("type", f -> f.type.name()),
  PLENUM("plenumOrdinal", f -> number(f.mention.getPlenumOrdinal())),
  CONGRESS("congressOrdinal", f -> number(f.mention.getCongressOrdinal())),
  TERM("term", f -> f.term),
  DOCUMENT("documents", f -> joined(f.mention.getDocuments().stream().map(Shown::document))),
  ATTENDEES("attendees", f -> count(f.mention.getAttendees())),
  VENUES("venues", f -> count(f.mention.getVenues())),
  CHAIR("chair", f -> joined(chairs(f))),
  PERSON("persons", f -> joined(f.mention.getPersons().stream().map(Person::getName))),
  TITLE("title", f -> f.member.title()),
  TEXT("text", f -> f.member.sketch().isNone() ? null : f.member.sketch().runs() + " runs");

  private final String field;
  private final Function<Facts, String> value;

  Shown(String field, Function<Facts, String> value) {
    this.field = field;
    this.value = value;
  }

  /** The lines of a comparison, in the order of the fields. */
  static List<Weighed> lines(Facts left, Facts right, List<Signal> signals) {
    List<Weighed> lines = told(left, right, signals);
    Sketch mine = left.member.sketch();
    Sketch theirs = right.member.sketch();
    String alike =
        ", %d %% alike, %d %% of the shorter"
            .formatted(mine.similarity(theirs), mine.containment(theirs));
    return lines.stream().map(w -> w.field().equals(TEXT.field) ? more(w, alike) : w).toList();
  }

  private static Weighed more(Weighed w, String alike) {
    boolean both = w.left() != null && w.right() != null;
    return both ? new Weighed(w.field(), w.left(), w.right() + alike, w.signal(), w.weight()) : w;
  }

  private static List<Weighed> told(Facts left, Facts right, List<Signal> signals) {
    var lines = new ArrayList<Weighed>();
    for (Shown shown : values()) {
      List<Signal> mine = signals.stream().filter(shown::shows).toList();
      mine.forEach(s -> lines.add(shown.line(left, right, s)));
      if (mine.isEmpty()) {
        Weighed idle = shown.line(left, right, null);
        if (idle.left() != null || idle.right() != null) {
          lines.add(idle);
        }
      }
    }
    return List.copyOf(lines);
  }

  private boolean shows(Signal signal) {
    return signal == Signal.PRIOR ? this == PRIOR : signal.name().startsWith(name() + "_");
  }

  private Weighed line(Facts left, Facts right, Signal signal) {
    return new Weighed(
        field,
        given(value.apply(left)),
        given(value.apply(right)),
        signal == null ? null : signal.row(),
        signal == null ? 0 : signal.weight());
  }

  private static String given(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static String days(Facts f) {
    String start = f.mention.getStartDate();
    if (start == null) {
      String published = f.member.publishedAt();
      return published == null || f.around.isUnknown() ? null : "published " + published;
    }
    String end = f.mention.getEndDate();
    String guess = f.mention.getYearInferredFrom();
    return start
        + (end == null ? "" : "/" + end)
        + (guess == null ? "" : " (year from " + guess + ")");
  }

  private static String province(Facts f) {
    String name = f.mention.getProvince().getName();
    return f.province.isEmpty() ? name + " (not compared: central)" : name;
  }

  /** As written; where only the organiser's name tells it, in the form that is compared. */
  private static String place(Facts f, String compared, Function<Place, String> part) {
    Place place = f.mention.getPlace();
    String written = place == null ? null : part.apply(place);
    return written == null ? compared : written;
  }

  private static String known(DayPart part) {
    return part == null || part == DayPart.UNKNOWN ? null : part.name();
  }

  private static String number(Integer number) {
    return number == null ? null : number.toString();
  }

  private static String count(Count count) {
    return count == null ? null : count.getValue() + " " + count.getQualifier();
  }

  private static String document(ConferenceDocument d) {
    return d.getNumber() == null ? d.getTitle() : d.getNumber();
  }

  private static Stream<String> chairs(Facts f) {
    return f.mention.getPersons().stream()
        .filter(p -> p.getPart() == Part.CHAIR)
        .map(Person::getName);
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining("; "));
  }
}
