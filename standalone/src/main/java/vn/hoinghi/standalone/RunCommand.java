package vn.hoinghi.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The words of {@code hoinghi run}. */
@Command(
    name = "run",
    description = {
      "Crawl, enrich and store for good, all in one process with a broker and a database of its"
          + " own.",
      "",
      "Ends in order at SIGTERM or Ctrl-C; goes on where it was, also after kill -9 or a loss of"
          + " power. Ports and further settings stand in the configuration file:",
      "  standalone: {kafkaPort: 19092, postgresPort: 15432}   0 takes any free port",
      "  admin: {port: 8080}                                   /livez /readyz /metrics /subjects",
      "  ingest: {contact: ..., outlets: [{host: ...}]}        whom to read; without, nobody",
      ""
    },
    exitCodeList = {
      "1:a part has failed for good",
      "2:the command line or the configuration is wrong",
      "130, 143:ended in order by Ctrl-C or SIGTERM"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file of settings; the same as those of ingest, enrich and sink.")
  private Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "hoinghi-data",
      description = "Where broker, state and database live (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() throws Exception {
    new Standalone(config, System.getenv()).run(data, spec.commandLine().getErr());
    return 0;
  }
}
