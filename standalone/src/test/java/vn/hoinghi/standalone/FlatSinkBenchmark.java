package vn.hoinghi.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.hoinghi.standalone.servers.LocalPostgres;

/**
 * How fast our sink and Debezium's for JDBC store the same records of one topic in one flat table
 * of one PostgreSQL that flushes every commit, each in a process of its own and in turn. For people
 * to run: {@code benchmarks/flat}.
 */
final class FlatSinkBenchmark {
  private static final List<FlatContender> OURS =
      List.of(
          new FlatContender.Hoinghi(500, 1),
          new FlatContender.Hoinghi(2000, 1),
          new FlatContender.Hoinghi(500, 2),
          new FlatContender.Hoinghi(2000, 2));
  private static final List<FlatContender> THEIRS =
      List.of(
          new FlatContender.Debezium(500, false, 1),
          new FlatContender.Debezium(2000, false, 1),
          new FlatContender.Debezium(5000, false, 1),
          new FlatContender.Debezium(2000, true, 1),
          new FlatContender.Debezium(2000, true, 2));

  private final Path dir;
  private final TestCluster cluster;
  private final LocalPostgres server;
  private final int records;
  private final int updates;
  private final int deaths;
  private int runs;

  private FlatSinkBenchmark(Path dir, TestCluster cluster, LocalPostgres server, int[] sizes) {
    this.dir = dir;
    this.cluster = cluster;
    this.server = server;
    this.records = sizes[0];
    this.updates = sizes[2];
    this.deaths = sizes[3];
  }

  public static void main(String[] arguments) throws Exception {
    int[] sizes = {200_000, 3, 20, 1};
    for (int i = 0; i < arguments.length; i++) {
      sizes[i] = Integer.parseInt(arguments[i]);
    }
    Path dir = Files.createTempDirectory("flat-benchmark");
    try (var cluster = TestCluster.start(Files.createDirectory(dir.resolve("kafka")));
        var server = LocalPostgres.start(dir)) {
      new FlatSinkBenchmark(dir, cluster, server, sizes).run(sizes[1]);
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  /**
   * Settings first: each is tried once, on fewer records; the fastest is what goes in the rounds.
   */
  private void run(int rounds) throws Exception {
    FlatContender ours = fastest(OURS);
    FlatContender theirs = fastest(THEIRS);
    var ratios = new ArrayList<Double>();
    for (int round = 0; round <= rounds; round++) {
      try (FlatRun mine = run(ours, records);
          FlatRun other = run(theirs, records)) {
        FlatRun.same(mine, other);
        double ratio = mine.perSecond() / other.perSecond();
        say(
            "%s: hoinghi %.0f records/s, Debezium %.0f: %.2f (%d rows, all the same)",
            round == 0 ? "not counted" : "round " + round,
            mine.perSecond(),
            other.perSecond(),
            ratio,
            mine.rows());
        if (round > 0) {
          ratios.add(ratio);
        }
      }
    }
    say("records a second, as multiple of Debezium's: %s", Middle.of(ratios));
  }

  private FlatContender fastest(List<FlatContender> choices) throws Exception {
    FlatContender best = null;
    double most = 0;
    for (FlatContender each : choices) {
      try (FlatRun run = run(each, records / 4)) {
        say("%s: %.0f records/s", each, run.perSecond());
        if (run.perSecond() > most) {
          most = run.perSecond();
          best = each;
        }
      }
    }
    say("fastest: %s", best);
    return best;
  }

  private FlatRun run(FlatContender contender, int count) throws Exception {
    cluster.anew();
    Path place = Files.createDirectory(dir.resolve("run" + ++runs));
    return FlatRun.of(contender, place, cluster, server, new FlatRecords(updates, deaths), count);
  }
}
