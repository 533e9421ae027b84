package vn.hoinghi.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Part;
import vn.hoinghi.avro.Person;
import vn.hoinghi.avro.Province;
import vn.hoinghi.avro.Qualifier;

class DemoTruthTest {
  private static final String CENTRAL = "central-training-2023-04-13";
  private static final String FIRST = "nghe-an-study-2020-11-26";

  private final DemoTruth truth = DemoTruth.load();
  private final Set<String> captured = new TreeSet<>(truth.pageUrls());
  private final List<ConferenceEvent> found =
      new ArrayList<>(truth.events().stream().map(this::asFound).toList());

  @Test
  void nothingDiffersWhereEverythingIsRight() {
    assertThat(truth.differences(found, captured)).isEmpty();
    assertThat(truth.factDifferences(found)).isEmpty();
  }

  @Test
  void missingEventIsNamed() {
    found.remove(event(FIRST));

    assertThat(differences()).containsExactly("missing: " + FIRST);
  }

  @Test
  void splitEventIsNamedWithItsParts() {
    ConferenceEvent part = event(FIRST);
    EventSource last = part.getSources().remove(part.getSources().size() - 1);
    ConferenceEvent other = asFound(truth.events().get(0));
    other.setEventId("other-part");
    other.setSources(List.of(last));
    found.add(other);

    assertThat(differences())
        .containsExactly("split: " + FIRST + " became 2 events [" + FIRST + ", other-part]");
  }

  @Test
  void mergedEventsAreNamedTogether() {
    ConferenceEvent swallowed = event(CENTRAL);
    found.remove(swallowed);
    event(FIRST).getSources().addAll(swallowed.getSources());

    assertThat(differences()).contains("merged: " + FIRST + " holds " + FIRST + " and " + CENTRAL);
  }

  @Test
  void strayArticleIsNamedWithWhatItIs() {
    String stray = truth.notConferences().get(0).url();
    event(FIRST).getSources().add(source(stray));

    assertThat(differences())
        .containsExactly(
            "stray article in "
                + FIRST
                + ": "
                + stray
                + " (no conference: "
                + truth.notConferences().get(0).kind()
                + ")");
  }

  @Test
  void articleLeftOutIsNamed() {
    EventSource out = event(FIRST).getSources().remove(0);

    assertThat(differences()).containsExactly("article missing in " + FIRST + ": " + out.getUrl());
  }

  @Test
  void wrongDatesTypeAndProvinceAreNamedWithBothValues() {
    event(FIRST).setStartDate("2020-11-27");
    event(FIRST).setEndDate("2020-11-28");
    event(FIRST).setType(ConferenceType.REVIEW);
    event(CENTRAL).setProvince(new Province("01", "Hà Nội"));

    assertThat(differences())
        .containsExactlyInAnyOrder(
            FIRST + ": type is REVIEW, should be STUDY",
            FIRST + ": start date is 2020-11-27, should be 2020-11-26",
            FIRST + ": end date is 2020-11-28, should be null",
            CENTRAL + ": province is Hà Nội, should be null");
  }

  @Test
  void pagesNotCapturedAndPagesThatWereForbiddenAreNamed() {
    String lost = truth.notConferences().get(1).url();
    captured.remove(lost);
    captured.addAll(truth.forbidden());

    assertThat(differences())
        .containsExactly(
            "page not captured: " + lost,
            "captured although robots.txt forbids it: " + truth.forbidden().get(0));
  }

  @Test
  void otherFactsAreComparedApart() {
    event(FIRST).setAttendees(new Count(498, Qualifier.EXACT));
    event(FIRST).setCongressOrdinal(13);
    event(FIRST).setIndependentSources(4);
    event(FIRST).getPersons().remove(0);

    assertThat(differences()).isEmpty();
    assertThat(truth.factDifferences(found))
        .containsExactly(
            FIRST + ": congress ordinal is 13, should be 19",
            FIRST + ": attendees is 498, should be 11200",
            FIRST + ": independent sources is 4, should be 3",
            FIRST + ": person missing: Trần Hữu Khoát");
  }

  private List<String> differences() {
    return truth.differences(found, captured);
  }

  private ConferenceEvent event(String id) {
    return found.stream().filter(event -> event.getEventId().equals(id)).findFirst().orElseThrow();
  }

  private ConferenceEvent asFound(DemoTruth.Event event) {
    List<EventSource> sources =
        new ArrayList<>(event.articles().stream().map(this::source).toList());
    return ConferenceEvent.newBuilder()
        .setEventId(event.id())
        .setRevision(1)
        .setRulesVersion("1")
        .setAnchorArticleId("a")
        .setTitle(event.name())
        .setType(event.type())
        .setLevel(event.level())
        .setProvince(event.province() == null ? null : new Province("00", event.province()))
        .setStartDate(event.startDate())
        .setEndDate(event.endDate())
        .setCongressOrdinal(event.congressOrdinal())
        .setPlenumOrdinal(event.plenumOrdinal())
        .setTerm(event.term())
        .setAttendees(
            event.attendees() == null ? null : new Count(event.attendees(), Qualifier.ABOUT))
        .setDocuments(List.of())
        .setPersons(new ArrayList<>(event.persons().stream().map(this::person).toList()))
        .setSupports(List.of())
        .setSources(sources)
        .setSourceCount(sources.size())
        .setIndependentSources(sources.size() - event.reprints())
        .build();
  }

  private Person person(String name) {
    return new Person(name, List.of(), List.of(), Part.ATTENDEE);
  }

  private EventSource source(String url) {
    return EventSource.newBuilder()
        .setArticleId(url)
        .setUrl(url)
        .setOutlet("o")
        .setTitle("t")
        .setFirstIngestedAt(Instant.EPOCH)
        .setFetchedAt(Instant.EPOCH)
        .build();
  }
}
