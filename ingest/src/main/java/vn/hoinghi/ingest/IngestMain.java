package vn.hoinghi.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.AdminServer;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.Settings;

/** {@code hoinghi ingest}: the crawler as a process of its own, until it is told to stop. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Crawls the configured outlets and publishes their articles to Kafka, until SIGTERM.",
      "",
      "Several processes with the same configuration share the outlets. Every setting can also be an"
          + " environment variable: ingest.paceMillis is HOINGHI_INGEST_PACE_MILLIS.",
      "",
      "  hoinghi ingest --config hoinghi.yaml"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:help was shown",
      "1:broke down; the log says why",
      "2:options or configuration not understood, or a topic is missing or set so that it loses data",
      "143:stopped by SIGTERM, after everything was closed (130 by Ctrl-C)"
    })
public final class IngestMain implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);
  private static final int BROKEN = 1;
  private static final int USAGE = 2;
  private static final List<Topic<? extends SpecificRecord>> USED =
      List.of(
          Topics.RAW,
          Topics.FETCH_STATE,
          Topics.FETCH_OUTCOMES,
          Topics.SOURCE_HEALTH,
          Topics.ARTICLES);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML with the sections kafka, admin and ingest")
  private Path config;

  @Mixin private WebOptions web = new WebOptions();

  public static void main(String[] args) {
    System.exit(new CommandLine(new IngestMain()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    IngestConfig checked;
    try {
      checked = Settings.load(IngestConfig.class, config, System.getenv()).with(web);
      ClusterTopics.require(checked.kafka(), USED);
    } catch (ConfigException e) {
      LOG.error("{}", e.getMessage());
      return USAGE;
    }
    var stop = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, done), "ingest-stop"));
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var health = new Health();
    try (var ingest = new Ingest(checked, metrics).start();
        var admin = watched(checked, ingest.health(health), metrics)) {
      if (admin != null) {
        LOG.info("watch at http://{}:{}/readyz", checked.admin().host(), admin.port());
      }
      while (!stop.await(1, TimeUnit.SECONDS)) {
        if (!health.dead().isEmpty()) {
          LOG.error("broken down: {}", health.dead());
          return BROKEN;
        }
      }
    } finally {
      done.countDown();
    }
    return 0;
  }

  /** Null where the configuration opens no port. */
  private static AdminServer watched(
      IngestConfig config, Health health, PrometheusMeterRegistry metrics) {
    return config.admin().port() < 0 ? null : AdminServer.start(config.admin(), health, metrics);
  }

  /** The JVM ends when this returns: not before the crawler has closed. */
  private static void await(CountDownLatch stop, CountDownLatch done) {
    stop.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
