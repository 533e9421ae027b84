package vn.hoinghi.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.EventSource;

/** Who printed first, and who printed it again. */
class LineageTest {
  private static final String AGENCY = Reports.prose("hãng", 200);

  @Test
  void theOneWhoPrintedFirstIsTheOriginalThoughItCameInLast() {
    Member copy = printed(1, "2020-12-10T15:00:00+07:00", null, AGENCY);
    Member original = printed(2, "2020-12-10T09:30:00+07:00", null, AGENCY);
    ConferenceEvent event = Meetings.together(copy, original);
    assertThat(reprintOf(event, copy)).isEqualTo(original.articleId());
    assertThat(reprintOf(event, original)).isNull();
    assertThat(event.getIndependentSources()).isEqualTo(1);
    // The event's id does not depend on who printed first, but on who came in first
    assertThat(event.getAnchorArticleId()).isEqualTo(copy.articleId());
  }

  @Test
  void timesInOtherZonesAreComparedAsTimes() {
    Member hanoi = printed(1, "2020-12-10T09:00:00+07:00", null, AGENCY);
    Member utc = printed(2, "2020-12-10T01:30:00Z", null, AGENCY);
    ConferenceEvent event = Meetings.together(hanoi, utc);
    assertThat(reprintOf(event, hanoi)).isEqualTo(utc.articleId());
  }

  @Test
  void aShortenedReprintIsOne() {
    Member original = printed(1, "2020-12-10T09:00:00+07:00", null, AGENCY);
    Member half = printed(2, "2020-12-10T11:00:00+07:00", null, beginningOf(AGENCY, 90));
    assertThat(original.sketch().similarity(half.sketch())).isLessThan(70);
    ConferenceEvent event = Meetings.together(original, half);
    assertThat(reprintOf(event, half)).isEqualTo(original.articleId());
  }

  @Test
  void whoeverNamesAnOriginIsNotTheOriginal() {
    // Given a paper that says "Theo TTXVN" and gives an earlier time than the agency itself
    Member paper = printed(1, "2020-12-10T08:00:00+07:00", "TTXVN", AGENCY);
    Member agency = printed(2, "2020-12-10T09:00:00+07:00", null, AGENCY);
    ConferenceEvent event = Meetings.together(paper, agency);
    assertThat(reprintOf(event, paper)).isEqualTo(agency.articleId());
    assertThat(reprintOf(event, agency)).isNull();
  }

  @Test
  void papersThatReprintAnAgencyThatIsNotThereAreOneOrigin() {
    Member first = printed(1, "2020-12-10T08:00:00+07:00", "TTXVN", AGENCY);
    Member second = printed(2, "2020-12-10T09:00:00+07:00", "Theo TTXVN", AGENCY);
    Member own = printed(3, "2020-12-10T10:00:00+07:00", null, Reports.prose("báo", 200));
    ConferenceEvent event = Meetings.together(first, second, own);
    assertThat(reprintOf(event, first)).isNull();
    assertThat(reprintOf(event, second)).isEqualTo(first.articleId());
    assertThat(event.getIndependentSources()).isEqualTo(2);
  }

  @Test
  void aNamedOriginNeedsLessLikenessToBeAReprint() {
    String reworked = beginningOf(AGENCY, 130) + Reports.prose("thêm", 70);
    Member agency = printed(1, "2020-12-10T08:00:00+07:00", null, AGENCY);
    Member silent = printed(2, "2020-12-10T09:00:00+07:00", null, reworked);
    Member named = printed(2, "2020-12-10T09:00:00+07:00", "TTXVN", reworked);
    assertThat(agency.sketch().similarity(silent.sketch())).isBetween(35, 69);
    assertThat(reprintOf(Meetings.together(agency, silent), silent)).isNull();
    assertThat(reprintOf(Meetings.together(agency, named), named)).isEqualTo(agency.articleId());
  }

  @Test
  void aCopyOfACopyLeadsToWhatItCarriesAndTheyAreOneOrigin() {
    // Given a text, one that took half of it and wrote on, and a copy of that
    String wroteOn = beginningOf(AGENCY, 110) + Reports.prose("thêm", 14);
    Member original = printed(1, "2020-12-10T08:00:00+07:00", null, AGENCY);
    Member extended = printed(2, "2020-12-10T09:00:00+07:00", null, wroteOn);
    Member copy = printed(3, "2020-12-10T10:00:00+07:00", null, wroteOn + Reports.prose("cuối", 6));
    ConferenceEvent event = Meetings.together(original, extended, copy);
    assertThat(reprintOf(event, extended)).isEqualTo(original.articleId());
    assertThat(reprintOf(event, copy)).isIn(original.articleId(), extended.articleId());
    assertThat(event.getIndependentSources()).isEqualTo(1);
  }

  @Test
  void copiesOfTheSameTimeGoByArticleIdWhateverTheOrder() {
    var members = new ArrayList<Member>();
    for (int i = 1; i <= 6; i++) {
      members.add(at(7, printed(i, "2020-12-10T08:00:00+07:00", null, AGENCY)));
    }
    ConferenceEvent event = Meetings.together(members.toArray(Member[]::new));
    String first = members.stream().map(Member::articleId).min(String::compareTo).orElseThrow();
    assertThat(event.getSources())
        .filteredOn(s -> s.getReprintOf() == null)
        .extracting(EventSource::getArticleId)
        .containsExactly(first);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(members, new Random(seed));
      assertThat(Meetings.together(members.toArray(Member[]::new))).isEqualTo(event);
    }
  }

  @Test
  void aPageWithoutATimeGoesByWhenItCameIn() {
    Member later = at(5_000, printed(1, null, null, AGENCY));
    Member earlier = at(4_000, printed(2, null, null, AGENCY));
    ConferenceEvent event = Meetings.together(later, earlier);
    assertThat(reprintOf(event, later)).isEqualTo(earlier.articleId());
  }

  private static String reprintOf(ConferenceEvent event, Member member) {
    return event.getSources().stream()
        .filter(s -> s.getArticleId().equals(member.articleId()))
        .findFirst()
        .orElseThrow()
        .getReprintOf();
  }

  private static String beginningOf(String text, int words) {
    return String.join(" ", List.of(text.split(" ")).subList(0, words)) + " ";
  }

  private static Member at(long ingested, Member member) {
    return member.withFirstIngestedAt(ingested);
  }

  private static Member printed(int number, String published, String origin, String text) {
    Member m = Reports.published(published, number, text, Reports::study);
    return new Member(
        m.articleId(),
        m.shard(),
        m.url(),
        m.outlet(),
        "Tin số " + number,
        m.publishedAt(),
        m.firstIngestedAt(),
        m.fetchedAt(),
        origin,
        m.rulesVersion(),
        m.sketch(),
        m.mention());
  }
}
