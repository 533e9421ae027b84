package vn.hoinghi.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.DayPart;
import vn.hoinghi.avro.Evidence;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.TrustedRecords;

/**
 * A small country made of a seed: conferences with twins on the same day in the same province,
 * reports that leave fields out, reprints, revisions, withdrawals, broken pages. Every clock value
 * is drawn from a few, so that ties are common.
 */
final class World {
  static {
    TrustedRecords.trust();
  }

  private static final Province[] PROVINCES = {
    new Province("83", "Bến Tre"), new Province("86", "Vĩnh Long"), new Province("14", "Sơn La")
  };
  private static final String[] DISTRICTS = {
    "huyện Mỏ Cày Bắc", "huyện Mai Sơn", "huyện Vũng Liêm"
  };
  private static final String[] SURNAMES = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"};
  private static final String[] NAMES = {"An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh"};
  private static final String[] WORDS = {
    "nghị", "quyết", "đại", "hội", "đảng", "bộ", "tỉnh", "phát", "triển", "kinh", "tế", "xã",
    "nông", "thôn", "mới", "cán", "bộ", "chủ", "chốt", "tuyên", "truyền", "vận", "động", "học",
    "tập"
  };
  private static final List<ConferenceType> TYPES =
      List.of(
          ConferenceType.STUDY,
          ConferenceType.PLENUM,
          ConferenceType.CONGRESS,
          ConferenceType.REVIEW);
  private static final int MINUTES = 12;

  private final Random random;
  private final int provinces;
  private final int days;
  private final List<RawArticle> records = new ArrayList<>();

  private World(long seed, int provinces, int days) {
    this.random = new Random(seed);
    this.provinces = provinces;
    this.days = days;
  }

  /** Raw records of so many conferences, in no particular order. */
  static List<RawArticle> of(long seed, int conferences) {
    return new World(seed, PROVINCES.length, 9).conferences(conferences);
  }

  /** The same, all in one province on one day: more than an index bucket compares. */
  static List<RawArticle> crowded(long seed, int conferences) {
    return new World(seed, 1, 1).conferences(conferences);
  }

  private List<RawArticle> conferences(int conferences) {
    for (int i = 0; i < conferences; i++) {
      conference(i, facts(i));
    }
    return records;
  }

  private ConferenceMention facts(int number) {
    // Every third has a twin: same day, same province, another body and other people.
    boolean twin = number % 3 == 1;
    int place = twin ? (number - 1) % provinces : number % provinces;
    int day = twin ? number - 1 : number;
    var mention = ConferenceMention.newBuilder();
    mention.setType(TYPES.get(random.nextInt(TYPES.size())));
    mention.setLevel(twin ? Level.DISTRICT : Level.PROVINCE);
    mention.setProvince(PROVINCES[place]);
    if (twin) {
      mention.setPlace(new Place(DISTRICTS[random.nextInt(DISTRICTS.length)], null, null));
    }
    mention.setOrganiser((twin ? "Huyện ủy " : "Tỉnh ủy ") + PROVINCES[place].getName());
    mention.setStartDate("2020-12-%02d".formatted(1 + day % days));
    mention.setDayPart(random.nextBoolean() ? DayPart.MORNING : DayPart.AFTERNOON);
    mention.setTerm("2020-2025");
    mention.setAttendees(new Count(100 + random.nextInt(900), Qualifier.EXACT));
    if (mention.getType() == ConferenceType.PLENUM) {
      mention.setPlenumOrdinal(1 + random.nextInt(6));
    }
    mention.setDocuments(
        List.of(new ConferenceDocument("Nghị quyết", (10 + number) + "-NQ/TU", "về " + number)));
    var persons = new ArrayList<Person>();
    for (int i = 0; i < 3; i++) {
      persons.add(
          new Person(
              pick(SURNAMES) + " Văn " + pick(NAMES),
              List.of("Bí thư"),
              List.of("Bí thư"),
              i == 0 ? Part.CHAIR : Part.ATTENDEE));
    }
    mention.setPersons(persons);
    return mention.build();
  }

  private void conference(int number, ConferenceMention facts) {
    String first = text(number, 60);
    int reports = 1 + random.nextInt(4);
    for (int i = 0; i < reports; i++) {
      boolean reprint = i > 0 && random.nextInt(4) == 0;
      String text = reprint ? "In lại\n" + first : i == 0 ? first : text(number, 60);
      article("https://bao%d.example/%d".formatted(i, number), text, facts);
    }
  }

  private void article(String url, String text, ConferenceMention facts) {
    int revisions = random.nextInt(5) == 0 ? 3 : 1;
    for (int i = 0; i < revisions; i++) {
      records.add(raw(url, Pages.body(text, reported(facts, text))));
    }
    int fate = random.nextInt(20);
    if (fate < 3) {
      records.add(raw(url, Pages.word(fate == 0 ? "!empty" : "!cast")));
    } else if (fate < 6) {
      RawArticle gone = Pages.gone(url, random.nextInt(MINUTES));
      gone.setIngestedAt(Pages.NOON.plusSeconds(60L * random.nextInt(MINUTES)));
      records.add(gone);
    } else if (fate == 6) {
      records.add(raw(url, Pages.body(text, null)));
    }
  }

  private RawArticle raw(String url, java.nio.ByteBuffer body) {
    return Pages.raw(url, random.nextInt(MINUTES), random.nextInt(MINUTES), body);
  }

  /** What one report tells of the facts: some left out, some wrong. */
  private ConferenceMention reported(ConferenceMention facts, String text) {
    var told = ConferenceMention.newBuilder(facts);
    int slip = random.nextInt(12);
    if (slip == 0) {
      told.setStartDate(null);
    } else if (slip == 1) {
      told.setStartDate("XXXX" + facts.getStartDate().substring(4));
    } else if (slip == 2) {
      told.setProvince(null);
    } else if (slip == 3) {
      told.setEndDate("2020-12-10");
    }
    if (random.nextInt(3) == 0) {
      told.setOrganiser(null);
    }
    if (random.nextInt(4) == 0) {
      told.setAttendees(new Count(facts.getAttendees().getValue() + 5, Qualifier.NEARLY));
    }
    if (random.nextInt(4) == 0) {
      told.setPersons(List.of(facts.getPersons().get(0)));
    }
    told.setEvidence(List.of(new Evidence("type", text.substring(0, 5), 0, 5, "made")));
    return told.build();
  }

  private String text(int number, int words) {
    var text = new StringBuilder("Hội nghị " + number + "\n");
    for (int i = 0; i < words; i++) {
      text.append(pick(WORDS)).append(i % 12 == 11 ? ". " : " ");
    }
    return text.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
