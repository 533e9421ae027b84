package vn.hoinghi.enrich.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;

/**
 * One member in the form in which members are compared: names folded, days counted, lists as sorted
 * hashes. Made once for each member that is looked at, since folding costs more than comparing.
 */
public final class Facts {
  private static final Pattern NUMBER = Pattern.compile("\\d+[^\\d/]*(?:/\\s*\\S*)?");
  private static final String CENTRAL_WRITTEN = " " + Fold.text("tư");
  private static final int TITLE_WORDS = 40;

  final Member member;
  final ConferenceMention mention;
  final ConferenceType type;
  final Level level;
  final Days days;

  /** The days, or where none is told those on which it may have been. */
  final Days around;

  final String provinceName;
  final String province;
  final String district;
  final String commune;
  final String body;
  final String term;

  /** Where in the country, as far as known; what the place indexes are made of. */
  final String area;

  final long[] documents;
  final long[] persons;
  final long[] chairs;
  final long[] titleWords;
  private long[] buckets;

  private Facts(Member member) {
    this.member = member;
    this.mention = member.mention();
    this.type = mention.getType();
    this.level = mention.getLevel() == null ? Level.UNKNOWN : mention.getLevel();
    this.days = Days.of(member);
    this.around = days.isUnknown() ? Days.presumed(member) : days;
    boolean placed = mention.getProvince() != null && level != Level.CENTRAL;
    this.provinceName = placed ? Fold.text(mention.getProvince().getName()) : "";
    this.province = placed ? Provinces.today(mention.getProvince().getCode()) : "";
    Place place = mention.getPlace();
    String organiser = mention.getOrganiser();
    this.district =
        PlaceNames.district(
            place == null ? null : place.getDistrict(), level == Level.DISTRICT ? organiser : null);
    this.commune =
        PlaceNames.commune(
            place == null ? null : place.getCommune(), level == Level.COMMUNE ? organiser : null);
    this.body = BodyNames.body(organiser, provinceName, district, commune);
    this.term = mention.getTerm() == null ? "" : mention.getTerm().replace(" ", "");
    this.area = province + '|' + district + '|' + commune;
    this.documents = documents(mention.getDocuments());
    this.persons = names(mention.getPersons(), false);
    this.chairs = names(mention.getPersons(), true);
    this.titleWords = HashSets.of(Fold.words(member.title(), TITLE_WORDS));
  }

  /** The member in comparable form. */
  public static Facts of(Member member) {
    return new Facts(member);
  }

  public Member member() {
    return member;
  }

  /** The index entries of the member: buckets in which it stands, in a fixed order. */
  public long[] buckets() {
    if (buckets == null) {
      buckets = Buckets.of(this);
    }
    return buckets;
  }

  /** "18-NQ/TW" and "18 - NQ/TƯ" are one number; a document without one counts by its title. */
  private static long[] documents(List<ConferenceDocument> documents) {
    var found = new ArrayList<String>(documents.size());
    for (ConferenceDocument d : documents) {
      if (d.getNumber() != null && NUMBER.matcher(d.getNumber().strip()).matches()) {
        found.add(Fold.text(d.getNumber()).replace(CENTRAL_WRITTEN, " tw"));
      } else if (!d.getTitle().isBlank()) {
        found.add(Fold.text(d.getTitle()));
      }
    }
    return HashSets.of(found);
  }

  private static long[] names(List<Person> persons, boolean chairs) {
    var names = new ArrayList<String>(persons.size());
    for (Person p : persons) {
      if (!chairs || p.getPart() == Part.CHAIR) {
        names.add(Fold.text(p.getName()));
      }
    }
    return HashSets.of(names);
  }
}
