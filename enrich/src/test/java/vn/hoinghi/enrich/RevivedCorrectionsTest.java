package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.resolve.Member;

/** Corrections are held in memory; what counts after a fault is what the store holds. */
class RevivedCorrectionsTest {
  private static final String FIRST = "https://bao.example/hoc-tap";
  private static final String OTHER = "https://xa.example/khac";
  private static final Correction LINK = Corrected.link(1, FIRST, OTHER);
  private final MockProcessorContext<byte[], Resolved> stores = RevivedTaskTest.stores();

  @Test
  void aCorrectionThatWasCommittedCountsAfterARestart() {
    run(RevivedTaskTest.resolver(), stores, member(FIRST, 0), new ShardNews.Corrected(LINK));
    assertThat(run(RevivedTaskTest.resolver(), stores, member(OTHER, 1))).isEqualTo(2);
  }

  @Test
  void aCorrectionOfAnAbortedTransactionIsForgotten() {
    // Given a processor that has taken a correction
    var resolver = RevivedTaskTest.resolver();
    run(resolver, RevivedTaskTest.stores(), new ShardNews.Corrected(LINK));
    // When its task goes on with stores that never held it
    run(resolver, stores, member(FIRST, 0));
    // Then another article stands alone
    assertThat(run(resolver, stores, member(OTHER, 1))).isEqualTo(1);
  }

  @Test
  void aRetractedArticleWaitsInTheStore() {
    Correction retraction = Corrected.retract(1, FIRST);
    run(RevivedTaskTest.resolver(), stores, member(FIRST, 0), new ShardNews.Corrected(retraction));
    var undone = new ShardNews.Corrected(Corrected.undone(retraction));
    assertThat(run(RevivedTaskTest.resolver(), stores, undone)).isEqualTo(1);
  }

  /** How many sources the last live event has when a processor gets this upon these stores. */
  private static int run(
      Processor<byte[], ShardNews, byte[], Resolved> resolver,
      MockProcessorContext<byte[], Resolved> stores,
      ShardNews... news) {
    resolver.init(stores);
    stores.resetForwards();
    for (ShardNews told : news) {
      resolver.process(new Record<>(new byte[0], told, 0));
    }
    int sources = 0;
    for (var forwarded : stores.forwarded()) {
      if (forwarded.record().value() instanceof Resolved.Now now && now.event() != null) {
        sources = now.event().getSourceCount();
      }
    }
    return sources;
  }

  private static Membership member(String url, int minute) {
    RawArticle raw =
        Pages.report(
            url,
            minute,
            "Tỉnh ủy học tập nghị quyết",
            m -> {
              EnrichTopologyTest.study(m);
              m.setStartDate(url.equals(FIRST) ? "2020-12-10" : "2021-06-30");
            });
    List<Member> members = Oracle.members(List.of(raw));
    return Membership.join(members.get(0));
  }
}
