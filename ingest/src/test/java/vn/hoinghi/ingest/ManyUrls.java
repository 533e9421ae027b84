package vn.hoinghi.ingest;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Sha256;
import vn.hoinghi.schemas.Topics;

/**
 * Reads back as many URLs as it is told as a new owner does, visits some, and says what that took.
 * A program, since only a heap of one's own can be measured.
 */
final class ManyUrls {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final int VISITS = 9_000;

  private ManyUrls() {}

  /**
   * Prints heap in use after collection, in bytes, CPU milliseconds for reading back and CPU
   * microseconds for a visit's bookkeeping.
   *
   * @param args {@code disk} or {@code memory}, directory, how many URLs
   */
  public static void main(String[] args) {
    int urls = Integer.parseInt(args[2]);
    try (var disk = DiskShelves.in(Path.of(args[1]))) {
      var partition =
          new OwnedPartition(
              0,
              urls,
              null,
              ContractPack.committed(),
              () -> new Frontier(urls, args[0].equals("disk") ? disk.shelf() : new MemoryShelf()));
      long start = cpu();
      var serializer = AvroSerde.of(FetchState.class, ContractPack.committed()).serializer();
      for (int i = 0; i < urls; i++) {
        FetchState state = state(i);
        partition.read(
            FetchStates.key(state), serializer.serialize(Topics.FETCH_STATE.name(), state));
      }
      long read = cpu();
      Frontier frontier = partition.frontier("bao.example");
      for (int i = 0; i < VISITS; i++) {
        FetchState due = frontier.due(NOW.plus(Duration.ofDays(40)));
        frontier.put(
            FetchState.newBuilder(due)
                .setNextVisitAt(due.getNextVisitAt().plus(Duration.ofDays(50)))
                .build());
      }
      long visited = cpu();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.println(
          Map.of(
              "known",
              frontier.size(),
              "heap",
              runtime.totalMemory() - runtime.freeMemory(),
              "readMillis",
              (read - start) / 1_000_000,
              "visitMicros",
              (visited - read) / 1_000 / VISITS));
    }
  }

  /** This thread's own, since other work on the machine is none of ours. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static FetchState state(int number) {
    String url = "https://bao.example/tin-tuc/thoi-su/hoi-nghi-so-" + number + "-toan-huyen.html";
    return FetchState.newBuilder()
        .setHost("bao.example")
        .setUrl(url)
        .setKind(FetchKind.ARTICLE)
        .setEtag("\"" + Integer.toHexString(number * 31) + "-5f\"")
        .setLastModified("Wed, 28 Oct 2026 02:15:00 GMT")
        .setContentHash(Sha256.hex(url))
        .setSignature("1.0123456789abcdefghijkl")
        .setFirstIngestedAt(NOW.minusSeconds(number))
        .setLastFetchedAt(NOW.minusSeconds(number))
        .setNextVisitAt(NOW.plusSeconds(number % 2_600_000))
        .setLastStatus(200)
        .setEveryMillis(86_400_000L)
        .build();
  }
}
