package vn.hoinghi.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import vn.hoinghi.service.KafkaConfig;

/** A configuration file for the crawler, as a user would write one. */
final class CrawlSettings {
  private CrawlSettings() {}

  static Path write(Path dir, KafkaConfig kafka, Map<String, Object> ingest) throws IOException {
    Path file = dir.resolve("crawl.yaml");
    // JSON is YAML too
    new ObjectMapper()
        .writeValue(
            file.toFile(),
            Map.of(
                "kafka", Map.of("bootstrapServers", kafka.bootstrapServers()), "ingest", ingest));
    return file;
  }
}
