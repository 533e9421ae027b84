package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.TrustedRecords;

class HandOversTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PARTITIONS = 64;
  private static final Outlet A = Outlet.of("a.example");
  private static final Outlet B = Outlet.of("www.b.example");

  static {
    TrustedRecords.trust();
  }

  private final Sites sites = new Sites(List.of(A, B));
  private final HandOvers finder = new HandOvers(A, sites);
  private final HandOvers owner = new HandOvers(B, sites);
  private final Frontier frontier = new Frontier(10);
  private final Errands errands = new Errands(2);

  @Test
  void anAddressOfAnotherOutletIsItsOwnersAndHandedOverOnce() throws Refused {
    assertThat(find("https://b.example/1")).isTrue();
    assertThat(find("https://b.example/1")).isTrue();
    assertThat(find("https://a.example/2")).isFalse();
    assertThat(find("https://nobody.example/3")).isFalse();

    List<FetchState> found = finder.drain();
    assertThat(found)
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.getHost()).isEqualTo("www.b.example");
              assertThat(state.getFoundOn()).isEqualTo("https://a.example/list");
            });
    find("https://b.example/1");
    assertThat(finder.drain()).isEmpty();
  }

  @Test
  void theOwnerTakesUpWhatHeDoesNotKnowAndSettlesAll() throws Refused {
    frontier.put(
        FetchStates.unvisited(
            B.host(), CanonicalUrl.of("https://b.example/known"), FetchKind.ARTICLE, AT));
    for (String path : List.of("new", "known", "new")) {
      find("https://b.example/" + path);
    }
    List<FetchState> found = finder.drain();
    found.forEach(owner::offer);
    owner.offer(found.get(0));
    FetchState others = FetchState.newBuilder(found.get(0)).setUrl("https://c.example/").build();
    owner.offer(others);
    assertThat(owner.areWaiting()).isTrue();

    Visited taken = owner.takeUp(frontier, errands, AT);

    assertThat(taken.states())
        .extracting(FetchState::getUrl)
        .containsExactly("https://b.example/new");
    assertThat(taken.states()).allMatch(state -> state.getFoundOn() == null);
    assertThat(taken.settled()).hasSize(4).contains(FetchStates.key(found.get(1)));
    assertThat(owner.areWaiting()).isFalse();
    assertThat(owner.takeUp(frontier, errands, AT)).isNull();
  }

  @Test
  void aHandOverStandsInTheOwnersPartitionUnderAKeyThatIsNoStates() throws Refused {
    find("https://b.example/1");
    FetchState handOver = finder.drain().get(0);
    int theirs = FetchStates.partitionOf(B.host(), PARTITIONS);
    int ours = FetchStates.partitionOf(A.host(), PARTITIONS);
    assertThat(theirs).isNotEqualTo(ours);

    List<ProducerRecord<String, byte[]>> written =
        new VisitRecords(ours, PARTITIONS, ContractPack.committed())
            .of(new Visited(List.of(), null, null, List.of(handOver), List.of()));
    owner.offer(handOver);
    Visited taken = owner.takeUp(frontier, errands, AT);
    List<ProducerRecord<String, byte[]>> settled =
        new VisitRecords(theirs, PARTITIONS, ContractPack.committed()).of(taken);

    assertThat(written).singleElement().extracting(ProducerRecord::partition).isEqualTo(theirs);
    assertThat(settled).extracting(ProducerRecord::partition).containsOnly(theirs);
    assertThat(FetchStates.isHandOver(written.get(0).key())).isTrue();
    assertThat(FetchStates.isHandOver(settled.get(0).key())).isFalse();
    assertThat(settled.get(1).key()).isEqualTo(written.get(0).key());
    assertThat(settled.get(1).value()).isNull();
  }

  @Test
  void whatAnImportAsksForIsAnErrandUntilItIsVisitedAndSettledAtOnceWhereItIsKnown()
      throws Refused {
    FetchState visited =
        FetchStates.unvisited(
            B.host(), CanonicalUrl.of("https://b.example/known"), FetchKind.ARTICLE, AT);
    visited.setLastFetchedAt(AT);
    frontier.put(visited);
    find("https://b.example/known");
    find("https://b.example/old");
    finder
        .drain()
        .forEach(found -> owner.offer(FetchState.newBuilder(found).setImportId("archive").build()));

    Visited taken = owner.takeUp(frontier, errands, AT);

    assertThat(taken.states()).isEmpty();
    assertThat(taken.settled()).hasSize(1);
    assertThat(errands.next(null, frontier, AT).getUrl()).isEqualTo("https://b.example/old");
  }

  private boolean find(String url) throws Refused {
    return finder.found(CanonicalUrl.of(url), "https://a.example/list", AT);
  }
}
