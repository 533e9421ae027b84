package vn.hoinghi.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro records in the wire format that Kafka tools read: one zero byte, the schema id as four bytes
 * big-endian, Avro binary. Bad bytes end as a {@link BadRecordException} with its reason, whatever
 * the decoder threw.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
  static {
    TrustedRecords.trust();
  }

  static final byte MAGIC = 0;
  private static final int HEADER_BYTES = 1 + Integer.BYTES;

  private final Schema schema;
  private final SpecificData model;
  private final SchemaIds ids;
  private final Map<String, Integer> writeIds = new ConcurrentHashMap<>();
  private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

  private AvroSerde(Class<T> type, SchemaIds ids) {
    this.model = SpecificData.getForClass(type);
    this.schema = model.getSchema(type);
    this.ids = ids;
  }

  /** The serde of one generated record type. Thread-safe. */
  public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, SchemaIds ids) {
    return new AvroSerde<>(type, ids);
  }

  @Override
  public Serializer<T> serializer() {
    return this::write;
  }

  @Override
  public Deserializer<T> deserializer() {
    return this::read;
  }

  private byte[] write(String topic, T record) {
    if (record == null) {
      return null;
    }
    int id = writeIds.computeIfAbsent(topic, t -> ids.idOf(t, schema));
    var bytes = new ByteArrayOutputStream(512);
    bytes.write(MAGIC);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<T>(schema, model).write(record, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new BadRecordException(Reason.AVRO_MALFORMED, "cannot write " + schema.getName(), e);
    }
    return bytes.toByteArray();
  }

  private T read(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
      throw new BadRecordException(
          Reason.AVRO_MALFORMED, "no schema id at the head of " + bytes.length + " bytes");
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    SpecificDatumReader<T> reader = readers.computeIfAbsent(id, this::readerOf);
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
    try {
      T record = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new BadRecordException(Reason.AVRO_MALFORMED, "bytes left over behind the record");
      }
      return record;
    } catch (BadRecordException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new BadRecordException(
          AvroFault.reasonOf(e), "cannot read " + schema.getName() + ": " + e, e);
    }
  }

  private SpecificDatumReader<T> readerOf(int id) {
    Schema writer = ids.schemaOf(id);
    if (SchemaCompatibility.checkReaderWriterCompatibility(schema, writer).getType()
        != SchemaCompatibilityType.COMPATIBLE) {
      throw new BadRecordException(
          Reason.AVRO_INCOMPATIBLE,
          "schema "
              + id
              + " is "
              + writer.getFullName()
              + ", not readable as "
              + schema.getFullName());
    }
    return new SpecificDatumReader<>(writer, schema, model);
  }
}
