package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.TrustedRecords;

class ErrandsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final String HOST = "bao.example";

  static {
    TrustedRecords.trust();
  }

  private final Errands errands = new Errands(1);
  private final Frontier frontier = new Frontier(10);

  @Test
  void anArchiveAndTodaysNewsTakeTurnsWhereBothHaveSomethingDue() throws Refused {
    FetchState live = state("/moi");
    take("/cu-1");
    take("/cu-2");

    assertThat(next(live)).isEqualTo("/cu-1");
    assertThat(next(live)).isEqualTo("/moi");
    assertThat(next(live)).isEqualTo("/cu-1");
    assertThat(next(live)).isEqualTo("/moi");
    assertThat(next(null)).isEqualTo("/cu-1");
  }

  @Test
  void whoeverVisitsAnAddressSettlesTheErrandAndSaysForWhomItWas() throws Refused {
    FetchState asked = take("/cu");

    Visited visited =
        errands.visited(asked.getUrl().replace("https://", "http://www."), came("/cu", null, 0));

    assertThat(visited.settled()).containsExactly(FetchStates.key(asked));
    assertThat(visited.outcome().getImportId()).isEqualTo("archive");
    assertThat(visited.states().get(0).getImportId()).isEqualTo("archive");
    assertThat(errands.areOpen()).isFalse();
    Visited other = errands.visited("https://bao.example/khac", came("/khac", null, 0));
    assertThat(other.settled()).isEmpty();
    assertThat(other.outcome().getImportId()).isNull();
  }

  @Test
  void aPageThatFailedInPassingIsTriedAgainWhenItsStateSaysAndThenGivenUp() throws Refused {
    FetchState asked = take("/cu");

    Visited first = errands.visited(asked.getUrl(), came("/cu", Reason.FETCH_CONNECT, 1));
    frontier.put(first.states().get(0));

    assertThat(first.settled()).isEmpty();
    assertThat(errands.next(null, frontier, NOW)).isNull();
    assertThat(errands.nextDue()).isEqualTo(NOW.plusSeconds(60));
    assertThat(errands.next(null, frontier, NOW.plusSeconds(60)).getFailures()).isEqualTo(1);

    Visited second = errands.visited(asked.getUrl(), came("/cu", Reason.FETCH_CONNECT, 2));
    assertThat(second.settled()).hasSize(1);
    assertThat(errands.areOpen()).isFalse();
  }

  @Test
  void thereIsNothingToDoWhereTheCrawlerHasBeenAndStillWhereItHasOnlyHeardOfAnAddress()
      throws Refused {
    FetchState heardOf = state("/cu");
    FetchState been = FetchState.newBuilder(heardOf).setLastFetchedAt(NOW).build();
    FetchState gone = FetchState.newBuilder(heardOf).setGoneSince(NOW).build();
    FetchState failing = FetchState.newBuilder(heardOf).setFailures(1).build();
    FetchState givenUp = FetchState.newBuilder(heardOf).setFailures(2).build();

    assertThat(List.of(been, gone, givenUp)).noneMatch(known -> errands.take(asked(), known, NOW));
    assertThat(List.of(heardOf, failing)).allMatch(known -> errands.take(asked(), known, NOW));
  }

  private String next(FetchState live) {
    return errands.next(live, frontier, NOW).getUrl().replace("https://" + HOST, "");
  }

  private FetchState asked() {
    return FetchState.newBuilder()
        .setHost(HOST)
        .setUrl("https://bao.example/cu")
        .setKind(FetchKind.ARTICLE)
        .setNextVisitAt(NOW)
        .setFoundOn("https://bao.example/sitemap.xml")
        .setImportId("archive")
        .build();
  }

  private FetchState take(String path) {
    FetchState asked = FetchState.newBuilder(asked()).setUrl("https://" + HOST + path).build();
    assertThat(errands.take(asked, null, NOW)).isTrue();
    return asked;
  }

  private static FetchState state(String path) throws Refused {
    return FetchStates.unvisited(
        HOST, CanonicalUrl.of("https://" + HOST + path), FetchKind.ARTICLE, NOW);
  }

  private static Visited came(String path, Reason reason, int failures) throws Refused {
    FetchState after = state(path);
    after.setFailures(failures);
    after.setNextVisitAt(NOW.plusSeconds(60));
    var outcome =
        FetchOutcome.newBuilder()
            .setHost(HOST)
            .setUrl(after.getUrl())
            .setAt(NOW)
            .setResult(reason == null ? FetchResult.PUBLISHED : FetchResult.FAILED)
            .setReason(reason == null ? null : reason.name())
            .build();
    return new Visited(List.of(after), null, outcome);
  }
}
