package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.hoinghi.standalone.servers.LocalPorts;

/**
 * One {@code hoinghi} command as a process of its own, told all by its environment, as a container
 * is: what it says, how it can be watched, and how it ends.
 */
final class AppProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path out;
  private final Path err;
  private final int adminPort;

  private AppProcess(Process process, Path out, Path err, int adminPort) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.adminPort = adminPort;
  }

  /**
   * Starts {@code hoinghi words...}.
   *
   * @param dir where its output is kept
   * @param settings environment variables beside those of this process that set nothing
   */
  static AppProcess start(Path dir, Map<String, String> settings, String... words)
      throws IOException {
    String name = String.join("-", words).replaceAll("[^a-z-]", "") + "-" + System.nanoTime();
    Path out = dir.resolve(name + ".out");
    Path err = dir.resolve(name + ".err");
    int port = LocalPorts.anyFree();
    var builder =
        new ProcessBuilder(command(words)).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("HOINGHI_"));
    builder.environment().keySet().removeIf(key -> key.endsWith("JAVA_OPTIONS"));
    builder.environment().putAll(settings);
    builder.environment().put("HOINGHI_ADMIN_PORT", Integer.toString(port));
    return new AppProcess(builder.start(), out, err, port);
  }

  private static List<String> command(String... words) {
    var options =
        new ArrayList<>(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 22) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= 23) {
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    List<String> command = ChildJvm.command(options, Hoinghi.class);
    command.addAll(List.of(words));
    return command;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Status of {@code /readyz}, or 0 while nobody answers there. */
  int readiness() throws InterruptedException {
    var question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/readyz"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(question, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Sends a signal by its name: STOP, CONT, KILL. */
  void signal(String name) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** The exit code; fails where it does not end by itself in time. */
  int exitCode(Duration limit) throws InterruptedException, IOException {
    assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        .describedAs("ends within %s; it said:%n%s", limit, err())
        .isTrue();
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** Its log, which is one JSON object a line and nothing else. */
  List<JsonNode> log() throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(err)) {
      try {
        JsonNode json = JSON.readTree(line);
        assertThat(json.isObject()).describedAs(line).isTrue();
        lines.add(json);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + line, e);
      }
    }
    return lines;
  }

  /** What it logged, without levels and times. */
  List<String> messages() throws IOException {
    return log().stream().map(line -> line.path("formattedMessage").asText()).toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
