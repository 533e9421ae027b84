package vn.hoinghi.sink;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer's settings: some may be changed in {@code kafka.properties}, others keep it right.
 */
final class EventConsumer {
  private static final int MIB = 1024 * 1024;

  private EventConsumer() {}

  static Consumer<byte[], byte[]> open(SinkConfig config) {
    return new KafkaConsumer<>(
        properties(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static Map<String, Object> properties(SinkConfig config) {
    var properties = new HashMap<String, Object>();
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MIB);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * MIB);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    properties.putAll(config.kafka().clientProperties());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, config.sink().groupId());
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.sink().batchRecords());
    // Aborted events must not be seen; positions come from the database and nowhere else.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return properties;
  }
}
