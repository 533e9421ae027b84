package vn.hoinghi.standalone.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.Level;

/**
 * What the demo web reports, so that a run over it can be judged instead of admired: each event
 * with its articles and main facts, and each page that reports none.
 *
 * @param events every conference that at least one page reports
 * @param notConferences every listed page that reports none
 * @param forbidden URLs that a sitemap lists and robots.txt forbids
 * @param gone URLs that a sitemap lists and the site answers with 404
 */
public record DemoTruth(
    List<Event> events, List<NoEvent> notConferences, List<String> forbidden, List<String> gone) {

  /**
   * One conference. Dates are ISO 8601 days; {@code endDate} is null where no page gives a second
   * day, ordinals, term and attendance where no page tells or readers may differ, {@code province}
   * (name of the day's map) for a central conference; {@code persons} are those who certainly took
   * part.
   */
  public record Event(
      String id,
      String name,
      ConferenceType type,
      Level level,
      String province,
      String startDate,
      String endDate,
      Integer congressOrdinal,
      Integer plenumOrdinal,
      String term,
      Integer attendees,
      List<String> persons,
      int reprints,
      List<String> articles) {}

  /**
   * A page without a conference.
   *
   * @param kind what it is instead; a code of {@link vn.hoinghi.schemas.NotConference}
   */
  public record NoEvent(String url, String kind) {}

  public DemoTruth {
    events = List.copyOf(events);
    notConferences = List.copyOf(notConferences);
    forbidden = Objects.requireNonNullElse(forbidden, List.of());
    gone = Objects.requireNonNullElse(gone, List.of());
  }

  /** Reads the truth that ships with the demo web. */
  public static DemoTruth load() {
    return DemoData.yaml("truth.yaml", new TypeReference<>() {});
  }

  /** Canonical URLs of every page that a crawl of the demo web must capture. */
  public Set<String> pageUrls() {
    Set<String> urls = new TreeSet<>();
    events.forEach(event -> urls.addAll(event.articles()));
    notConferences.forEach(page -> urls.add(page.url()));
    return urls;
  }

  /**
   * Where a run differs: pages not captured or captured although forbidden; events missing, split,
   * merged or holding articles that are not theirs; wrong dates, types or provinces.
   *
   * @param found the live events
   * @param captured canonical URLs of all captured pages
   * @return sentences for people to read, in the order of the truth; empty where all is right
   */
  public List<String> differences(List<ConferenceEvent> found, Set<String> captured) {
    return new TruthComparison(this, found).differences(captured);
  }

  /**
   * Where the other facts of events that are there differ: level, ordinals, term, attendance,
   * persons left out, reprints not told from originals. A harder question than {@link
   * #differences}: no event is wrong as a whole for it.
   */
  public List<String> factDifferences(List<ConferenceEvent> found) {
    return new TruthComparison(this, found).factDifferences();
  }
}
