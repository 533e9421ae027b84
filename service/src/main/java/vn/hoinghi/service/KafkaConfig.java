package vn.hoinghi.service;

import static vn.hoinghi.service.ConfigException.required;

import java.util.Map;
import java.util.Objects;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.SchemaRegistry;

/**
 * How an app reaches Kafka.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param schemaRegistryUrl Confluent-compatible registry, or null for the committed contract pack
 * @param properties further client properties (security and the like), passed on as they are
 */
public record KafkaConfig(
    String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {
  public KafkaConfig {
    required(bootstrapServers, "kafka.bootstrapServers");
    properties = Map.copyOf(Objects.requireNonNullElse(properties, Map.of()));
  }

  /** A broker without security and without a registry. */
  public static KafkaConfig at(String bootstrapServers) {
    return new KafkaConfig(bootstrapServers, null, Map.of());
  }

  /** Where this app's schema ids come from. */
  public SchemaIds schemaIds() {
    return schemaRegistryUrl == null
        ? ContractPack.committed()
        : SchemaRegistry.at(schemaRegistryUrl);
  }

  /** Properties that every client of this app starts from. */
  public Map<String, Object> clientProperties() {
    var all = new java.util.HashMap<String, Object>(properties);
    all.put("bootstrap.servers", bootstrapServers);
    return all;
  }
}
