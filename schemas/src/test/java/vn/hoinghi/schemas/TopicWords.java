package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificData;

/**
 * What {@link Topics} and the schemas cannot say of a topic: the words stand in {@code
 * topics.json}, by topic; a topic that has none there gets what follows from its settings.
 */
final class TopicWords {
  private static final JsonNode WORDS = read();

  private final Topic<?> topic;
  private final JsonNode words;

  private TopicWords(Topic<?> topic) {
    this.topic = topic;
    this.words = WORDS.path("topics").path(topic.name());
  }

  static TopicWords of(Topic<?> topic) {
    return new TopicWords(topic);
  }

  /** Topics of which there are words though they are none. */
  static Iterable<String> named() {
    return () -> WORDS.path("topics").fieldNames();
  }

  String summary() {
    if (PackFiles.isDeadLetters(topic)) {
      return "Records of "
          + topic.name().replaceFirst("\\.dlq$", "")
          + " that could not be used: their bytes as they were, and why in the headers.";
    }
    return SpecificData.get().getSchema(topic.value()).getDoc().replaceAll("\\s+", " ");
  }

  /** Consumers at large, or the applications among each other. */
  String audience() {
    return words
        .path("audience")
        .asText(PackFiles.isDeadLetters(topic) ? "operators" : "consumers");
  }

  String order() {
    return words
        .path("order")
        .asText("Records of one key come in the order in which they were written.");
  }

  String nullValue() {
    if (PackFiles.isDeadLetters(topic)) {
      return "The record that could not be used had no value.";
    }
    return words.path("null").asText(compacted() ? "Removes the key." : "None is written.");
  }

  /** Whether others than hoinghi's applications write it too. */
  boolean received() {
    return words.path("received").asBoolean();
  }

  /** Headers of its records by name; values are UTF-8 text. */
  Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    JsonNode all = WORDS.path("headers");
    if (PackFiles.isDeadLetters(topic)) {
      all.fieldNames()
          .forEachRemaining(
              name -> {
                if (name.startsWith("x-dlq-")) {
                  headers.put(name, all.get(name).asText());
                }
              });
    }
    if (words.has("types")) {
      WORDS
          .path("cloudevents")
          .forEach(n -> headers.put(n.asText(), all.required(n.asText()).asText()));
      headers.merge("ce_type", words.get("types").asText() + ".", String::concat);
    }
    words.path("headers").forEach(n -> headers.put(n.asText(), all.required(n.asText()).asText()));
    return headers;
  }

  String kept() {
    if (compacted()) {
      return "the newest value of each key for ever; older ones, and null values that are the newest,"
          + " at least "
          + days("min.compaction.lag.ms");
    }
    return topic.config().get("retention.ms").equals("-1") ? "for ever" : days("retention.ms");
  }

  boolean compacted() {
    return topic.config().get("cleanup.policy").equals("compact");
  }

  private String days(String setting) {
    return Duration.ofMillis(Long.parseLong(topic.config().get(setting))).toDays() + " days";
  }

  private static JsonNode read() {
    try (InputStream in = TopicWords.class.getResourceAsStream("topics.json")) {
      return PackFiles.JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
