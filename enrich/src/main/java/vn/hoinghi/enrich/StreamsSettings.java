package vn.hoinghi.enrich;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import vn.hoinghi.content.ReadingRoom;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.ConfigException;

/** How Kafka Streams is set, each setting with its reason. */
final class StreamsSettings {
  private StreamsSettings() {}

  static Properties of(EnrichConfig config) {
    var all = new Properties();
    all.putAll(config.kafka().clientProperties());
    EnrichConfig.Work work = config.enrich();
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, work.applicationId());
    all.put(StreamsConfig.STATE_DIR_CONFIG, work.stateDir().toAbsolutePath().toString());
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, work.commitIntervalMillis());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, work.threads());
    all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, work.standbys());
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    // Internal topics take the broker's default: 1 in the embedded one, 3 in a real cluster.
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    // Pages are large: what waits in memory is bounded by their number, not by their bytes.
    all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 50);
    // What is restored is a store's records, small and many.
    all.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2000);
    all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // Nobody reads past an open transaction, so it is short; but one page must fit in.
    int page = (int) ReadingRoom.patience(Duration.ofMillis(work.parseBudgetMillis())).toMillis();
    all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), page + 5_000);
    all.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
        Math.max(300_000, 4 * page));
    all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, MissingTopicEndsAll.class);
    // What was deleted stays known as deleted for as long as a state may lie on a disk unused.
    all.put(
        StreamsConfig.topicPrefix(TopicConfig.DELETE_RETENTION_MS_CONFIG),
        Long.toString(SealedState.DELETIONS_KEPT.toMillis()));
    // The largest record of all is a raw article of full size as a dead letter.
    all.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.RAW.deadLetters().maxMessageBytes());
    // What clients in every language read without native libraries, at its cheapest.
    all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "gzip");
    all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG), 1);
    all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    config.kafka().properties().forEach((key, value) -> refuse(key, value, all.get(key)));
    return all;
  }

  /** What would be overwritten in silence is better refused. */
  private static void refuse(String key, String value, Object ours) {
    String allowed = ours instanceof Class<?> type ? type.getName() : ours.toString();
    ConfigException.check(value.equals(allowed), "kafka.properties: " + key, value, allowed);
  }
}
