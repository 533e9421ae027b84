import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.storage.Converter;

/** Keys of events for Kafka Connect: the other sink takes a column of the table for each field of the key. */
public final class FlatKeys implements Converter {
  private static final Schema KEY =
      SchemaBuilder.struct().name("key").field("event_id", Schema.STRING_SCHEMA).build();

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {}

  @Override
  public SchemaAndValue toConnectData(String topic, byte[] bytes) {
    String id = new String(bytes, StandardCharsets.UTF_8);
    return new SchemaAndValue(KEY, new Struct(KEY).put("event_id", id));
  }

  @Override
  public byte[] fromConnectData(String topic, Schema schema, Object value) {
    throw new UnsupportedOperationException("only read");
  }
}
