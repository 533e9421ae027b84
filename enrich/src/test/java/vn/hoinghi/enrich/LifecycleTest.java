package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.ConferenceType;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;

/** What happens to ids when articles change what they say, leave and come back. */
class LifecycleTest {
  private static final String FIRST = "https://bao.example/khai-mac";
  private static final String SECOND = "https://dai.example/be-mac";
  private static final String BRIDGE = "https://tap-chi.example/toan-canh";
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @Tag("H16")
  void aThirdReportMergesTwoEventsAndItsWithdrawalSplitsThem() {
    // Given opening and closing, three days apart and no ordinal given, as two events
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress(SECOND, 1, "2020-06-13", null));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));
    // When a report of the whole comes in
    bench.send(congress(BRIDGE, 2, "2020-06-10", "2020-06-13"));
    // Then one event is left, and the other id leads to it
    assertThat(bench.live).containsOnlyKeys(id(FIRST));
    assertThat(bench.live.get(id(FIRST)).getSourceCount()).isEqualTo(3);
    assertThat(bench.redirects).containsEntry(id(SECOND), id(FIRST));
    assertThat(last(2))
        .extracting(EventChange::getKind, EventChange::getEventId, EventChange::getOtherEventId)
        .containsExactly(
            tuple(ChangeKind.UPDATED, id(FIRST), null),
            tuple(ChangeKind.MERGED, id(SECOND), id(FIRST)));
    // When that report is withdrawn
    bench.send(Pages.gone(BRIDGE, 9));
    // Then both live again, under the ids and with the revisions they had, counted on
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));
    assertThat(bench.live.get(id(SECOND)).getRevision()).isEqualTo(3);
    assertThat(bench.redirects).doesNotContainKey(id(SECOND));
    assertThat(last(2))
        .extracting(EventChange::getKind, EventChange::getEventId, EventChange::getOtherEventId)
        .containsExactlyInAnyOrder(
            tuple(ChangeKind.UPDATED, id(FIRST), null),
            tuple(ChangeKind.SPLIT, id(SECOND), id(FIRST)));
    assertThat(bench.changes)
        .filteredOn(c -> c.getKind() == ChangeKind.SPLIT)
        .extracting(EventChange::getCauseArticleId)
        .containsExactly(ContentIds.articleId(BRIDGE));
  }

  @Test
  @Tag("S28")
  void anArticleWhoseFactsChangeMovesCleanly() {
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress(SECOND, 1, "2020-06-10", null));
    assertThat(bench.live).containsOnlyKeys(id(FIRST));
    // When the second corrects its date
    bench.send(congress(SECOND, 5, "2020-09-20", null));
    // Then it has an event of its own, and the first is as before it came
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));
    assertThat(bench.live.get(id(FIRST)).getSourceCount()).isEqualTo(1);
    assertThat(bench.live.get(id(SECOND)).getStartDate()).isEqualTo("2020-09-20");
  }

  @Test
  void whenTheAnchorIsWithdrawnTheIdLeadsToWhereTheOthersAre() {
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress(SECOND, 1, "2020-06-10", null));
    bench.send(Pages.gone(FIRST, 7));
    assertThat(bench.live).containsOnlyKeys(id(SECOND));
    assertThat(bench.redirects).containsEntry(id(FIRST), id(SECOND));
  }

  @Test
  void anEventThatStaysAsItIsIsNotSentAgain() {
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress("https://xa.example/khac", 1, "2020-06-30", null));
    int sent = bench.eventRecords.size();
    // When a revision says the same in all that an event is made of
    RawArticle same = congress(FIRST, 0, "2020-06-10", null);
    same.setMediaType("text/html");
    bench.send(same);
    assertThat(bench.eventRecords).hasSize(sent);
  }

  @Test
  void everyRecordOfAnEventNamesItsCause() {
    bench.send(congress(FIRST, 0, "2020-06-10", null)).send(Pages.gone(FIRST, 1));
    assertThat(bench.eventRecords)
        .extracting(r -> Bench.header(r, EventHeaders.CAUSE))
        .containsOnly(ContentIds.articleId(FIRST));
  }

  @Test
  void anEventIsBornUpdatedAndRetracted() {
    assertThat(changes(congress(FIRST, 0, "2020-06-10", null)))
        .containsExactly(tuple(ChangeKind.CREATED, id(FIRST), null, article(FIRST)));

    assertThat(changes(congress(SECOND, 1, "2020-06-10", null)))
        .containsExactly(tuple(ChangeKind.UPDATED, id(FIRST), null, article(SECOND)));
    assertThat(last(1).get(0).getFields())
        .contains("sources", "sourceCount", "coverage")
        .doesNotContain("type", "startDate", "anchorArticleId", "revision");

    assertThat(changes(Pages.gone(SECOND, 2)))
        .containsExactly(tuple(ChangeKind.UPDATED, id(FIRST), null, article(SECOND)));
    assertThat(changes(Pages.gone(FIRST, 3)))
        .containsExactly(tuple(ChangeKind.RETRACTED, id(FIRST), null, article(FIRST)));
    assertThat(bench.live).isEmpty();
    assertThat(bench.redirects).containsEntry(id(FIRST), null);
  }

  @Test
  void anArticleThatCameInEarlierGivesTheEventItsId() {
    bench.send(congress(SECOND, 5, "2020-06-10", null));
    // When a replay brings one that had entered before
    assertThat(changes(congress(FIRST, 0, "2020-06-10", null)))
        .containsExactlyInAnyOrder(
            tuple(ChangeKind.CREATED, id(FIRST), null, article(FIRST)),
            tuple(ChangeKind.REKEYED, id(SECOND), id(FIRST), article(FIRST)));
    assertThat(bench.redirects).containsEntry(id(SECOND), id(FIRST));
  }

  @Test
  void theAnchorsWithdrawalRekeysAndItsReturnRekeysBack() {
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress(SECOND, 1, "2020-06-10", null));

    assertThat(changes(Pages.gone(FIRST, 2)))
        .containsExactlyInAnyOrder(
            tuple(ChangeKind.CREATED, id(SECOND), null, article(FIRST)),
            tuple(ChangeKind.REKEYED, id(FIRST), id(SECOND), article(FIRST)));

    assertThat(changes(congress(FIRST, 3, "2020-06-10", null)))
        .containsExactlyInAnyOrder(
            tuple(ChangeKind.CREATED, id(FIRST), null, article(FIRST)),
            tuple(ChangeKind.REKEYED, id(SECOND), id(FIRST), article(FIRST)));
    // A live id always wins, and goes on counting
    assertThat(bench.live).containsOnlyKeys(id(FIRST));
    assertThat(bench.live.get(id(FIRST)).getRevision()).isEqualTo(4);
    assertThat(bench.redirects).containsOnlyKeys(id(SECOND)).containsEntry(id(SECOND), id(FIRST));
  }

  @Test
  void mergedSplitAndMergedAgainTheIdsAreThoseOfTheFirstTime() {
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress(SECOND, 1, "2020-06-13", null));
    bench.send(congress(BRIDGE, 2, "2020-06-10", "2020-06-13"));
    String once = bench.canonical();
    bench.send(Pages.gone(BRIDGE, 3));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));

    assertThat(changes(congress(BRIDGE, 4, "2020-06-10", "2020-06-13")))
        .containsExactlyInAnyOrder(
            tuple(ChangeKind.UPDATED, id(FIRST), null, article(BRIDGE)),
            tuple(ChangeKind.MERGED, id(SECOND), id(FIRST), article(BRIDGE)));

    assertThat(bench.live).containsOnlyKeys(id(FIRST));
    assertThat(bench.redirects).containsEntry(id(SECOND), id(FIRST));
    // Then all is as after the first time, but for when the bridge was captured
    assertThat(withoutCaptures(bench.canonical())).isEqualTo(withoutCaptures(once));
  }

  @Test
  void anIdThatWasMergedFollowsItsAnchorWhenTheOtherIsRekeyed() {
    bench.send(congress(FIRST, 5, "2020-06-10", null));
    bench.send(congress(SECOND, 6, "2020-06-13", null));
    bench.send(congress(BRIDGE, 7, "2020-06-10", "2020-06-13"));
    assertThat(bench.redirects).containsEntry(id(SECOND), id(FIRST));
    // When one that came in before all of them takes the event over
    String zero = "https://cong.example/khai-mac";
    assertThat(changes(congress(zero, 0, "2020-06-10", null)))
        .containsExactlyInAnyOrder(
            tuple(ChangeKind.CREATED, id(zero), null, article(zero)),
            tuple(ChangeKind.REKEYED, id(FIRST), id(zero), article(zero)),
            tuple(ChangeKind.UPDATED, id(SECOND), id(zero), article(zero)));
    // Then no redirect leads to a dead id
    assertThat(bench.redirects)
        .containsOnlyKeys(id(FIRST), id(SECOND))
        .containsEntry(id(FIRST), id(zero))
        .containsEntry(id(SECOND), id(zero));
    assertThat(last(3))
        .filteredOn(c -> c.getEventId().equals(id(SECOND)))
        .extracting(EventChange::getFields)
        .containsExactly(List.of("redirect"));
  }

  @Test
  void aSplitTakesTheRedirectsOfItsArticlesWithIt() {
    // Given an event whose second half was first known under a third article's id
    String third = "https://xa.example/be-mac";
    bench.send(congress(third, 8, "2020-06-13", null));
    bench.send(congress(FIRST, 0, "2020-06-10", null));
    bench.send(congress(SECOND, 1, "2020-06-13", null));
    bench.send(congress(BRIDGE, 2, "2020-06-10", "2020-06-13"));
    assertThat(bench.live).containsOnlyKeys(id(FIRST));
    assertThat(bench.redirects).containsEntry(id(third), id(FIRST));
    // When it falls apart
    bench.send(Pages.gone(BRIDGE, 9));
    // Then the third id leads to the half that holds its article
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));
    assertThat(bench.redirects).containsEntry(id(third), id(SECOND));
  }

  /** What one record caused: kind, id, other id, cause. */
  private List<Tuple> changes(RawArticle record) {
    int before = bench.changes.size();
    bench.send(record);
    return bench.changes.subList(before, bench.changes.size()).stream()
        .map(c -> tuple(c.getKind(), c.getEventId(), c.getOtherEventId(), c.getCauseArticleId()))
        .toList();
  }

  private static String withoutCaptures(String canonical) {
    return canonical.replaceAll("\"fetchedAt\":\"[^\"]*\"", "");
  }

  private static String article(String url) {
    return ContentIds.articleId(url);
  }

  private List<EventChange> last(int count) {
    return bench.changes.subList(bench.changes.size() - count, bench.changes.size());
  }

  private static String id(String url) {
    return ContentIds.eventId("vn", ContentIds.articleId(url));
  }

  private static RawArticle congress(String url, int minute, String start, String end) {
    String text = "2020-06-10".equals(start) ? "Đại hội khai mạc" : "Các đại biểu bầu ban mới";
    Consumer<ConferenceMention.Builder> study = EnrichTopologyTest::study;
    return Pages.report(
        url,
        minute,
        text,
        study.andThen(m -> m.setType(ConferenceType.CONGRESS).setStartDate(start).setEndDate(end)));
  }
}
