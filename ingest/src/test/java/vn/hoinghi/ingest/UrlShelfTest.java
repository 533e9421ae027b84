package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;

/** What a frontier may rely on, wherever it keeps what it knows. */
@ParameterizedClass
@EnumSource(UrlShelfTest.Where.class)
class UrlShelfTest {
  enum Where {
    MEMORY,
    DISK
  }

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private static Path directory;

  @Parameter private Where where;
  private final List<DiskShelves> disks = new ArrayList<>();

  @AfterEach
  void close() {
    disks.forEach(DiskShelves::close);
  }

  private UrlShelf shelf() {
    if (where == Where.MEMORY) {
      return new MemoryShelf();
    }
    if (disks.isEmpty()) {
      disks.add(DiskShelves.in(directory));
    }
    return disks.get(0).shelf();
  }

  @Test
  void whatWasPutIsFoundAsItWasPut() {
    UrlShelf shelf = shelf();
    KnownUrl known = known("https://bao.example/Hội-nghị?x=1", FetchKind.ARTICLE, 5, true);
    shelf.put(null, known);

    assertThat(shelf.get(known.key())).isEqualTo(known);
    assertThat(shelf.first()).isEqualTo(known);
    assertThat(shelf.get("https://bao.example/")).isNull();
  }

  @Test
  void nothingIsFirstOfNothing() {
    assertThat(shelf().first()).isNull();
  }

  @Test
  void theFirstIsDueSoonestThenAListingThenTheLesserUrl() {
    UrlShelf shelf = shelf();
    List<KnownUrl> order =
        List.of(
            known("https://bao.example/e", FetchKind.ARTICLE, -7_000_000, false),
            known("https://bao.example/d", FetchKind.FEED, 5, false),
            known("https://bao.example/a", FetchKind.ARTICLE, 5, false),
            known("https://bao.example/a/b", FetchKind.ARTICLE, 5, false),
            known("https://bao.example/b", FetchKind.ARTICLE, 5, false),
            known("https://bao.example/", FetchKind.SITEMAP, 6, false));
    for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
      shelf.put(null, order.get(i));
    }

    assertThat(all(shelf)).isEqualTo(order);
    assertThat(shelf.first()).isEqualTo(order.get(0));
  }

  @Test
  void shelvesKnowNothingOfEachOther() {
    UrlShelf one = shelf();
    UrlShelf other = shelf();
    one.put(null, known("https://bao.example/a", FetchKind.ARTICLE, 1, false));
    other.put(null, known("https://bao.example/b", FetchKind.ARTICLE, 0, false));

    assertThat(one.first().key()).endsWith("/a");
    assertThat(other.get("https://bao.example/a")).isNull();
    one.close();
    assertThat(other.first().key()).endsWith("/b");
    assertThat(all(other)).hasSize(1);
  }

  @Test
  void anyStoryOfVisitsLeavesBothInTheSameOrder() {
    UrlShelf shelf = shelf();
    var plain = new MemoryShelf();
    var random = new Random(14);
    for (int i = 0; i < 3_000; i++) {
      FetchKind kind = random.nextInt(9) == 0 ? FetchKind.FEED : FetchKind.ARTICLE;
      KnownUrl next = plain.first();
      boolean visit = next != null && random.nextBoolean();
      String url = visit ? next.key() : "https://bao.example/" + random.nextInt(400);
      KnownUrl now = known(url, kind, random.nextInt(5_000) - 500 + i, random.nextBoolean());
      shelf.put(shelf.get(url), now);
      plain.put(plain.get(url), now);
      assertThat(shelf.first()).isEqualTo(plain.first());
    }

    assertThat(all(shelf)).isEqualTo(all(plain));
  }

  @Test
  void aClosedCacheIsNoBasisToWorkOn() {
    if (where == Where.DISK) {
      UrlShelf shelf = shelf();
      disks.get(0).close();

      assertThatThrownBy(shelf::first).isInstanceOf(LostLedgerException.class);
    }
  }

  @Test
  void oneDirectoryServesManyProcessesAndIsEmptyForTheNext() {
    if (where == Where.DISK) {
      shelf().put(null, known("https://bao.example/a", FetchKind.ARTICLE, 1, false));
      disks.add(DiskShelves.in(directory));
      assertThat(disks.get(1).shelf().first()).isNull();
      disks.remove(0).close();
      disks.add(DiskShelves.in(directory));

      assertThat(Stream.of(disks.get(1).shelf()).map(UrlShelf::first)).containsOnlyNulls();
    }
  }

  private static List<KnownUrl> all(UrlShelf shelf) {
    var all = new ArrayList<KnownUrl>();
    shelf.read(all::add);
    return all;
  }

  private static KnownUrl known(String url, FetchKind kind, long millis, boolean unsettled) {
    FetchState state =
        FetchState.newBuilder()
            .setHost("bao.example")
            .setUrl(url)
            .setKind(kind)
            .setEtag("\"1\"")
            .setNextVisitAt(NOW.plusMillis(millis))
            .build();
    return new KnownUrl(state, unsettled);
  }
}
