package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.Article;

/** The REST conversation, against a registry that knows one subject at most. */
class SchemaRegistryTest {
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private boolean registered;

  @BeforeEach
  void openRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void closeRegistry() {
    server.stop(0);
  }

  @Test
  void aSchemaIsLookedUpThenRegisteredThenRemembered() {
    SchemaRegistry registry =
        SchemaRegistry.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");

    assertThat(registry.idOf("t", Article.getClassSchema())).isEqualTo(41);
    assertThat(registry.idOf("t", Article.getClassSchema())).isEqualTo(41);
    assertThat(registry.schemaOf(41)).isEqualTo(Article.getClassSchema());
    assertThat(registry.schemaOf(41)).isEqualTo(Article.getClassSchema());

    assertThat(requests)
        .containsExactly(
            "POST /subjects/t-value", "POST /subjects/t-value/versions", "GET /schemas/ids/41");
  }

  @Test
  void aKnownSchemaIsNotRegisteredAgain() {
    registered = true;
    SchemaRegistry registry =
        SchemaRegistry.at("http://127.0.0.1:" + server.getAddress().getPort());

    assertThat(registry.idOf("t", Article.getClassSchema())).isEqualTo(41);

    assertThat(requests).containsExactly("POST /subjects/t-value");
  }

  @Test
  void anIdNobodyKnowsIsAnUnknownSchema() {
    SchemaRegistry registry =
        SchemaRegistry.at("http://127.0.0.1:" + server.getAddress().getPort());

    assertThatThrownBy(() -> registry.schemaOf(7))
        .isInstanceOfSatisfying(
            BadRecordException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.AVRO_UNKNOWN_SCHEMA));
  }

  private void answer(HttpExchange x) throws IOException {
    String request = x.getRequestMethod() + " " + x.getRequestURI();
    requests.add(request);
    var json = new ObjectMapper().createObjectNode();
    int status = 200;
    if (request.endsWith("/versions") || registered) {
      registered = true;
      json.put("id", 41);
    } else if (request.endsWith("/ids/41")) {
      json.put("schema", Article.getClassSchema().toString());
    } else {
      status = 404;
    }
    if (request.endsWith("/ids/41")) {
      json.put("schema", Article.getClassSchema().toString());
    }
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    x.sendResponseHeaders(status, body.length);
    x.getResponseBody().write(body);
    x.close();
  }
}
