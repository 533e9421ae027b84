package vn.hoinghi.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that was run to its end as a process of its own.
 *
 * @param exitCode of the command
 * @param seconds from its start to its end
 * @param cpuSeconds of the process and its children, the user's and the system's together
 */
record TimedProcess(int exitCode, double seconds, double cpuSeconds) {

  /**
   * Runs a command.
   *
   * @param log what it says goes there
   * @param environment variables that it is given beside those there are; empty ones are taken away
   */
  static TimedProcess run(Path log, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var shell = new ArrayList<>(List.of("bash", "-c", "\"$@\" > \"$0\" 2>&1; echo $?; times"));
    shell.add(log.toString());
    shell.addAll(command);
    var builder = new ProcessBuilder(shell);
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    long began = System.nanoTime();
    Process process = builder.start();
    // user and system time of the shell, and then of what it ran
    List<String> said = process.inputReader().lines().toList();
    process.waitFor();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new TimedProcess(
        Integer.parseInt(said.get(0)), seconds, seconds(said.get(said.size() - 1)));
  }

  /** Of a line such as {@code 0m0.710s 0m0.800s}, both together. */
  private static double seconds(String times) {
    double all = 0;
    for (String each : times.strip().split("\\s+", -1)) {
      String[] parts = each.split("[ms]", -1);
      all += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
    return all;
  }
}
