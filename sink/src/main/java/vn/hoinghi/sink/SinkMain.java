package vn.hoinghi.sink;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoinghi.service.AdminServer;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Health;
import vn.hoinghi.service.Settings;

/** {@code hoinghi sink}: the sink as a process of its own. */
@Command(
    name = "sink",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes conference events from Kafka to PostgreSQL, exactly once.",
      "",
      "Reads hoinghi.events.v1 (read_committed) and keeps one row for each event, with",
      "its sources, people, documents and what each source says. The position in the",
      "topic is stored in the same transaction as the rows: kill it, freeze it, start",
      "a second one, and the rows stay right. Several sinks with one sink.groupId",
      "share the work. Runs until SIGTERM.",
      ""
    },
    footerHeading = "%nSettings:%n",
    footer = {
      "  kafka.bootstrapServers   host:port,...                         (required)",
      "  kafka.schemaRegistryUrl  registry; else the committed schemas serve",
      "  kafka.properties         further client settings (security)",
      "  sink.jdbcUrl             jdbc:postgresql://host:port/database  (required)",
      "  sink.user                role that may create tables, or only write them with",
      "                           sink.migrate: false",
      "  sink.password            better HOINGHI_SINK_PASSWORD_FILE=/run/secrets/...",
      "  sink.groupId             consumer group, hoinghi-sink by default",
      "  sink.threads             members of the group in this process, 1 by default",
      "  sink.batchRecords        most records in one transaction, 500 by default",
      "  sink.maxBackoffMillis    longest wait for a database that is away, 10000",
      "  sink.migrate             bring the tables to this version at start, true",
      "  sink.startTimeoutSeconds how long brokers and database are waited for, 300",
      "  admin.host, admin.port   /livez /readyz /metrics, a free port of 127.0.0.1",
      "Each key is an environment variable too: sink.jdbcUrl is",
      "HOINGHI_SINK_JDBC_URL.",
      "",
      "Example:",
      "  HOINGHI_KAFKA_BOOTSTRAP_SERVERS=localhost:9092 \\",
      "  HOINGHI_SINK_JDBC_URL=jdbc:postgresql://localhost/hoinghi \\",
      "  HOINGHI_SINK_USER=hoinghi HOINGHI_SINK_PASSWORD_FILE=./password hoinghi sink"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:asked for help or version only",
      "1:stopped by a fault that waiting does not mend; the log says which",
      "2:a setting or option is wrong, or a topic is missing or set so that it loses data",
      "3:brokers or database did not answer within sink.startTimeoutSeconds; nothing was changed",
      "4:the rows cannot be trusted any more, the log says why; --rebuild mends it",
      "143:ended by SIGTERM, after the batch in hand (130 by Ctrl-C)"
    })
public final class SinkMain implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(SinkMain.class);
  private static final int NOT_THERE = 3;
  private static final int REBUILD = 4;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file of settings; the environment goes over it.")
  private Path config;

  @Option(
      names = "--validate-tables",
      description = "Do not change the tables: stop where they are not those of this version.")
  private boolean validateTables;

  @Option(
      names = "--rebuild",
      description = {
        "Read the whole topic once more, write every row anew and remove those that it",
        "no longer knows. Goes on after a kill, with or without this option; other",
        "sinks of the group take part."
      })
  private boolean rebuild;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SinkMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return run(Settings.load(SinkConfig.class, config, System.getenv()));
    } catch (ConfigException e) {
      LOG.error("{}", e.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (NotThereException e) {
      LOG.error("{}", e.getMessage());
      return NOT_THERE;
    } catch (SinkException e) {
      LOG.error("{}", e.getMessage());
      return codeOf(e);
    }
  }

  private static int codeOf(Throwable failure) {
    return failure instanceof SinkException fault && fault.mendedByRebuild()
        ? REBUILD
        : CommandLine.ExitCode.SOFTWARE;
  }

  private int run(SinkConfig loaded) throws InterruptedException, NotThereException {
    var settings =
        validateTables
            ? new SinkConfig(loaded.kafka(), loaded.admin(), loaded.sink().withoutMigration())
            : loaded;
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var health = new Health();
    var limit = Duration.ofSeconds(settings.sink().startTimeoutSeconds());
    var patience = new Patience(limit, System::nanoTime);
    health.ready("start", () -> Optional.ofNullable(patience.waitsFor()));
    var sink = new Sink(settings, metrics, rebuild ? Rebuild.ONCE : Rebuild.NEVER);
    sink.health(health);
    try (AdminServer admin = AdminServer.start(settings.admin(), health, metrics)) {
      if (admin.port() > 0) {
        LOG.info("watch this sink on http://{}:{}/readyz", settings.admin().host(), admin.port());
      }
      var start = new Start(settings);
      patience.until(start::topics);
      patience.until(start::database);
      Runtime.getRuntime().addShutdownHook(new Thread(sink::close, "sink-shutdown"));
      sink.start().await();
    }
    return sink.failure().map(SinkMain::codeOf).orElse(CommandLine.ExitCode.OK);
  }
}
