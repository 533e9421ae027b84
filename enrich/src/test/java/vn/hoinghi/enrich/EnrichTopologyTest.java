package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.avro.ChangeKind;
import vn.hoinghi.avro.ConferenceMention;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.Level;
import vn.hoinghi.avro.Province;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.ContractPack;

/** From raw articles to events, in one thread. */
class EnrichTopologyTest {
  private static final String OURS = "https://bao.example/hoi-nghi";
  private static final String THEIRS = "https://dai.example/hoi-nghi";

  @Test
  void twoReportsOfOneConferenceBecomeOneEventWithTwoSources() {
    try (var bench = new Bench()) {
      // Given a first report
      bench.send(Pages.report(OURS, 0, "Tỉnh ủy học tập nghị quyết", EnrichTopologyTest::study));
      assertThat(bench.live).hasSize(1);
      // When another outlet reports the same
      bench.send(Pages.report(THEIRS, 1, "Học tập nghị quyết", EnrichTopologyTest::study));
      // Then the event keeps its id and has both
      String id = ContentIds.eventId("vn", ContentIds.articleId(OURS));
      assertThat(bench.live).containsOnlyKeys(id);
      assertThat(bench.live.get(id).getSourceCount()).isEqualTo(2);
      assertThat(bench.live.get(id).getRevision()).isEqualTo(2);
      assertThat(bench.changes)
          .extracting(EventChange::getKind)
          .containsExactly(ChangeKind.CREATED, ChangeKind.UPDATED);
      assertThat(bench.articles).hasSize(2);
    }
  }

  @Test
  @Tag("S26")
  void aRepeatedRecordChangesNothing() {
    try (var bench = new Bench()) {
      var page = Pages.report(OURS, 0, "Tỉnh ủy học tập nghị quyết", EnrichTopologyTest::study);
      bench.send(page).send(page).send(page);
      assertThat(bench.eventRecords).hasSize(1);
      assertThat(bench.count("superseded")).isEqualTo(2);
    }
  }

  @Test
  @Tag("S28")
  void aWithdrawnArticleLeavesAndARevivedOneReturnsUnderTheSameId() {
    try (var bench = new Bench()) {
      String id = ContentIds.eventId("vn", ContentIds.articleId(OURS));
      bench.send(Pages.report(OURS, 0, "Tỉnh ủy học tập nghị quyết", EnrichTopologyTest::study));
      // When it is withdrawn
      bench.send(Pages.gone(OURS, 5));
      // Then the event is retracted
      assertThat(bench.live).isEmpty();
      assertThat(bench.redirects).containsEntry(id, null);
      assertThat(bench.articles.get(ContentIds.articleId(OURS)).getOutcome())
          .isEqualTo(ArticleOutcome.WITHDRAWN);
      // And an older capture does not bring it back, but a newer one does
      bench.send(Pages.report(OURS, 3, "Học tập nghị quyết", EnrichTopologyTest::study));
      assertThat(bench.live).isEmpty();
      bench.send(Pages.report(OURS, 9, "Học tập nghị quyết", EnrichTopologyTest::study));
      assertThat(bench.live).containsOnlyKeys(id);
      assertThat(bench.live.get(id).getRevision()).isEqualTo(3);
      assertThat(bench.changes)
          .extracting(EventChange::getKind)
          .containsExactly(ChangeKind.CREATED, ChangeKind.RETRACTED, ChangeKind.CREATED);
    }
  }

