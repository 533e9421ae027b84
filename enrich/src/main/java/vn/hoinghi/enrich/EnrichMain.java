package vn.hoinghi.enrich;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.AdminServer;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.Settings;

/** {@code hoinghi enrich}: enrichment as a process of its own. */
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads raw articles, finds the conferences they report, and resolves many outlets'",
      "reports of one conference into one event, exactly once.",
      "",
      "From hoinghi.articles.raw.v1 and hoinghi.corrections.v1 to hoinghi.articles.v1,",
      "hoinghi.events.v1 and hoinghi.event-changes.v1. A record that cannot be used goes to",
      "its topic's .dlq with its reason (header x-dlq-reason). The events are the same in",
      "whatever order articles and corrections come. Several processes with one",
      "enrich.applicationId share the work. Runs until SIGTERM. While 'hoinghi replay promote'",
      "is at work it stands aside, and goes on after it where the rules are its own."
    },
    footerHeading = "%nSettings%n",
    footer = {
      "  kafka.bootstrapServers        host:port,...                     (required)",
      "  kafka.schemaRegistryUrl       Confluent-compatible; none: the built-in ids",
      "  kafka.properties              further client settings (security)",
      "  enrich.applicationId          group, transactions, state; hoinghi-enrich",
      "  enrich.stateDir               directory of the stores, ./hoinghi-state",
      "  enrich.commitIntervalMillis   results are committed this often, 100",
      "  enrich.threads                stream threads, 2",
      "  enrich.standbys               instances that hold a copy of each store, 0",
      "  enrich.parseBudgetMillis      CPU time one page may take, 2000",
      "  enrich.outletsFile            JSON [{\"host\",\"name\",\"province\",\"kind\"}] over ours",
      "  admin.host, admin.port        /livez /readyz /metrics, a free port of 127.0.0.1",
      "Each key is an environment variable too: enrich.stateDir is HOINGHI_ENRICH_STATE_DIR.",
      "",
      "Example:",
      "  HOINGHI_KAFKA_BOOTSTRAP_SERVERS=localhost:9092 HOINGHI_ENRICH_STATE_DIR=./state \\",
      "  hoinghi enrich"
    },
    exitCodeListHeading = "%nExit codes%n",
    exitCodeList = {
      "0:asked for help or version only",
      "1:stopped by a fault that waiting does not mend; the log says which",
      "2:a setting or option is wrong, or a topic is missing or set so that it loses data",
      "143:ended by SIGTERM, all that was done committed (130 by Ctrl-C)"
    })
public final class EnrichMain implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(EnrichMain.class);
  private static final List<Topic<? extends SpecificRecord>> USED =
      List.of(
          Topics.RAW,
          Topics.RAW.deadLetters(),
          Topics.CORRECTIONS,
          Topics.CORRECTIONS.deadLetters(),
          Topics.ARTICLES,
          Topics.EVENTS,
          Topics.EVENT_CHANGES);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file of settings; the environment goes over it.")
  private Path config;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EnrichMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return run(Settings.load(EnrichConfig.class, config, System.getenv()));
    } catch (ConfigException e) {
      LOG.error("{}", e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  private static int run(EnrichConfig settings) throws InterruptedException {
    ClusterTopics.require(settings.kafka(), USED);
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var health = new Health();
    try (AdminServer admin = AdminServer.start(settings.admin(), health, metrics);
        var enrich = new Enrich(settings, metrics)) {
      enrich.health(health);
      if (admin.port() > 0) {
        LOG.info("watch enrich on http://{}:{}/readyz", settings.admin().host(), admin.port());
      }
      Runtime.getRuntime().addShutdownHook(new Thread(enrich::close, "enrich-shutdown"));
      enrich.start().await();
      return enrich.failure().map(EnrichMain::exitCode).orElse(CommandLine.ExitCode.OK);
    }
  }

  /** After a promotion the rules of this program may be the wrong ones. */
  private static int exitCode(Throwable fault) {
    return fault instanceof ConfigException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }
}
