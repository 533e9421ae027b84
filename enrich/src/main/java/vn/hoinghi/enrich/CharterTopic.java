package vn.hoinghi.enrich;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.KafkaConfig;

/**
 * The charter of an application as a topic of one record: the log decides who came first, so that
 * two instances of different rules that start at once cannot both believe to be the founder. The
 * name ends as that of a changelog does, so that Kafka's own reset tool takes it away together with
 * the state.
 */
final class CharterTopic {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, Object> clients;
  private final TopicPartition place;

  CharterTopic(KafkaConfig kafka, String application) {
    this.clients = kafka.clientProperties();
    this.place = new TopicPartition(name(application), 0);
  }

  static String name(String application) {
    return application + "-charter-changelog";
  }

  static NewTopic topic(String application) {
    return new NewTopic(name(application), Optional.of(1), Optional.empty())
        .configs(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
  }

  /** Offers a charter and returns the one that holds: the first that was ever offered. */
  Charter found(Charter offered) {
    var settings = new HashMap<>(clients);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(place.topic(), 0, null, bytes(offered))).get();
    } catch (ExecutionException e) {
      throw new ConfigException(
          "cannot write to " + place.topic() + ": " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing to " + place.topic(), e);
    }
    return read()
        .orElseThrow(() -> new ConfigException(place.topic() + " does not take the charter"));
  }

  /** The charter that holds; the topic must exist. */
  Optional<Charter> read() {
    var settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> only = List.of(place);
      consumer.assign(only);
      consumer.seekToBeginning(only);
      long end = consumer.endOffsets(only, PATIENCE).get(place);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(place, PATIENCE) < end && System.nanoTime() - deadline < 0) {
        var records = consumer.poll(Duration.ofMillis(200)).records(place);
        if (!records.isEmpty()) {
          return Optional.of(charter(records.get(0).value()));
        }
      }
      return Optional.empty();
    }
  }

  private static byte[] bytes(Charter charter) {
    try {
      return JSON.writeValueAsBytes(charter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a charter is plain words and numbers", e);
    }
  }

  private Charter charter(byte[] json) {
    try {
      return JSON.readValue(json, Charter.class);
    } catch (IOException e) {
      throw new ConfigException(place.topic() + " holds no charter: " + e.getMessage(), e);
    }
  }
}
