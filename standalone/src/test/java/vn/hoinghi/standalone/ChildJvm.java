package vn.hoinghi.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** hoinghi as a process of its own, which can be killed, and a look into its database. */
final class ChildJvm {
  private ChildJvm() {}

  /** The {@code java} that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Starts {@code hoinghi words...} as the launcher does; what it says goes to the log. */
  static Process start(Path log, Map<String, String> environment, String... words)
      throws IOException {
    var options = List.of("-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return start(log, options, environment, words);
  }

  /**
   * @param options of the JVM
   */
  static Process start(
      Path log, List<String> options, Map<String, String> environment, String... words)
      throws IOException {
    List<String> command = command(options, Hoinghi.class);
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * The command that starts a program with the classes of this process, for words to be added.
   *
   * @param options of the JVM
   */
  static List<String> command(List<String> options, Class<?> program) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = new ArrayList<String>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program.getName()));
    return command;
  }

  /**
   * How many events its database holds; 0 while there is none to ask. The server tells its port in
   * the fourth line of its pid file.
   */
  static long stored(Path data) throws IOException {
    Path pidFile = data.resolve("postgres/postmaster.pid");
    List<String> lines;
    try {
      lines = Files.readAllLines(pidFile);
    } catch (NoSuchFileException e) {
      return 0; // not started yet; while the cluster is made the file comes and goes
    }
    if (lines.size() < 4) {
      return 0;
    }
    String url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM event")) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      return 0; // not up yet, or no tables yet
    }
  }
}
