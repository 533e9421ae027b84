package vn.hoinghi.standalone;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.SchemaRegistry;
import vn.hoinghi.standalone.servers.LocalPorts;

/** A real registry, which the profile {@code registry} unpacked: Apicurio, in memory. */
final class RegistryProcess implements AutoCloseable {
  /** System property that says where it lies. */
  static final String DIR = "registry.dir";

  private final Process process;
  private final String url;

  private RegistryProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static RegistryProcess start() throws IOException {
    int port = LocalPorts.anyFree();
    File dir = new File(System.getProperty(DIR));
    File runner =
        Objects.requireNonNull(dir.listFiles((d, name) -> name.endsWith("-runner.jar")))[0];
    Process process =
        new ProcessBuilder(
                ChildJvm.java(),
                "-Xmx300m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner.getPath())
            .directory(dir)
            .redirectErrorStream(true)
            .redirectOutput(new File(dir, "registry.log"))
            .start();
    var registry = new RegistryProcess(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
    await("registry")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> registry.status("/subjects") == 200);
    return registry;
  }

  /** The paths that Confluent's registry has. */
  String url() {
    return url;
  }

  /** Ids as an application asks for them that has asked for none yet. */
  SchemaIds ids() {
    return SchemaRegistry.at(url);
  }

  private int status(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(2)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
