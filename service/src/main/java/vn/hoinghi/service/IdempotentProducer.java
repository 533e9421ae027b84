package vn.hoinghi.service;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Settings that every producer without transactions starts from: a record is acknowledged by all
 * replicas, stands once in the log, and one request is under way at a time.
 *
 * <p>With several under way, a topic that was just created can lock a producer out: its broker
 * refuses the first batch of a partition while it does not lead it yet, then takes none of those
 * behind it, and the client (4.3.1) offers the first no more until its time is over. Producers with
 * transactions are not met by it.
 */
public final class IdempotentProducer {
  private IdempotentProducer() {}

  /**
   * The settings, which may be added to.
   *
   * @param clients properties of all clients, as {@link KafkaConfig#clientProperties} has them
   */
  public static Map<String, Object> settings(Map<String, Object> clients) {
    var settings = new HashMap<String, Object>(clients);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    return settings;
  }
}
