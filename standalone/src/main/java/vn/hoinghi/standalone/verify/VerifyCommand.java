package vn.hoinghi.standalone.verify;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.enrich.EnrichConfig;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ClusterTopics;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.standalone.servers.ClusterOptions;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.verify.Verification.Look;

/** The words of {@code hoinghi verify}. */
@Command(
    name = "verify",
    description = {
      "Prove from topics and tables alone that nothing was lost, doubled or torn: every published"
          + " capture stands on the raw topic, every raw record has one outcome, every article that"
          + " reports a conference stands in one event, every event's last change is logged, the"
          + " rows of every live event are those its record asks for, every reader stands where it"
          + " can go on, and no transaction is left open.",
      "",
      "Changes nothing, and may run beside everything else: what is under way counts as waiting,"
          + " and what looks wrong is looked at again. Takes about 200 MB of memory for a million"
          + " articles, and room for the live events in the temporary directory.",
      "",
      "Cluster and database are those of the configuration, else of the 'hoinghi run' on this"
          + " machine; with --data those kept in a directory, which nobody else may use meanwhile.",
      "",
      "Examples:",
      "  hoinghi verify",
      "  hoinghi verify --config hoinghi.yaml --json || page-somebody",
      "  hoinghi verify --data hoinghi-data",
      ""
    },
    exitCodeList = {
      "0:everything adds up",
      "1:something does not, and is named; or cluster or database could not be read",
      "2:the command line or the configuration is wrong"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final long BETWEEN_MILLIS = 2_000;

  @Spec private CommandSpec spec;
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Start broker and database on what 'run' or 'batch' kept there, and no more.")
  private Path data;

  @Option(
      names = "--looks",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often to look until something is called wrong (${DEFAULT-VALUE}); 1 where nobody"
              + " writes.")
  private int looks;

  @Option(names = "--json", description = "Print one object of JSON.")
  private boolean json;

  /** The section that is read beside cluster and database. */
  record Enriching(EnrichConfig.Work enrich) {
    Enriching {
      enrich = Objects.requireNonNullElseGet(enrich, () -> EnrichConfig.Work.in(null));
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    EnrichConfig.Work enrich = cluster.section(Enriching.class).enrich();
    if (data == null) {
      return verify(cluster.kafkaOrLocal(), cluster.database(), enrich);
    }
    if (!Files.isDirectory(data)) {
      throw new ConfigException("--data " + data + " is no directory");
    }
    try (var directory = DataDirectory.open(data);
        var kafka = LocalKafka.start(directory.path());
        var postgres = LocalPostgres.start(directory.path())) {
      return verify(
          KafkaConfig.at(kafka.bootstrapServers()), LocalPostgres.at(postgres.port()), enrich);
    }
  }

  private int verify(KafkaConfig kafka, SinkConfig.Delivery database, EnrichConfig.Work enrich)
      throws InterruptedException {
    ClusterTopics.require(kafka, Topics.all());
    Look look;
    try (var progress = Progress.to(spec.commandLine().getErr())) {
      var verification =
          new Verification(kafka, database, enrich.applicationId(), enrich.outletsFile(), progress);
      look = verification.look();
      for (int more = 1; more < looks && !look.findings().none(); more++) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        Look again = verification.look();
        look = again.with(again.findings().alsoIn(look.findings()));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(LookJson.of(look));
    } else {
      LookText.lines(look).forEach(out::println);
    }
    out.flush();
    return look.findings().none() ? 0 : ExitCode.FAILED;
  }
}
