package vn.hoinghi.sink;

import java.time.Instant;
import java.util.List;
import vn.hoinghi.avro.ConferenceDocument;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;
import vn.hoinghi.avro.Support;

/** Conference events to try things with. */
final class Events {
  static final Instant INGESTED = Instant.parse("2020-12-22T01:00:00Z");

  private Events() {}

  static String id(int number) {
    return "%032x".formatted(number);
  }

  /** A review in Tây Ninh with two sources, the second a reprint, that disagree on attendance. */
  static ConferenceEvent event(int number, long revision) {
    return ConferenceEvent.newBuilder()
        .setEventId(id(number))
        .setRevision(revision)
        .setRulesVersion("1")
        .setAnchorArticleId("a" + number)
        .setTitle("Hội nghị tổng kết số " + number + " bản " + revision)
        .setType(ConferenceType.REVIEW)
        .setLevel(Level.PROVINCE)
        .setProvince(new Province("72", "Tây Ninh"))
        .setStartDate("2020-12-21")
        .setDocuments(List.of(new ConferenceDocument("Nghị quyết", "18-NQ/TW", "Về bộ máy")))
        .setPersons(
            List.of(
                new Person(
                    "Nguyễn Văn Được",
                    List.of("Bí thư Tỉnh uỷ"),
                    List.of("Bí thư Tỉnh ủy"),
                    Part.CHAIR)))
        .setAttendees(new Count(2500, Qualifier.NEARLY))
        .setSupports(
            List.of(
                new Support(
                    "attendees", "2500", true, "a" + number, 10, 20, "attendees-near", null, null),
                new Support(
                    "attendees",
                    "2400",
                    false,
                    "b" + number,
                    11,
                    21,
                    "attendees-near",
                    null,
                    null)))
        .setSources(List.of(source("a" + number, null), source("b" + number, "a" + number)))
        .setSourceCount(2)
        .setIndependentSources(1)
        .setCoverage(List.of(new Coverage("attendees", 2, 1, 0, 66)))
        .setConfidence(60)
        .build();
  }

  static EventSource source(String articleId, String reprintOf) {
    return new EventSource(
        articleId,
        "https://bao.example/" + articleId,
        articleId.startsWith("a") ? "baotayninh.example" : "bao.example",
        "Hội nghị",
        "2020-12-21T10:00:00+07:00",
        INGESTED,
        INGESTED,
        reprintOf,
        reprintOf == null ? null : "TTXVN",
        List.of("type", "attendees"));
  }
}
