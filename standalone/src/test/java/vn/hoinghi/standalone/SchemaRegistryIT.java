package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ArticleOutcome;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/** Against Apicurio Registry in memory, where the profile {@code registry} unpacked one. */
@EnabledIfSystemProperty(
    named = RegistryProcess.DIR,
    matches = ".+",
    disabledReason = "needs a registry: ./mvnw -Pregistry -pl standalone -am verify")
class SchemaRegistryIT {
  private static RegistryProcess registry;

  @BeforeAll
  static void startRegistry() throws IOException {
    registry = RegistryProcess.start();
  }

  @AfterAll
  static void stopRegistry() {
    registry.close();
  }

  @Test
  void everySchemaOfThePackIsRegisteredOnceAndReadBack() {
    for (ContractPack.Version v : ContractPack.committed().versions()) {
      String topic = v.subject().substring(0, v.subject().length() - "-value".length());

      int id = registry.ids().idOf(topic, v.schema());

      assertThat(registry.ids().idOf(topic, v.schema()))
          .as("a second app gets the same id")
          .isEqualTo(id);
      assertThat(registry.ids().schemaOf(id)).isEqualTo(v.schema());
    }
  }

  @Test
  void aRecordWrittenWithOneAppsIdsIsReadWithAnothers() {
    Article article =
        Article.newBuilder()
            .setArticleId("a")
            .setUrl("http://bao.example/1")
            .setOutlet("bao.example")
            .setFetchedAt(Instant.EPOCH)
            .setIngestedAt(Instant.EPOCH)
            .setContentHash("c")
            .setOutcome(ArticleOutcome.NOT_CONFERENCE)
            .setRulesVersion("1")
            .build();
    String topic = Topics.ARTICLES.name();

    byte[] bytes =
        AvroSerde.of(Article.class, registry.ids()).serializer().serialize(topic, article);

    assertThat(AvroSerde.of(Article.class, registry.ids()).deserializer().deserialize(topic, bytes))
        .isEqualTo(article);
  }
}
