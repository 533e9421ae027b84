package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.enrich.resolve.Facts;
import vn.hoinghi.enrich.resolve.Member;

/** The shuffle would be worth nothing if it passed with a bug of order in the code. */
class PlantedOrderBugTest {
  private static final EnrichTopology.Order RIGHT = EnrichTopology.Order.CANONICAL;

  @Test
  void tiesThatGoByArrivalAreFound() {
    Map<String, Integer> arrivals = new HashMap<>();
    Comparator<Member> byArrival =
        Comparator.comparingLong(Member::firstIngestedAt)
            .thenComparing(m -> arrivals.computeIfAbsent(m.articleId(), id -> arrivals.size()));
    isFound(new EnrichTopology.Order(RIGHT.revisions(), byArrival, RIGHT.index()));
  }

  @Test
  void theLastArrivalWinningIsFound() {
    isFound(
        new EnrichTopology.Order(
            (unusedOffered, unusedKnown) -> 1, RIGHT.sources(), RIGHT.index()));
  }

  @Test
  void droppingLateRevisionsIsFound() {
    long[] newest = {0};
    Comparator<Route> onTime =
        (offered, known) -> {
          newest[0] = Math.max(newest[0], offered.fetchedAt());
          boolean late = offered.fetchedAt() < newest[0] - 4 * 60_000;
          return late ? -1 : Route.NEWER.compare(offered, known);
        };
    isFound(new EnrichTopology.Order(onTime, RIGHT.sources(), RIGHT.index()));
  }

  @Test
  void aCapOnWhoComesFirstIsFound() {
    isFound(new EnrichTopology.Order(RIGHT.revisions(), RIGHT.sources(), FirstCome::new));
  }

  @Test
  void forgettingWhoWasThereBeforeIsFound() {
    isFound(new EnrichTopology.Order(RIGHT.revisions(), RIGHT.sources(), NeverLeaves::new));
  }

  /** Some shuffle of some world must differ from the oracle. */
  private static void isFound(EnrichTopology.Order planted) {
    for (int seed = 0; seed < 20; seed++) {
      List<RawArticle> world = World.of(seed % 5, 14);
      try (var bench = new Bench(planted)) {
        bench.send(ShuffleTest.shuffled(world, seed));
        if (!bench.canonical().equals(Bench.canonical(Oracle.events(world)))) {
          return;
        }
      }
    }
    assertThat(planted).as("no shuffle showed the planted bug").isNull();
  }

  /** Takes two articles a bucket, and who comes later is not indexed. */
  private static final class FirstCome extends StoredIndex {
    private final Map<Long, Integer> taken = new HashMap<>();

    FirstCome(ProcessorContext<?, ?> context) {
      super(context);
    }

    @Override
    void post(long bucket, String articleId) {
      if (taken.merge(bucket, 1, Integer::sum) <= 2) {
        super.post(bucket, articleId);
      }
    }
  }

  /** Keeps the postings that a former revision had. */
  private static final class NeverLeaves extends StoredIndex {
    NeverLeaves(ProcessorContext<?, ?> context) {
      super(context);
    }

    @Override
    void remove(Facts facts) {
      // forgotten
    }
  }
}
