package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.hoinghi.avro.Article;

/** Against Apicurio Registry in memory, where the profile {@code registry} unpacked one. */
@EnabledIfSystemProperty(
    named = "registry.dir",
    matches = ".+",
    disabledReason = "needs a registry: ./mvnw -Pregistry -pl schemas verify")
class SchemaRegistryIT {
  private static Process registry;
  private static String url;

  @BeforeAll
  static void startRegistry() throws IOException {
    int port = freePort();
    url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    File dir = new File(System.getProperty("registry.dir"));
    File runner =
        Objects.requireNonNull(dir.listFiles((d, name) -> name.endsWith("-runner.jar")))[0];
    registry =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx300m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner.getPath())
            .directory(dir)
            .redirectErrorStream(true)
            .redirectOutput(new File(dir, "registry.log"))
            .start();
    await("registry")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> status("/subjects") == 200);
  }

  @AfterAll
  static void stopRegistry() {
    registry.destroy();
  }

  @Test
  void everySchemaOfThePackIsRegisteredOnceAndReadBack() {
    for (ContractPack.Version v : ContractPack.committed().versions()) {
      String topic = v.subject().substring(0, v.subject().length() - "-value".length());

      int id = SchemaRegistry.at(url).idOf(topic, v.schema());

      assertThat(SchemaRegistry.at(url).idOf(topic, v.schema()))
          .as("a second app gets the same id")
          .isEqualTo(id);
      assertThat(SchemaRegistry.at(url).schemaOf(id)).isEqualTo(v.schema());
    }
  }

  @Test
  void aRecordWrittenWithOneAppsIdsIsReadWithAnothers() {
    Article article =
        Article.newBuilder()
            .setArticleId("a")
            .setUrl("http://bao.example/1")
            .setOutlet("bao.example")
            .setFetchedAt(java.time.Instant.EPOCH)
            .setIngestedAt(java.time.Instant.EPOCH)
            .setContentHash("c")
            .setOutcome(vn.hoinghi.avro.ArticleOutcome.NOT_CONFERENCE)
            .setRulesVersion("1")
            .build();
    String topic = Topics.ARTICLES.name();

    byte[] bytes =
        AvroSerde.of(Article.class, SchemaRegistry.at(url)).serializer().serialize(topic, article);

    assertThat(
            AvroSerde.of(Article.class, SchemaRegistry.at(url))
                .deserializer()
                .deserialize(topic, bytes))
        .isEqualTo(article);
  }

  private static int status(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(2)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
