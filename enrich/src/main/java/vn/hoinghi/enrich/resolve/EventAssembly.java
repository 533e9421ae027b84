package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Format;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/** Makes the event out of its members: one value a field, everything anyone said beside it. */
final class EventAssembly {
  static {
    TrustedRecords.trust();
  }

  private final List<Source> sources;
  private final Supports supports = new Supports();

  private EventAssembly(List<Source> sources) {
    this.sources = sources;
  }

  /**
   * The event at revision 0.
   *
   * @param members in canonical order, at least one
   */
  static ConferenceEvent of(List<Member> members) {
    return new EventAssembly(Source.of(members)).event();
  }

  /** All fields are set, in the contract's order; a builder would look each one over. */
  private ConferenceEvent event() {
    Member anchor = sources.get(0).member();
    ConferenceType type = choose("type", ConferenceMention::getType, Enum::name);
    var event = new ConferenceEvent();
    event.setEventId(ContentIds.eventId(anchor.shard(), anchor.articleId()));
    event.setRevision(0L);
    event.setRulesVersion(anchor.rulesVersion());
    event.setShard(anchor.shard());
    event.setAnchorArticleId(anchor.articleId());
    event.setTitle(anchor.title());
    event.setType(type);
    event.setLevel(choose("level", m -> known(m.getLevel()), Enum::name));
    event.setProvince(province());
    event.setPlace(place());
    event.setOrganiser(organiser(event.getProvince()));
    days(event, type);
    event.setFormat(choose("format", m -> known(m.getFormat()), Enum::name));
    event.setCongressOrdinal(number("congressOrdinal", ConferenceMention::getCongressOrdinal));
    event.setPlenumOrdinal(number("plenumOrdinal", ConferenceMention::getPlenumOrdinal));
    event.setTerm(choose("term", ConferenceMention::getTerm, t -> t));
    event.setDocuments(People.documents(sources, supports));
    event.setPersons(People.persons(sources, supports));
    event.setAttendees(attendees());
    event.setVenues(choose("venues", ConferenceMention::getVenues, EventAssembly::shown));
    sum(event);
    return event;
  }

  private void sum(ConferenceEvent event) {
    Coverages coverages = supports.coverages();
    event.setSupports(supports.all());
    event.setSources(
        sources.stream().limit(Source.MAX_SOURCES).map(s -> s.toRecord(coverages.of(s))).toList());
    event.setCoverage(coverages.all());
    event.setConfidence(coverages.ofTheEvent());
    event.setSourceCount(sources.size());
    event.setIndependentSources(Source.independent(sources));
  }

  private void days(ConferenceEvent event, ConferenceType type) {
    Calendar calendar = Calendar.of(sources, type);
    supports.record(
        "startDate",
        Votes.on(sources, s -> s.mention().getStartDate()),
        d -> d,
        d -> d.equals(calendar.start()),
        calendar::holds);
    supports.record(
        "endDate",
        Votes.on(sources, s -> s.mention().getEndDate()),
        d -> d,
        d -> d.equals(calendar.end()),
        d -> d.equals(calendar.end()));
    event.setStartDate(calendar.start());
    event.setEndDate(calendar.end());
    event.setDayPart(choose("dayPart", m -> known(m.getDayPart()), Enum::name));
    event.setYearInferredFrom(
        Votes.on(
                sources,
                s ->
                    Objects.equals(s.mention().getStartDate(), calendar.start())
                        ? Objects.requireNonNullElse(s.mention().getYearInferredFrom(), "")
                        : null)
            .chosen());
    if ("".equals(event.getYearInferredFrom())) {
      event.setYearInferredFrom(null);
    }
  }

  private Province province() {
    return supports.choose(
        "province",
        Votes.on(sources, s -> s.mention().getProvince()),
        Province::getName,
        Agreement::provinces);
  }

  private String organiser(Province province) {
    String where = province == null ? "" : Fold.text(province.getName());
    return supports.choose(
        "organiser",
        Votes.on(sources, s -> s.mention().getOrganiser()),
        o -> o,
        (a, b) -> Agreement.bodies(a, b, where));
  }

  private Count attendees() {
    return supports.choose(
        "attendees",
        Votes.on(sources, s -> s.mention().getAttendees()),
        EventAssembly::shown,
        Agreement::counts);
  }

  private Place place() {
    String district = choose("place.district", m -> part(m, Place::getDistrict), p -> p);
    String commune = choose("place.commune", m -> part(m, Place::getCommune), p -> p);
    String venue = choose("place.venue", m -> part(m, Place::getVenue), p -> p);
    boolean none = district == null && commune == null && venue == null;
    return none ? null : new Place(district, commune, venue);
  }

  private static String part(ConferenceMention m, Function<Place, String> part) {
    return m.getPlace() == null ? null : part.apply(m.getPlace());
  }

  private Integer number(String field, Function<ConferenceMention, Integer> value) {
    return choose(field, value, n -> Integer.toString(n));
  }

  private <T> T choose(
      String field, Function<ConferenceMention, T> value, Function<T, String> shown) {
    return supports.choose(field, Votes.on(sources, s -> value.apply(s.mention())), shown);
  }

  static String shown(Count count) {
    return count.getValue() + " " + count.getQualifier();
  }

  private static Level known(Level level) {
    return level == Level.UNKNOWN ? null : level;
  }

  private static DayPart known(DayPart part) {
    return part == DayPart.UNKNOWN ? null : part;
  }

  private static Format known(Format format) {
    return format == Format.UNKNOWN ? null : format;
  }
}
