package vn.hoinghi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.servers.LocalKafka;
import vn.hoinghi.standalone.servers.LocalPostgres;
import vn.hoinghi.standalone.topics.TopicReader;

/** What a kept directory has stored, and what it has told of that. */
final class StoredAndTold {
  private StoredAndTold() {}

  /** Every revision in the tables was told of, and no other. */
  static void assertSame(Path data) throws Exception {
    try (var kafka = LocalKafka.start(data);
        var postgres = LocalPostgres.start(data);
        var topics = TopicReader.of(KafkaConfig.at(kafka.bootstrapServers()))) {
      Set<String> told = new TreeSet<>();
      topics.all(Topics.STORED.name(), r -> told.add(new String(r.key(), StandardCharsets.UTF_8)));
      Set<String> stored = new TreeSet<>();
      try (var connection = postgres.database().getConnection();
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery("SELECT event_id || '@' || revision FROM event_revision")) {
        while (rows.next()) {
          stored.add(rows.getString(1));
        }
      }
      assertThat(stored).isNotEmpty();
      assertThat(told).isEqualTo(stored);
    }
  }
}
