package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.hoinghi.standalone.web.SimulatedWeb;
import vn.hoinghi.standalone.web.WebAccess;
import vn.hoinghi.standalone.web.WebPlan;

/**
 * What fetching and publishing costs, beside {@code wget -r} and crawler4j on the same web, each in
 * a process of its own and in turn, politeness off. Ours is started as anybody starts it, by the
 * launcher, and what it published is compared with what stands on that web before its figures
 * count. For people to run: {@code benchmarks/crawl}.
 */
final class CrawlBenchmark {
  private static final int RIVALS_THREADS = 20;
  private static final String LAUNCHER = System.getProperty("crawl.launcher", "./hoinghi");

  /** Options of our JVM beside those that the launcher gives it. */
  private static final String JVM = System.getProperty("crawl.jvm", "-Xmx700m");

  private static final Duration LONG = Duration.ofMinutes(20);

  /**
   * Pages fetched, the time from the first to the last, the CPU time of the whole process, and that
   * from when half of the pages were there; negative where nobody knows. Beside them what the web,
   * the broker and this count take of the same machine.
   */
  private record Cost(
      long pages, double seconds, double cpuSeconds, double secondHalf, double others) {
    double perSecond() {
      return pages / seconds;
    }

    double cpuMillis() {
      return 1000 * cpuSeconds / pages;
    }

    /** A page of the second half, when what had to be loaded and compiled was. */
    double warmCpuMillis() {
      return 2000 * secondHalf / pages;
    }
  }

  private final WebPlan plan;
  private final Path dir;

  private CrawlBenchmark(WebPlan plan, Path dir) {
    this.plan = plan;
    this.dir = dir;
  }

  public static void main(String[] args) throws Exception {
    int outlets = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    var cpu = new ArrayList<Double>();
    var warm = new ArrayList<Double>();
    var speed = new ArrayList<Double>();
    Path dir = Files.createTempDirectory("crawl-benchmark");
    for (int round = 1; round <= rounds; round++) {
      Path here = Files.createDirectory(dir.resolve("round-" + round));
      var plan = WebPlan.of(round, outlets, articles).withoutFaults();
      var benchmark = new CrawlBenchmark(plan, here);
      Cost ours = tell("hoinghi", benchmark.hoinghi());
      boolean alone = Boolean.getBoolean("crawl.alone");
      Cost wget = tell("wget -r", alone ? null : benchmark.wget());
      Cost crawler4j = tell("crawler4j", alone ? null : benchmark.crawler4j());
      if (wget != null) {
        cpu.add(ours.cpuMillis() / wget.cpuMillis());
        warm.add(ours.warmCpuMillis() / wget.cpuMillis());
      }
      if (crawler4j != null) {
        speed.add(ours.perSecond() / crawler4j.perSecond());
      }
    }
    say("CPU a page, as multiple of wget's: %s", Middle.of(cpu));
    say("the same of the second half of our pages alone: %s", Middle.of(warm));
    say("pages a second, as multiple of crawler4j's: %s", Middle.of(speed));
  }

