package vn.hoinghi.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.service.ConfigException;
import vn.hoinghi.service.IdempotentProducer;
import vn.hoinghi.service.KafkaConfig;

/**
 * The charter of an application as a topic of few records: the log decides who came first, so that
 * two instances of different rules that start at once cannot both believe to be the founder. The
 * name ends as that of a changelog does, so that Kafka's own reset tool takes it away together with
 * the state. Behind the charter stands whose state the application goes on with, where that of
 * another was promoted.
 */
final class CharterTopic {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration UNDECIDED = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String HEIR = "goesOnAs";

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
    Map<String, Object> settings = IdempotentProducer.settings(clients);
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
    return entries().stream().filter(e -> !e.has(HEIR)).findFirst().map(this::charter);
  }

  /**
   * Ids of the applications whose state this one went on with, one after the other; none where it
   * has kept its own, or was never started.
   */
  List<String> heirs() {
    return entries().stream().filter(e -> e.has(HEIR)).map(e -> e.get(HEIR).asText()).toList();
  }

  /** The record by which an application goes on with the state of another from now on. */
  static ProducerRecord<byte[], byte[]> heir(String application, String heir) {
    byte[] value = JSON.createObjectNode().put(HEIR, heir).toString().getBytes(UTF_8);
    return new ProducerRecord<>(name(application), 0, null, value);
  }

  /**
   * All that was decided. A decision that is being taken must be waited for: whoever starts without
   * it would go on with a state that is the public one no more.
   */
  private List<JsonNode> entries() {
    List<TopicPartition> only = List.of(place);
    try (var undecided = consumer("read_uncommitted");
        var decided = consumer("read_committed")) {
      if (undecided.partitionsFor(place.topic(), PATIENCE).isEmpty()) {
        return List.of();
      }
      undecided.assign(only);
      long end = undecided.endOffsets(only, PATIENCE).get(place);
      decided.assign(only);
      decided.seekToBeginning(only);
      var entries = new ArrayList<JsonNode>();
      long deadline = System.nanoTime() + UNDECIDED.toNanos();
      while (decided.position(place, PATIENCE) < end) {
        if (System.nanoTime() - deadline > 0) {
          throw new ConfigException(
              place.topic()
                  + " is being written to: 'hoinghi replay promote' is at work, or was killed."
                  + " Let it end, or give its command again; ten minutes after a kill it has never"
                  + " been");
        }
        for (ConsumerRecord<byte[], byte[]> record : decided.poll(POLL)) {
          entries.add(entry(record.value()));
        }
      }
      return entries;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    var settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static byte[] bytes(Charter charter) {
    try {
      return JSON.writeValueAsBytes(charter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a charter is plain words and numbers", e);
    }
  }

  private JsonNode entry(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new ConfigException(place.topic() + " holds no charter: " + e.getMessage(), e);
    }
  }

  private Charter charter(JsonNode entry) {
    try {
      return JSON.treeToValue(entry, Charter.class);
    } catch (JsonProcessingException e) {
      throw new ConfigException(place.topic() + " holds no charter: " + e.getMessage(), e);
    }
  }
}
