package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed pack against this build: nothing in it may be stale. */
class ContractPackTest {
  private static final String HOW =
      "after review run ./mvnw -pl schemas test -Dcontract.release=true -Dtest=ContractPackTest";
  private static final ContractPack PACK = ContractPack.committed();

  @BeforeAll
  static void release() throws IOException {
    if (Boolean.getBoolean("contract.release")) {
      Release.run();
    }
    assumeFalse(Boolean.getBoolean("contract.release"), "released; the next run checks it");
  }

  @Test
  void everySchemaOfThisBuildIsReleasedAndGoesWithItsWholeHistory() {
    for (Topic<?> topic : Topics.all()) {
      List<Schema> history =
          PackFiles.history(PACK, topic).stream().map(ContractPack.Version::schema).toList();
      if (PackFiles.isDeadLetters(topic)) {
        assertThat(history).as("dead letters hold the source's bytes").isEmpty();
        continue;
      }
      Schema current = SpecificData.get().getSchema(topic.value());
      assertThat(history).as("%s: %s", topic.name(), HOW).isNotEmpty().last().isEqualTo(current);
      for (int i = 0; i < history.size(); i++) {
        assertThat(Compatibility.faults(history.get(i), history.subList(0, i)))
            .as("%s, version %d", topic.name(), i + 1)
            .isEmpty();
      }
    }
  }

  @Test
  void theAsyncApiDocumentSaysWhatTheTopicsAre() throws IOException {
    assertThat(Files.readString(PackFiles.DIR.resolve("asyncapi.json")))
        .as(HOW)
        .isEqualTo(PackFiles.text(AsyncApiDocument.of(PACK)));
  }

  @Test
  void thePageOfReferenceSaysTheSame() throws IOException {
    assertThat(Files.readString(PackFiles.PAGE)).as(HOW).isEqualTo(ReferencePage.of(PACK));
  }

  @Test
  void wordsAreOfTopicsThatThereAre() {
    assertThat(Topics.all()).extracting(Topic::name).containsAll(TopicWords.named());
  }
}