  private static Cost tell(String who, Cost cost) {
    if (cost == null) {
      say("%-10s left out", who);
    } else {
      say(
          "%-10s %7d pages %8.1f s %8.0f pages/s %8.3f ms of CPU a page (web and broker %.3f)%s",
          who,
          cost.pages,
          cost.seconds,
          cost.perSecond(),
          cost.cpuMillis(),
          1000 * cost.others / cost.pages,
          cost.secondHalf < 0 ? "" : ", %.3f of the second half".formatted(cost.warmCpuMillis()));
    }
    return cost;
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private Cost hoinghi() throws Exception {
    try (var web = SimulatedWeb.start(0, plan);
        var cluster = TestCluster.start(dir);
        var published = new PublishedArticles(cluster.config)) {
      Map<String, Object> settings = web.ingestSettings(Map.of("paceMillis", 0));
      Path config = CrawlSettings.write(dir, cluster.config, settings);
      Map<String, Integer> wanted = web.publications(false);
      long articles = wanted.values().stream().filter(n -> n > 0).count();
      double othersBefore = ownCpuSeconds();
      Process crawler = launch(config);
      try {
        untilPublished(articles / 2, published, crawler);
        double half = cpuSeconds(crawler);
        untilPublished(articles, published, crawler);
        double cpu = cpuSeconds(crawler);
        double seconds = since(web.log().get(0).time());
        double others = ownCpuSeconds() - othersBefore;
        Map<String, String> differences = published.differences(wanted);
        if (!differences.isEmpty()) {
          throw new IllegalStateException("not what stands on the web: " + differences);
        }
        return new Cost(articles, seconds, cpu, cpu - half, others);
      } finally {
        crawler.destroy();
        crawler.waitFor();
      }
    }
  }

  private Process launch(Path config) throws IOException {
    var builder =
        new ProcessBuilder(LAUNCHER, "ingest", "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("hoinghi.log").toFile());
    builder.environment().put("HOINGHI_JAVA_OPTS", JVM);
    builder.environment().put("HOINGHI_LOG", "text");
    return builder.start();
  }

  private static double ownCpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
  }

  private static void untilPublished(long articles, PublishedArticles published, Process crawler) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .failFast("the crawler ended, see its log", () -> !crawler.isAlive())
        .until(() -> published.now().size() >= articles);
  }

  private static double cpuSeconds(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
  }

  private Cost wget() throws Exception {
    try (var web = SimulatedWeb.start(0, plan)) {
      List<String> command =
          List.of(
              "wget",
              "-q",
              "-r",
              "-l",
              "inf",
              "-P",
              dir.resolve("wget").toString(),
              "-i",
              seeds(web).toString());
      var proxy = Map.of("http_proxy", "http://127.0.0.1:" + web.port() + "/", "no_proxy", "");
      double othersBefore = ownCpuSeconds();
      TimedProcess wget = TimedProcess.run(dir.resolve("wget.log"), proxy, command);
      return cost(web.log(), wget.cpuSeconds(), ownCpuSeconds() - othersBefore);
    }
  }

  private Cost crawler4j() throws Exception {
    String classPath = System.getenv("RIVALS");
    if (classPath == null) {
      return null;
    }
    try (var web = SimulatedWeb.start(0, plan)) {
      Path data = Files.createDirectory(dir.resolve("crawler4j"));
      Process crawler =
          new ProcessBuilder(
                  ChildJvm.java(),
                  "-Xmx700m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath,
                  "Crawler4jRun",
                  Integer.toString(web.port()),
                  data.toString(),
                  seeds(web).toString(),
                  Integer.toString(RIVALS_THREADS))
              .redirectErrorStream(true)
              .redirectOutput(dir.resolve("crawler4j.log").toFile())
              .start();
      try {
        double othersBefore = ownCpuSeconds();
        double cpu = 0;
        // it waits for half a minute whether more comes before it ends
        while (!crawler.waitFor(100, TimeUnit.MILLISECONDS) && isBusy(web)) {
          cpu = cpuSeconds(crawler);
        }
        return cost(web.log(), cpu, ownCpuSeconds() - othersBefore);
      } finally {
        crawler.destroyForcibly().waitFor();
      }
    }
  }

  private static boolean isBusy(SimulatedWeb web) {
    List<WebAccess> log = web.log();
    return log.isEmpty() || since(log.get(log.size() - 1).time()) < 10;
  }

  private Path seeds(SimulatedWeb web) throws IOException {
    List<String> homes = web.outlets().stream().map(o -> "http://" + o.host() + "/").toList();
    return Files.write(dir.resolve("seeds"), homes);
  }

  private static Cost cost(List<WebAccess> log, double cpuSeconds, double others) {
    List<WebAccess> pages =
        log.stream()
            .filter(request -> request.status() == 200 && !request.path().equals("/robots.txt"))
            .toList();
    if (pages.isEmpty()) {
      return null;
    }
    Instant last = pages.get(pages.size() - 1).time();
    double seconds = Duration.between(log.get(0).time(), last).toMillis() / 1000.0;
    return new Cost(pages.size(), seconds, cpuSeconds, -1, others);
  }

  private static double since(Instant then) {
    return Duration.between(then, Instant.now()).toMillis() / 1000.0;
  }
}
