package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The committed document against the JSON schema of AsyncAPI 3.0.0, as {@code @asyncapi/specs}
 * publishes it under the Apache License 2.0.
 */
class AsyncApiTest {
  private static Schema asyncApi;

  private final JsonNode document = PackFiles.json(PackFiles.DIR.resolve("asyncapi.json"));

  @BeforeAll
  static void theSpecification() throws IOException {
    try (var in =
        new GZIPInputStream(AsyncApiTest.class.getResourceAsStream("asyncapi-3.0.0.json.gz"))) {
      asyncApi =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(PackFiles.JSON.readTree(in));
    }
  }

  @Test
  void theDocumentIsValid() {
    assertThat(asyncApi.validate(document)).extracting(Error::toString).isEmpty();
  }

  @Test
  void aDocumentWithAFaultIsNot() {
    ObjectNode kafka = (ObjectNode) document.at("/channels/hoinghi.events.v1/bindings/kafka");
    kafka.put("partitions", 0);
    assertThat(asyncApi.validate(document))
        .extracting(Error::toString)
        .anySatisfy(fault -> assertThat(fault).contains("partitions"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = references(document, new ArrayList<>());

    assertThat(references).hasSizeGreaterThan(Topics.all().size());
    assertThat(references)
        .allSatisfy(
            to -> {
              if (to.startsWith("#")) {
                assertThat(document.at(to.substring(1)).isMissingNode()).as(to).isFalse();
              } else {
                assertThat(Files.exists(PackFiles.DIR.resolve(to))).as(to).isTrue();
              }
            });
  }

  private static List<String> references(JsonNode json, List<String> found) {
    if (json.path("$ref").isTextual()) {
      found.add(json.get("$ref").asText());
    }
    json.forEach(child -> references(child, found));
    return found;
  }
}
