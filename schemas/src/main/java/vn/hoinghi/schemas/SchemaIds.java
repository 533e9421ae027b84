package vn.hoinghi.schemas;

import org.apache.avro.Schema;

/**
 * The two questions the wire format asks: which id stands for the schema I write, and which schema
 * stands behind the id I read. Answered by the {@linkplain ContractPack committed contract pack} or
 * by a registry.
 */
public interface SchemaIds {
  /**
   * Id of {@code schema} as the value schema of {@code topic} (Confluent's TopicNameStrategy).
   *
   * @throws BadRecordException {@link Reason#AVRO_UNKNOWN_SCHEMA} where it has none
   */
  int idOf(String topic, Schema schema);

  /**
   * The schema with this id.
   *
   * @throws BadRecordException {@link Reason#AVRO_UNKNOWN_SCHEMA} where nobody knows it
   */
  Schema schemaOf(int id);
}
