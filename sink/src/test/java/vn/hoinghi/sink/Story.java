package vn.hoinghi.sink;

import java.util.List;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Coverage;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Support;

/** The six events that docs/queries.md asks about: four live, two merged. */
final class Story {
  private static final Province TAY_NINH = new Province("72", "Tây Ninh");
  private static final Province LONG_AN = new Province("80", "Long An");

  private Story() {}

  static EventLog log() {
    return new EventLog(0)
        .live(study())
        .live(
            plain(
                2,
                ConferenceType.REVIEW,
                TAY_NINH,
                "2020-12-28",
                "Tây Ninh tổng kết công tác năm 2020"))
        .live(
            plain(
                3,
                ConferenceType.TRAINING,
                TAY_NINH,
                "2020-12",
                "Tập huấn nghiệp vụ công tác Đảng"))
        .live(congressAtFirst(), "4a".repeat(32))
        .live(plain(5, ConferenceType.STUDY, TAY_NINH, "2020-12-21", "Học tập Nghị quyết"))
        .live(plain(6, ConferenceType.STUDY, TAY_NINH, "2020-12-21", "Học tập Nghị quyết"))
        .tombstone(5, 2, Events.id(6))
        .tombstone(6, 2, Events.id(1))
        .at("2023-11-15T02:30:00Z")
        .live(congress(), "4b".repeat(32));
  }

  private static ConferenceEvent study() {
    ConferenceEvent event = Events.event(1, 1);
    event.setType(ConferenceType.STUDY);
    event.setTitle("Tây Ninh: Hội nghị học tập Nghị quyết 18");
    sources(
        event,
        source("a1", "baotayninh.example", "/hoc-tap", "2020-12-21T11:00:00+07:00", null),
        source("b1", "thongtan.example", "/hoc-tap-nghi-quyet", "2020-12-21T15:00:00+07:00", null),
        source("c1", "tuyengiao.example", "/dang-lai", "2020-12-22", "a1"));
    event.setSupports(
        List.of(
            new Support("attendees", "2500", true, "a1", 10, 20, "attendees-near", null, null),
            new Support("attendees", "2400", false, "b1", 11, 21, "attendees-near", null, null)));
    event.setCoverage(
        List.of(new Coverage("startDate", 3, 2, 0, 75), new Coverage("attendees", 3, 1, 1, 50)));
    event.setConfidence(64);
    return event;
  }

  /** What its first report alone says. */
  private static ConferenceEvent congressAtFirst() {
    ConferenceEvent event =
        plain(4, ConferenceType.CONGRESS, LONG_AN, "2021-01-16", "Đại hội đại biểu tỉnh Long An");
    event.setAttendees(null);
    event.setPersons(Events.event(4, 1).getPersons());
    return event;
  }

  private static ConferenceEvent congress() {
    ConferenceEvent event =
        plain(4, ConferenceType.CONGRESS, LONG_AN, "2021-01-15", "Đại hội đại biểu tỉnh Long An");
    event.setRevision(2);
    event.setPersons(Events.event(4, 1).getPersons());
    sources(
        event,
        source("a4", "thongtan.example", "/dai-hoi", "2021-01-15T09:00:00+07:00", null),
        source("b4", "baolongan.example", "/dai-hoi", "2021-01-15T12:00:00+07:00", null),
        source("c4", "baolongan.example", "/dai-hoi-2", null, null));
    return event;
  }

  private static ConferenceEvent plain(
      int number, ConferenceType type, Province province, String date, String title) {
    ConferenceEvent event = Events.event(number, 1);
    event.setType(type);
    event.setProvince(province);
    event.setStartDate(date);
    event.setTitle(title);
    event.setPersons(List.of());
    event.setDocuments(List.of());
    event.setSupports(List.of());
    event.setCoverage(List.of(new Coverage("startDate", 1, 1, 0, 66)));
    sources(
        event,
        source(
            "p" + number,
            "baotayninh.example",
            "/tin-" + number,
            "2020-12-30T08:00:00+07:00",
            null));
    return event;
  }

  private static void sources(ConferenceEvent event, EventSource... sources) {
    event.setSources(List.of(sources));
    event.setSourceCount(sources.length);
  }

  private static EventSource source(
      String articleId, String outlet, String path, String published, String reprintOf) {
    return new EventSource(
        articleId,
        "https://" + outlet + path,
        outlet,
        "Học tập Nghị quyết",
        published,
        Events.INGESTED,
        Events.INGESTED,
        reprintOf,
        null,
        List.of("type", published == null ? "organiser" : "startDate", "attendees"));
  }
}
