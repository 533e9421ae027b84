package vn.hoinghi.ingest;

import org.apache.kafka.clients.producer.RecordMetadata;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.ingest.FolderImport.Published;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;

/** A visit's page as an input of a ledger. */
final class VisitedInput {
  private VisitedInput() {}

  /**
   * @param name what the input is called
   * @param at where the article stands on the raw topic
   */
  static Published published(String name, RawArticle raw, RecordMetadata at) {
    return new Published(
        name,
        raw.getUrl(),
        raw.getArticleId(),
        ContentIds.contentHash(raw),
        raw.getFetchedAt(),
        at.partition(),
        at.offset(),
        null,
        null);
  }

  static Published failed(String name, String url, Reason reason, String problem) {
    return new Published(name, url, null, null, null, -1, -1, reason, problem);
  }
}
