package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** The committed history of schemas against the ones of this build. */
class ContractPackTest {
  private static final Path PACK = Path.of("src/main/resources/vn/hoinghi/contract");

  @Test
  void everySchemaOfThisBuildIsReleasedAndReadsItsWholeHistory() throws Exception {
    if (Boolean.getBoolean("contract.release")) {
      releaseWhatIsNew();
      return;
    }
    for (Topic<?> topic : Topics.all()) {
      String subject = topic.name() + "-value";
      Schema current = SpecificData.get().getSchema(topic.value());
      List<Schema> history = history(subject);
      if (topic.name().endsWith(".dlq")) {
        assertThat(history).as("dead letters hold the source's bytes").isEmpty();
        continue;
      }
      assertThat(history)
          .as(
              "%s is not released as it stands: after review run"
                  + " ./mvnw -pl schemas test -Dcontract.release=true -Dtest=ContractPackTest",
              subject)
          .isNotEmpty()
          .last()
          .isEqualTo(current);
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(current, history);
    }
  }

  private static List<Schema> history(String subject) {
    return ContractPack.committed().versions().stream()
        .filter(v -> v.subject().equals(subject))
        .map(ContractPack.Version::schema)
        .toList();
  }

  /** Adds a version for each subject whose newest one differs from this build. */
  private static void releaseWhatIsNew() throws IOException {
    Files.createDirectories(PACK);
    var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Path index = PACK.resolve("schemas.json");
    ArrayNode entries =
        Files.exists(index) ? (ArrayNode) json.readTree(index.toFile()) : json.createArrayNode();
    for (Topic<?> topic : Topics.all()) {
      Schema current = SpecificData.get().getSchema(topic.value());
      List<Schema> history = Files.exists(index) ? history(topic.name() + "-value") : List.of();
      boolean known = !history.isEmpty() && history.get(history.size() - 1).equals(current);
      if (topic.name().endsWith(".dlq") || known) {
        continue;
      }
      int version = history.size() + 1;
      String file = current.getName() + "." + version + ".avsc";
      Files.writeString(
          PACK.resolve(file), json.readTree(current.toString()).toPrettyString() + "\n");
      entries
          .addObject()
          .put("subject", topic.name() + "-value")
          .put("version", version)
          .put("id", entries.size())
          .put("file", file);
    }
    Files.writeString(index, json.writeValueAsString(entries) + "\n");
  }
}
