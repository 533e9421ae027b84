package vn.hoinghi.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.schemas.SchemaRegistry;
import vn.hoinghi.schemas.Topics;

class AdminServerTest {
  private final AtomicReference<String> fault = new AtomicReference<>();
  private final Health health = new Health().ready("kafka", () -> Optional.ofNullable(fault.get()));
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private AdminServer admin;

  @BeforeEach
  void open() {
    admin = AdminServer.start(new AdminConfig(null, 0), health, metrics);
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void readinessTellsWhatItWaitsForWhileTheAppLives() throws Exception {
    fault.set("no partitions assigned yet");
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("kafka", "no partitions assigned yet");
    assertThat(get("/livez").statusCode()).isEqualTo(200);

    fault.set(null);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void noPortIsOpenedWhereNoneIsWanted() {
    try (var none = AdminServer.start(new AdminConfig(null, -1), health, metrics)) {
      assertThat(none.port()).isEqualTo(-1);
    }
  }

  @Test
  void anAppWhosePartsAreStillStartingIsAliveAndNotReady() throws Exception {
    try (AdminServer starting =
        AdminServer.start(new AdminConfig(null, 0), new Health(), metrics)) {
      var port = URI.create("http://127.0.0.1:" + starting.port() + "/");
      assertThat(get(port.resolve("readyz")).statusCode()).isEqualTo(503);
      assertThat(get(port.resolve("livez")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aDeadPartIsNeitherAliveNorReady() throws Exception {
    health.alive("streams", () -> Optional.of("stopped by an error"));
    assertThat(get("/livez").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("stopped by an error");
  }

  @Test
  void countersAreServedForPrometheus() throws Exception {
    metrics.counter("hoinghi.sink.records", "result", "applied").increment(3);
    assertThat(get("/metrics").body())
        .contains("hoinghi_sink_records_total{result=\"applied\"} 3.0");
  }

  @Test
  void aRegistryClientReadsTheCommittedSchemasFromIt() throws Exception {
    SchemaRegistry registry = SchemaRegistry.at("http://127.0.0.1:" + admin.port());
    String subject = Topics.EVENTS.name() + "-value";
    var latest =
        new ObjectMapper().readTree(get("/subjects/" + subject + "/versions/latest").body());

    Schema schema = registry.schemaOf(latest.get("id").asInt());

    assertThat(schema.getFullName()).isEqualTo("vn.hoinghi.avro.ConferenceEvent");
    assertThat(get("/subjects").body()).contains(subject);
    assertThat(get("/subjects/" + subject + "/versions").body()).isEqualTo("[1]");
    assertThat(get("/subjects/nobody/versions").statusCode()).isEqualTo(404);
    assertThat(get("/schemas/ids/999").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingCanBeWritten() throws Exception {
    var post =
        HttpRequest.newBuilder(uri("/subjects/x/versions"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isNotEqualTo(200);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(uri(path));
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + admin.port() + path);
  }
}
