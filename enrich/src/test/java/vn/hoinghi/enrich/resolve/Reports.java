package vn.hoinghi.enrich.resolve;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.TrustedRecords;

/** Members for tests: one number, one article; a lower number came in earlier. */
final class Reports {
  static final long CAPTURED = 1_794_700_000_000L;

  static {
    TrustedRecords.trust();
  }

  private Reports() {}

  static Member report(int number, String text, Consumer<ConferenceMention.Builder> facts) {
    return published(null, number, text, facts);
  }

  /** A report whose page says when it was published. */
  static Member published(
      String day, int number, String text, Consumer<ConferenceMention.Builder> facts) {
    var mention = ConferenceMention.newBuilder().setType(ConferenceType.STUDY);
    facts.accept(mention);
    String url = "https://bao" + number + ".example/";
    return new Member(
        ContentIds.articleId(url),
        "vn",
        url,
        "bao" + number + ".example",
        text.lines().findFirst().orElse(""),
        day,
        number,
        CAPTURED,
        null,
        "rules",
        Sketch.of(text),
        mention.build());
  }

  /** The study that a provincial committee held one day. */
  static void study(ConferenceMention.Builder mention) {
    mention
        .setLevel(Level.PROVINCE)
        .setProvince(new Province("83", "Bến Tre"))
        .setOrganiser("Ban Thường vụ Tỉnh ủy Bến Tre")
        .setStartDate("2020-12-10")
        .setDocuments(List.of(new ConferenceDocument("Nghị quyết", "18-NQ/TW", "")))
        .setPersons(people("Phan Văn Mãi", "Trần Ngọc Tam"));
  }

  static void plenum(ConferenceMention.Builder mention) {
    study(mention);
    mention
        .setType(ConferenceType.PLENUM)
        .setOrganiser("Ban Chấp hành Đảng bộ tỉnh Bến Tre")
        .setDocuments(List.of())
        .setPlenumOrdinal(5);
  }

  static void congress(ConferenceMention.Builder mention) {
    mention
        .setType(ConferenceType.CONGRESS)
        .setLevel(Level.DISTRICT)
        .setProvince(new Province("14", "Sơn La"))
        .setOrganiser("Đảng bộ huyện Mai Sơn")
        .setCongressOrdinal(21)
        .setTerm("2020-2025")
        .setStartDate("2020-06-11")
        .setPersons(people("Nguyễn Hữu Đông", "Lò Minh Hùng"));
  }

  static List<Person> people(String... names) {
    return Stream.of(names)
        .map(name -> new Person(name, List.of(), List.of(), Part.ATTENDEE))
        .toList();
  }

  /** Running text that shares no three words with that of another seed. */
  static String prose(String seed, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(seed).append(i).append(' ');
    }
    return text.toString();
  }
}
