package vn.hoinghi.ingest;

import java.util.List;
import vn.hoinghi.service.AdminConfig;
import vn.hoinghi.service.KafkaConfig;

/** All that ingest is allowed and told, checked. */
public record IngestConfig(KafkaConfig kafka, AdminConfig admin, CrawlConfig ingest) {
  /** A copy that opens more address ranges and finds more hosts elsewhere. */
  public IngestConfig opened(List<String> allowAddresses, List<String> resolve) {
    return new IngestConfig(kafka, admin, ingest.opened(allowAddresses, resolve));
  }
}