  @Test
  void anEarlierSourceTakesTheEventOverAndTheOldIdLeadsToTheNew() {
    try (var bench = new Bench()) {
      bench.send(Pages.report(OURS, 10, "Tỉnh ủy học tập nghị quyết", EnrichTopologyTest::study));
      // When a backfill brings a source that was ingested earlier
      bench.send(Pages.report(THEIRS, 1, "Học tập nghị quyết", EnrichTopologyTest::study));
      // Then the id follows the new anchor
      String old = ContentIds.eventId("vn", ContentIds.articleId(OURS));
      String now = ContentIds.eventId("vn", ContentIds.articleId(THEIRS));
      assertThat(bench.live).containsOnlyKeys(now);
      assertThat(bench.redirects).containsEntry(old, now);
      assertThat(Bench.header(bench.eventRecords.get(1), EventHeaders.REDIRECTED_FROM))
          .isEqualTo(old);
      assertThat(bench.changes)
          .extracting(EventChange::getKind)
          .containsExactly(ChangeKind.CREATED, ChangeKind.CREATED, ChangeKind.REKEYED);
    }
  }

  @Test
  @Tag("S30")
  void deadLettersSentBackTwiceChangeNothing() {
    try (var bench = new Bench()) {
      bench.send(Pages.report(OURS, 0, "Tỉnh ủy học tập nghị quyết", EnrichTopologyTest::study));
      bench.send(Pages.raw(OURS, 5, 5, Pages.word("!cast")));
      bench.send(Pages.raw(THEIRS, 5, 5, Pages.word("!assert")));
      String before = bench.canonical();
      int events = bench.eventRecords.size();
      int articles = bench.articles.size();
      var letters = List.copyOf(bench.deadLetters);
      for (int round = 0; round < 2; round++) {
        letters.forEach(
            l -> bench.send(l.key(), l.value(), new RecordHeaders(l.headers()), l.timestamp()));
      }
      assertThat(bench.canonical()).isEqualTo(before);
      assertThat(bench.eventRecords).hasSize(events);
      assertThat(bench.articles).hasSize(articles);
      // Each attempt tells that it is the same input
      assertThat(bench.deadLetters)
          .extracting(l -> Bench.header(l, "x-dlq-input-id").substring(0, 64))
          .hasSize(3 * letters.size())
          .isSubsetOf(
              letters.stream()
                  .map(l -> Bench.header(l, "x-dlq-input-id").substring(0, 64))
                  .toList());
    }
  }

  @Test
  void everyRawRecordHasExactlyOneOutcome() {
    try (var bench = new Bench()) {
      bench.send(Pages.report(OURS, 0, "Tỉnh ủy học tập nghị quyết", EnrichTopologyTest::study));
      bench.send(Pages.raw(OURS, -1, -1, Pages.word("!deep")));
      bench.send(Pages.raw(OURS, 1, 1, Pages.word("!empty")));
      bench.send(Pages.raw(OURS, 2, 2, Pages.word("!cast")));
      bench.send(Pages.gone(OURS, 3));
      bench.send(Pages.raw(THEIRS, 0, 0, Pages.body("Giá vàng hôm nay", null)));
      for (String outcome :
          new String[] {
            "superseded", "not_conference", "conference", "withdrawn", "dropped", "dead_letter"
          }) {
        assertThat(bench.count(outcome)).as(outcome).isEqualTo(1);
      }
      assertThat(bench.metrics.counter("hoinghi.enrich.raw.records").count()).isEqualTo(6);
    }
  }

  @Test
  @Tag("S23")
  void theTopologyIsTheOneThatWasReleased() throws IOException {
    var topology =
        new EnrichTopology(
            ContractPack.committed(),
            new ScriptedReader(),
            ScriptedReader.RULES,
            Duration.ofSeconds(2),
            new SimpleMeterRegistry());
    try (var in = EnrichTopologyTest.class.getResourceAsStream("topology.txt")) {
      String released = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(topology.get().describe().toString().strip())
          .as("another topology needs other state: see src/test/resources/vn/hoinghi/enrich")
          .isEqualTo(released.strip());
    }
  }

  static void study(ConferenceMention.Builder mention) {
    mention
        .setLevel(Level.PROVINCE)
        .setProvince(new Province("83", "Bến Tre"))
        .setOrganiser("Tỉnh ủy Bến Tre")
        .setStartDate("2020-12-10");
  }
}
