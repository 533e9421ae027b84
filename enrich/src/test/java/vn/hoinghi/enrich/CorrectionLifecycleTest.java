package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;

/** What corrections do to the events of a running topology, and what is told of it. */
class CorrectionLifecycleTest {
  private static final String FIRST = "https://bao.example/hoc-tap";
  private static final String SECOND = "https://dai.example/hoc-tap";
  private static final String OTHER = "https://xa.example/khac";
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aLinkMergesTwoEventsAndItsUndoingSplitsThem() {
    bench.send(report(FIRST, 0, "2020-12-10")).send(report(OTHER, 1, "2021-06-30"));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(OTHER));
    // When a person says that they are one
    Correction link = Corrected.link(1, FIRST, OTHER);
    bench.send(link);
    // Then they are, and every record names the correction as its cause
    assertThat(bench.live).containsOnlyKeys(id(FIRST));
    assertThat(bench.redirects).containsEntry(id(OTHER), id(FIRST));
    assertThat(last(2))
        .extracting(EventChange::getKind)
        .containsExactly(ChangeKind.UPDATED, ChangeKind.MERGED);
    assertThat(last(2))
        .allSatisfy(
            c -> {
              assertThat(c.getCauseCorrectionId()).isEqualTo(link.getCorrectionId());
              assertThat(c.getCauseArticleId()).isNull();
            });
    assertThat(Bench.header(bench.eventRecords.get(2), EventHeaders.CAUSE))
        .isEqualTo(link.getCorrectionId());
    // When it is taken back
    bench.send(Corrected.undone(link));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(OTHER));
    assertThat(last(2))
        .extracting(EventChange::getKind)
        .containsExactlyInAnyOrder(ChangeKind.UPDATED, ChangeKind.SPLIT);
    // Then it stays so, whoever sends it again
    int sent = bench.eventRecords.size();
    bench.send(link).send(Corrected.undone(link));
    assertThat(bench.eventRecords).hasSize(sent);
  }

  @Test
  void aCorrectionThatComesBeforeItsArticlesWaitsForThem() {
    bench
        .send(Corrected.part(1, FIRST, SECOND))
        .send(Corrected.set(1, SECOND, "term", "2020-2025"));
    assertThat(bench.eventRecords).isEmpty();
    bench.send(report(FIRST, 0, "2020-12-10")).send(report(SECOND, 1, "2020-12-10"));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));
    assertThat(bench.live.get(id(SECOND)).getTerm()).isEqualTo("2020-2025");
    assertThat(bench.live.get(id(FIRST)).getTerm()).isNull();
  }

  @Test
  void aRetractedArticleLeavesItsEventAndReturnsAsItIsThenWhenThatIsUndone() {
    bench.send(report(FIRST, 0, "2020-12-10")).send(report(SECOND, 1, "2020-12-10"));
    Correction retraction = Corrected.retract(1, FIRST);
    bench.send(retraction);
    // Then the other report stands alone, and the old id leads to it
    assertThat(bench.live).containsOnlyKeys(id(SECOND));
    assertThat(bench.redirects).containsEntry(id(FIRST), id(SECOND));
    // When the article is revised meanwhile, nothing happens
    int sent = bench.eventRecords.size();
    bench.send(report(FIRST, 5, "2020-12-24"));
    assertThat(bench.eventRecords).hasSize(sent);
    // And when the retraction is undone, it returns with what it says now
    bench.send(Corrected.undone(retraction));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(SECOND));
    assertThat(bench.live.get(id(FIRST)).getStartDate()).isEqualTo("2020-12-24");
  }

  @Test
  void theOnlyArticleOfAnEventRetractedRetractsIt() {
    bench.send(report(FIRST, 0, "2020-12-10"));
    Correction retraction = Corrected.retract(1, FIRST);
    bench.send(retraction);
    assertThat(bench.live).isEmpty();
    assertThat(last(1).get(0).getKind()).isEqualTo(ChangeKind.RETRACTED);
    assertThat(last(1).get(0).getCauseCorrectionId()).isEqualTo(retraction.getCorrectionId());
    // When it is withdrawn by its outlet meanwhile, undoing brings nothing back
    bench.send(Pages.gone(FIRST, 7)).send(Corrected.undone(retraction));
    assertThat(bench.live).isEmpty();
  }

  @Test
  void whatOtherEventsAreIsNotTouched() {
    bench.send(report(FIRST, 0, "2020-12-10")).send(report(OTHER, 1, "2021-06-30"));
    int sent = bench.eventRecords.size();
    bench.send(Corrected.set(1, FIRST, "attendees", "2500 NEARLY"));
    assertThat(bench.eventRecords).hasSize(sent + 1);
    assertThat(last(1).get(0).getFields()).containsExactly("attendees", "supports", "coverage");
  }

  @Test
  void anUndoNeedsTheIdAloneAndMayComeFirst() {
    Correction link = Corrected.link(1, FIRST, OTHER);
    Correction undo = Corrected.undone(link);
    undo.setArticleIds(java.util.Collections.nCopies(10_000, "x"));
    bench.send(undo).send(link);
    bench.send(report(FIRST, 0, "2020-12-10")).send(report(OTHER, 1, "2021-06-30"));
    assertThat(bench.live).containsOnlyKeys(id(FIRST), id(OTHER));
    assertThat(bench.corrections("accepted")).isEqualTo(2);
  }

  @Test
  void aCorrectionThatCannotBeCarriedOutIsADeadLetterAndChangesNothing() {
    bench.send(report(FIRST, 0, "2020-12-10"));
    int sent = bench.eventRecords.size();
    Correction good = Corrected.set(1, FIRST, "startDate", "2020-12-11");
    bench.send(Corrected.set(1, FIRST, "startDate", "ngày 11"));
    bench.send(Corrected.set(60 * 24 * 9, FIRST, "startDate", "2020-12-11"));
    bench.sendCorrection(null, new byte[] {1});
    bench.sendCorrection(key(good), null);
    bench.sendCorrection("other".getBytes(StandardCharsets.UTF_8), Bench.bytes(good));
    bench.sendCorrection(key(good), new byte[] {0, 0, 0, 0, 99, 1});
    assertThat(bench.deadCorrections)
        .extracting(r -> Bench.header(r, "x-dlq-reason"))
        .containsExactly(
            "CORRECTION_VALUE",
            "TS_FUTURE",
            "KEY_NULL",
            "VALUE_NULL",
            "KEY_MISMATCH",
            "AVRO_UNKNOWN_SCHEMA");
    assertThat(bench.eventRecords).hasSize(sent);
    assertThat(bench.corrections("dead_letter")).isEqualTo(6);
    bench.send(good);
    assertThat(bench.live.get(id(FIRST)).getStartDate()).isEqualTo("2020-12-11");
    assertThat(bench.corrections("accepted")).isEqualTo(1);
  }

  private List<EventChange> last(int count) {
    return bench.changes.subList(bench.changes.size() - count, bench.changes.size());
  }

  private static byte[] key(Correction correction) {
    return correction.getCorrectionId().getBytes(StandardCharsets.UTF_8);
  }

  private static String id(String url) {
    return ContentIds.eventId("vn", ContentIds.articleId(url));
  }

  private static RawArticle report(String url, int minute, String day) {
    return Pages.report(
        url,
        minute,
        "Tỉnh ủy học tập nghị quyết",
        m -> {
          EnrichTopologyTest.study(m);
          m.setStartDate(day);
        });
  }
}
