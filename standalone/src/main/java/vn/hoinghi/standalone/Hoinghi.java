package vn.hoinghi.standalone;

import java.util.Set;
import org.slf4j.event.Level;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import vn.hoinghi.enrich.EnrichMain;
import vn.hoinghi.ingest.IngestMain;
import vn.hoinghi.ingest.OutletsCommand;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.Logging;
import vn.hoinghi.sink.SinkMain;
import vn.hoinghi.standalone.backfill.BackfillCommand;
import vn.hoinghi.standalone.batch.BatchCommand;
import vn.hoinghi.standalone.correct.CorrectCommand;
import vn.hoinghi.standalone.demo.DemoCommand;
import vn.hoinghi.standalone.demo.RehearseCommand;
import vn.hoinghi.standalone.dlq.DlqCommand;
import vn.hoinghi.standalone.explain.ExplainCommand;
import vn.hoinghi.standalone.export.ExportCommand;
import vn.hoinghi.standalone.reading.TryCommand;
import vn.hoinghi.standalone.replay.ReplayCommand;
import vn.hoinghi.standalone.sources.SourcesCommand;
import vn.hoinghi.standalone.terminal.ExitCode;
import vn.hoinghi.standalone.verify.VerifyCommand;

/**
 * The one command line of the project: reads the words, starts what they name, ends with a code.
 */
@Command(
    name = "hoinghi",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:what was asked for is done",
      "1:it failed, or the result is not what it should be",
      "2:the command line or the configuration is wrong"
    },
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    commandListHeading = "%nCommands:%n")
public final class Hoinghi {
  /** Commands that tell how far they are in their own way. */
  private static final Set<String> SHOWS =
      Set.of(
          "demo",
          "try",
          "batch",
          "backfill",
          "explain",
          "rehearse",
          "correct",
          "sources",
          "verify",
          "dlq",
          "replay",
          "export");

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Tell on standard error what is being done; with a failure, where in the code.")
  private boolean verbose;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line with every command in it. */
  public static CommandLine commandLine() {
    var root = new Hoinghi();
    var line =
        new CommandLine(root)
            .addSubcommand(new DemoCommand())
            .addSubcommand(new TryCommand())
            .addSubcommand(new BatchCommand())
            .addSubcommand(new BackfillCommand())
            .addSubcommand(new ExplainCommand())
            .addSubcommand(new RunCommand())
            .addSubcommand(new OutletsCommand())
            .addSubcommand(new IngestMain())
            .addSubcommand(new EnrichMain())
            .addSubcommand(new SinkMain())
            .addSubcommand(new TopicsCommand())
            .addSubcommand(new CorrectCommand())
            .addSubcommand(new SourcesCommand())
            .addSubcommand(new VerifyCommand())
            .addSubcommand(new DlqCommand())
            .addSubcommand(new ReplayCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new RehearseCommand())
            .addSubcommand(new GenerateCompletion());
    line.getCommandSpec()
        .usageMessage()
        .description(
            "Vietnamese conference events (hội nghị) from the web to PostgreSQL, exactly once.",
            "",
            "First look:      hoinghi demo",
            "One page:        hoinghi try URL|FILE",
            "Your own pages:  hoinghi batch --in DIR --events-out events.jsonl",
            "Why one event:   hoinghi explain URL [URL] --in DIR",
            "For good:        hoinghi run --config FILE --data DIR",
            "How outlets do:  hoinghi sources",
            "All there?       hoinghi verify",
            "Laid aside:      hoinghi dlq ls",
            "Other rules:     hoinghi replay shadow NAME, then hoinghi replay diff NAME",
            "To a file:       hoinghi export events --format csv --out events.csv",
            "On a cluster:    hoinghi topics apply, then ingest, enrich and sink as processes"
                + " of their own")
        .footer(
            "",
            "Any setting of a configuration file is also read from the environment:"
                + " kafka.bootstrapServers",
            "as HOINGHI_KAFKA_BOOTSTRAP_SERVERS; with _FILE behind the name, from the file named"
                + " there (secrets).",
            "HOINGHI_LOG=text|json chooses the form of the log, HOINGHI_JAVA_OPTS adds options of"
                + " the JVM.");
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(root::run);
    line.setExecutionExceptionHandler((fault, at, parsed) -> root.report(fault, at));
    return line;
  }

  private int run(CommandLine.ParseResult parsed) {
    boolean shows =
        parsed.subcommands().stream().anyMatch(s -> SHOWS.contains(s.commandSpec().name()));
    Logging.level(verbose ? Level.DEBUG : shows ? Level.WARN : Level.INFO);
    return new CommandLine.RunLast().execute(parsed);
  }

  private int report(Exception fault, CommandLine at) {
    if (verbose) {
      fault.printStackTrace(at.getErr());
    }
    String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    at.getErr().println(at.getColorScheme().errorText("hoinghi: " + message));
    return fault instanceof ConfigException ? ExitCode.WRONG_USE : ExitCode.FAILED;
  }
}
