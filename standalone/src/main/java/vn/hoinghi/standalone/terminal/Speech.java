package vn.hoinghi.standalone.terminal;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** How a command answers: results to standard output, remarks to standard error. */
public record Speech(CommandSpec command) {
  /** Returns the exit code of a command that has done its work. */
  public int say(List<String> lines) {
    PrintWriter out = command.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
    return 0;
  }

  public void note(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println("hoinghi: " + line);
    err.flush();
  }
}
