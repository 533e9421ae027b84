package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * Ids from a registry that speaks Confluent's REST API (Confluent, Apicurio under {@code
 * /apis/ccompat/v7}, Karapace, Redpanda). A schema is looked up first and registered only where its
 * subject does not have it. Each answer is asked for once: ids never change their meaning.
 */
public final class SchemaRegistry implements SchemaIds {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE).build();
  private final String base;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  private SchemaRegistry(String base) {
    this.base = base;
  }

  /** The registry at this URL, for instance {@code http://registry:8081}. */
  public static SchemaRegistry at(String url) {
    return new SchemaRegistry(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  @Override
  public int idOf(String topic, Schema schema) {
    String subject = URLEncoder.encode(topic + "-value", StandardCharsets.UTF_8);
    return ids.computeIfAbsent(
        subject + schema.getFullName(), k -> lookUpOrRegister(subject, schema));
  }

  @Override
  public Schema schemaOf(int id) {
    return schemas.computeIfAbsent(id, this::fetch);
  }

  private int lookUpOrRegister(String subject, Schema schema) {
    String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
    JsonNode known = send(post("/subjects/" + subject, body));
    if (known == null) {
      known = send(post("/subjects/" + subject + "/versions", body));
    }
    if (known == null || !known.path("id").isInt()) {
      throw new BadRecordException(
          Reason.AVRO_UNKNOWN_SCHEMA, base + " gives no id for " + subject);
    }
    return known.get("id").asInt();
  }

  private Schema fetch(int id) {
    JsonNode answer = send(request("/schemas/ids/" + id).GET());
    if (answer == null) {
      throw new BadRecordException(Reason.AVRO_UNKNOWN_SCHEMA, base + " knows no schema " + id);
    }
    return new Schema.Parser(NameValidator.STRICT_VALIDATOR).parse(answer.path("schema").asText());
  }

  private HttpRequest.Builder post(String path, String body) {
    return request(path)
        .header("Content-Type", TYPE)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(DEADLINE).header("Accept", TYPE);
  }

  /** The answer, or null for 404. */
  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 404) {
        return null;
      }
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            base + " answered " + response.statusCode() + ": " + response.body());
      }
      return Objects.requireNonNull(JSON.readTree(response.body()), "empty answer");
    } catch (IOException e) {
      throw new IllegalStateException(
          "the schema registry at " + base + " cannot be reached: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + base, e);
    }
  }
}
