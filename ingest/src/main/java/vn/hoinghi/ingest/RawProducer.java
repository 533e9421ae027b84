package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.IdempotentProducer;
import vn.hoinghi.service.KafkaConfig;

/**
 * Producer settings for raw articles: nothing lost, nothing twice, and batches large enough for
 * whole pages (the default of 16 KB holds not even one). They are kept for ever, so they are packed
 * with zstd: at its quickest level it takes no more time than lz4 and leaves half as much.
 */
final class RawProducer {
  private static final int ZSTD_LEVEL = 1;
  private static final int BATCH_BYTES = 512 * 1024;
  private static final long BUFFER_BYTES = 64L * 1024 * 1024;

  private RawProducer() {}

  private static Map<String, Object> packed(Map<String, Object> clients) {
    var settings = new HashMap<String, Object>(clients);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, ZSTD_LEVEL);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.RAW.maxMessageBytes());
    return settings;
  }

  /** For imports: a little patience fills the batches. */
  static Map<String, Object> importSettings(KafkaConfig kafka) {
    Map<String, Object> settings = packed(IdempotentProducer.settings(kafka.clientProperties()));
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    return settings;
  }

  /** For one owner at a time: a later one with the same id fences the earlier. */
  static Map<String, Object> transactionalSettings(KafkaConfig kafka, String transactionalId) {
    Map<String, Object> settings = packed(kafka.clientProperties());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000L);
    return settings;
  }
}
