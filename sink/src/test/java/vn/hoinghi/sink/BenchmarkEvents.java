package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Support;

/**
 * Events of the size that enrich makes of real pages: two sources, three people, one document,
 * twenty-two supports, nine fields covered; ids without order, as hashes are.
 */
final class BenchmarkEvents {
  private static final List<String> FIELDS =
      List.of(
          "type",
          "level",
          "province",
          "place.district",
          "organiser",
          "startDate",
          "attendees",
          "term",
          "congressOrdinal");
  private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hồ", "Võ");
  private static final List<String> GIVEN =
      List.of("Văn Được", "Thị Lan", "Thanh Bình", "Quốc Khánh", "Minh Đức", "Thuý Hằng", "An");
  private static final int SUPPORTS = 22;

  private BenchmarkEvents() {}

  /** A hash's hexadecimal digits, as many as are asked for, up to 64. */
  private static String hash(String of, int digits) {
    var made = new StringBuilder();
    for (int part = 0; made.length() < digits; part++) {
      byte[] bytes = (part + of).getBytes(StandardCharsets.UTF_8);
      made.append(UUID.nameUUIDFromBytes(bytes).toString().replace("-", ""));
    }
    return made.substring(0, digits);
  }

  static ConferenceEvent event(int number, long revision) {
    ConferenceEvent event = Events.event(number, revision);
    String anchor = hash("a" + number, 64);
    String other = hash("b" + number, 64);
    event.setEventId(hash("event" + number, 32));
    event.setAnchorArticleId(anchor);
    event.setTitle("Đại hội đại biểu Đảng bộ xã số " + number + " lần thứ XI thành công tốt đẹp");
    event.setPlace(new Place("huyện Tam Nông", "xã Vạn Xuân số " + number % 977, null));
    event.setOrganiser("Đảng bộ xã Vạn Xuân số " + number % 977);
    event.setStartDate("20%02d-%02d-%02d".formatted(number % 25, 1 + number % 12, 1 + number % 28));
    event.setTerm("2020-2025");
    event.setSources(List.of(source(anchor, null), source(other, anchor)));
    event.setPersons(persons(number));
    event.setDocuments(
        List.of(
            new ConferenceDocument("Nghị quyết", number % 401 + "-NQ/TW", "Về công tác cán bộ")));
    event.setSupports(supports(number, anchor, other));
    event.setCoverage(FIELDS.stream().map(f -> new Coverage(f, 2, 1, 1, 50)).toList());
    return event;
  }

  private static EventSource source(String article, String reprintOf) {
    EventSource source = Events.source(article, reprintOf);
    source.setOutlet("bao" + Integer.parseInt(article.substring(0, 2), 16) + ".example");
    source.setTitle("Đại hội đại biểu Đảng bộ xã thành công tốt đẹp");
    source.setFields(FIELDS);
    return source;
  }

  private static List<Person> persons(int number) {
    var persons = new ArrayList<Person>();
    for (int i = 0; i < 3; i++) {
      int one = number * 3 + i;
      String name =
          FAMILIES.get(one % FAMILIES.size())
              + ' '
              + GIVEN.get(one / FAMILIES.size() % GIVEN.size());
      var titles = List.of("Bí thư Đảng ủy xã", "Chủ tịch HĐND xã số " + one % 977);
      persons.add(new Person(name, titles, titles, i == 0 ? Part.CHAIR : Part.SPEAKER));
    }
    return persons;
  }

  private static List<Support> supports(int number, String anchor, String other) {
    var supports = new ArrayList<Support>();
    for (int i = 0; i < SUPPORTS; i++) {
      String field = FIELDS.get(i % FIELDS.size());
      boolean chosen = i < 18;
      supports.add(
          new Support(
              field,
              "giá trị số " + (number + i) % 977,
              chosen,
              i % 2 == 0 ? anchor : other,
              60 + 20 * i,
              72 + 20 * i,
              field + "-beside-its-noun",
              null,
              null));
    }
    return supports;
  }
}
