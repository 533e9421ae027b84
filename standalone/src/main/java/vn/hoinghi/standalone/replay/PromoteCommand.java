package vn.hoinghi.standalone.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.enrich.mention.MentionReader;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.DataDirectory;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.terminal.Speech;

/** The words of {@code hoinghi replay promote}. */
@Command(
    name = "promote",
    description = {
      "Make a shadow the public one: it takes in what came since, what differs is written to the"
          + " public topics, and enrich goes on with its state. Names of topics and of the"
          + " application stay; revisions go on.",
      "",
      "Every enrich, wherever it runs, stops work while this lasts, and none can start. All is one"
          + " transaction: killed at any moment it has changed nothing, or everything; given again"
          + " it goes on. What reads the topics sees each change once, with no article or correction"
          + " as its cause.",
      "",
      "Afterwards each enrich of the same rules goes on by itself; one of other rules ends: start it"
          + " with this program. The way back is the same: a shadow by the program of before,"
          + " promoted.",
      ""
    },
    exitCodeList = {
      "0:it is public, or was already",
      "1:an enrich does not make way, or a part has failed: nothing is changed",
      "2:the command line or the configuration is wrong, or there is no such shadow"
    })
final class PromoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ShadowName name = new ShadowName();
  @Mixin private StateOption state = new StateOption();

  @Option(names = "--dry-run", description = "Only say what would be written as things stand.")
  private boolean dryRun;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "How long every enrich is asked to make way (default: ${DEFAULT-VALUE}); 0 asks none,"
              + " and refuses where one is at work.")
  private int wait;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Start the broker on what 'hoinghi run' kept there, while it does not run.")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    if (data == null) {
      KafkaConfig kafka = name.cluster().kafkaOrLocal();
      return promote(kafka, name.tables(kafka));
    }
    try (var directory = DataDirectory.open(data);
        var server = LocalKafka.start(directory.path());
        var postgres = LocalPostgres.start(directory.path())) {
      var kafka = KafkaConfig.at(server.bootstrapServers());
      return promote(kafka, Optional.of(name.tables(kafka, LocalPostgres.at(postgres.port()))));
    }
  }

  private int promote(KafkaConfig kafka, Optional<ShadowTables> tables)
      throws InterruptedException {
    var speech = new Speech(spec);
    Shadow shadow = name.shadow(kafka);
    try (var progress = Progress.to(spec.commandLine().getErr())) {
      var promotion =
          new Promotion(
              kafka,
              name.cluster().enrich().applicationId(),
              shadow,
              MentionReader.RULES_VERSION,
              Duration.ofSeconds(wait),
              progress);
      if (dryRun) {
        shadow.require();
        return speech.say(lines(promotion.rehearse(), "would be"));
      }
      Promotion.Told told =
          promotion.run(() -> ShadowName.compute(shadow, state.directory(), progress));
      tables.ifPresent(t -> dropTables(t, speech));
      if (told.already()) {
        return speech.say(List.of(name + " is public already"));
      }
      List<String> lines = lines(told, "were");
      lines.add(name + " is public");
      lines.add(
          "next:    start again with this program what has ended; %s may be removed"
              .formatted(state));
      return speech.say(lines);
    }
  }

  /** They were for looking before: the public ones get what differs by way of the topics. */
  private static void dropTables(ShadowTables tables, Speech speech) {
    try {
      tables.drop();
    } catch (ConfigException e) {
      speech.note("schema %s is left over: %s".formatted(tables.schema(), e.getMessage()));
    }
  }

  private static List<String> lines(Promotion.Told told, String were) {
    var lines = new ArrayList<String>();
    told.events()
        .forEach(
            (kind, count) ->
                lines.add(
                    String.format(
                        Locale.ROOT, "%,8d events %s %s", count, were, word(kind.name()))));
    lines.add(String.format(Locale.ROOT, "%,8d articles %s written anew", told.articles(), were));
    return lines;
  }

  private static String word(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }
}
