package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
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
    isFound(order(RIGHT.revisions(), byArrival, RIGHT.index()));
  }

  @Test
  void theLastArrivalWinningIsFound() {
    isFound(order((unusedOffered, unusedKnown) -> 1, RIGHT.sources(), RIGHT.index()));
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
    isFound(order(onTime, RIGHT.sources(), RIGHT.index()));
  }

  @Test
  void aLookAtTheClockIsFound() {
    // A minute passes with every record, and what is older than a quarter of an hour is stale.
    long[] clock = {Pages.NOON.toEpochMilli()};
    Comparator<Route> fresh =
        (offered, known) -> {
          clock[0] += 60_000;
          boolean stale = offered.fetchedAt() < clock[0] - 15 * 60_000;
          return stale ? -1 : Route.NEWER.compare(offered, known);
        };
    isFound(order(fresh, RIGHT.sources(), RIGHT.index()));
  }

  @Test
  void aSumOfFractionsInTheOrderOfArrivalIsFound() {
    assertThat(sums(1, true)).isNotEqualTo(sums(2, true));
    assertThat(sums(1, false)).isEqualTo(sums(2, false));
  }

  /**
   * What comes out of an order where each event tells a sum of fractions of its members: to seven
   * digits it is the same in any order.
   */
  private static String sums(long seed, boolean byArrival) {
    Map<String, Integer> arrivals = new HashMap<>();
    var planted =
        new EnrichTopology.Order(
            RIGHT.revisions(),
            RIGHT.sources(),
            RIGHT.index(),
            RIGHT.corrections(),
            (group, neighbourhood) -> {
              group.forEach(m -> arrivals.computeIfAbsent(m.articleId(), id -> arrivals.size()));
              var members = new ArrayList<>(group);
              if (byArrival) {
                members.sort(Comparator.comparing(m -> arrivals.get(m.articleId())));
              }
              float sum = 0;
              for (Member member : members) {
                sum += 1f / (1 + Math.floorMod(member.articleId().hashCode(), 997));
              }
              ConferenceEvent event = RIGHT.assembly().apply(group, neighbourhood);
              event.setTitle(event.getTitle() + " " + sum);
              return event;
            });
    try (var bench = new Bench(planted)) {
      return bench.send(ShuffleTest.shuffled(World.of(1, 14), seed)).canonical();
    }
  }

  @Test
  void aCapOnWhoComesFirstIsFound() {
    isFound(order(RIGHT.revisions(), RIGHT.sources(), FirstCome::new));
  }

  @Test
  void forgettingWhoWasThereBeforeIsFound() {
    isFound(order(RIGHT.revisions(), RIGHT.sources(), NeverLeaves::new));
  }

  @Test
  void theLastWordToArriveCountingIsFound() {
    isFoundAmongCorrections(order(LastToArrive::new));
  }

  @Test
  void forgettingWhatIsNewOfARetractedArticleIsFound() {
    isFoundAmongCorrections(order(Forgetful::new));
  }

  private static EnrichTopology.Order order(
      Comparator<Route> revisions,
      Comparator<Member> sources,
      Function<ProcessorContext<?, ?>, StoredIndex> index) {
    return new EnrichTopology.Order(
        revisions, sources, index, RIGHT.corrections(), RIGHT.assembly());
  }

  private static EnrichTopology.Order order(
      Function<ProcessorContext<?, ?>, StoredCorrections> corrections) {
    return new EnrichTopology.Order(
        RIGHT.revisions(), RIGHT.sources(), RIGHT.index(), corrections, RIGHT.assembly());
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

  /** Some shuffle of some world with corrections must differ from the oracle. */
  private static void isFoundAmongCorrections(EnrichTopology.Order planted) {
    for (int seed = 0; seed < 20; seed++) {
      List<RawArticle> world = World.of(seed % 5, 14);
      List<Correction> corrections = Corrected.of(seed % 5, world, 30);
      var records = new ArrayList<SpecificRecord>(world);
      records.addAll(corrections);
      try (var bench = new Bench(planted)) {
        bench.send(ShuffleTest.shuffled(records, seed));
        if (!bench.canonical().equals(Bench.canonical(Oracle.events(world, corrections)))) {
          return;
        }
      }
    }
    assertThat(planted).as("no shuffle showed the planted bug").isNull();
  }

  /** Of two records under one id the one stands that came in last. */
  private static final class LastToArrive extends StoredCorrections {
    LastToArrive(ProcessorContext<?, ?> context) {
      super(context);
    }

    @Override
    boolean counts(Correction record) {
      return true;
    }
  }

  /** Keeps of a retracted article what it was when it was retracted. */
  private static final class Forgetful extends StoredCorrections {
    Forgetful(ProcessorContext<?, ?> context) {
      super(context);
    }

    @Override
    boolean holdOut(Membership change) {
      return all().retracts(change.articleId());
    }
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
