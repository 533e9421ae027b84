package vn.hoinghi.ingest;

import vn.hoinghi.service.AdminConfig;
import vn.hoinghi.service.KafkaConfig;

/** All that ingest is allowed and told, checked. */
public record IngestConfig(
    KafkaConfig kafka, AdminConfig admin, CrawlConfig ingest, HealthConfig health) {
  /** A copy with what was opened on the command line. */
  IngestConfig with(WebOptions web) {
    return new IngestConfig(kafka, admin, web.openedIn(ingest), health);
  }
}
