package vn.hoinghi.standalone.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.hoinghi.standalone.terminal.ExitCode;

/** The words of {@code hoinghi demo}. */
@Command(
    name = "demo",
    description = {
      "See it work, without network and without setting anything up.",
      "",
      "Serves a small web of invented Vietnamese outlets on this machine, crawls it over HTTP,"
          + " shows how articles become conference events, and tells where to look next.",
      ""
    },
    exitCodeList = {
      "0:done; with --once, the events are those that the pages report",
      "1:a part has failed; with --once, the events differ, and how is printed",
      "2:the command line or the configuration is wrong",
      "130, 143:ended in order by Ctrl-C or SIGTERM"
    })
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--once",
      description = "End when all is stored, and compare with what the pages are known to report.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep broker, state and database there. Without, a temporary directory is used and"
              + " removed.")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "TCP port of the simulated web; any free one by default.")
  private int port;

  @Override
  public Integer call() throws Exception {
    var demo = new Demo(once, port, spec.commandLine().getOut());
    return demo.run(data).isEmpty() ? 0 : ExitCode.FAILED;
  }
}
