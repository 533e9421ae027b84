package vn.hoinghi.schemas;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the contract: what stands in it and how it must be set.
 *
 * @param name public name, for ever
 * @param key what the key is, in words
 * @param value record type of the value
 * @param partitions number of partitions when created by this project
 * @param config topic settings that must hold ({@code cleanup.policy}, {@code retention.ms} ...)
 */
public record Topic<T extends SpecificRecord>(
    String name, String key, Class<T> value, int partitions, Map<String, String> config) {

  /** Room that a dead letter's headers need beyond the record they tell of. */
  static final int DEAD_LETTER_HEADROOM = 64 * 1024;

  /** How long dead letters are kept. */
  public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

  public Topic {
    config = Map.copyOf(config);
  }

  /**
   * The topic of records that readers of this one could not use: same partitions, the raw bytes,
   * kept 30 days.
   */
  public Topic<T> deadLetters() {
    int bytes = Integer.parseInt(config.get("max.message.bytes"));
    return new Topic<>(
        name + ".dlq",
        key,
        value,
        partitions,
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(DEAD_LETTER_RETENTION.toMillis()),
            // Kept 30 days from now, not from when the record they tell of was made.
            "message.timestamp.type",
            "LogAppendTime",
            "max.message.bytes",
            Integer.toString(bytes + DEAD_LETTER_HEADROOM)));
  }

  /** A topic set like this one, under another name. */
  public Topic<T> named(String other) {
    return new Topic<>(other, key, value, partitions, config);
  }

  public int maxMessageBytes() {
    return Integer.parseInt(config.get("max.message.bytes"));
  }
}
