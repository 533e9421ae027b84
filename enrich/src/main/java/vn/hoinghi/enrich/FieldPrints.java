package vn.hoinghi.enrich;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * Whether an event changed, and in which fields, without keeping the event: one 64-bit hash of the
 * Avro encoding of each field; 0 for the revision, which is no part of what an event says.
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the ledger
record FieldPrints(long[] hashes) {
  static final FieldPrints NONE = new FieldPrints(new long[0]);

  private static final List<Schema.Field> FIELDS = ConferenceEvent.getClassSchema().getFields();
  private static final List<SpecificDatumWriter<Object>> WRITERS =
      FIELDS.stream()
          .map(f -> new SpecificDatumWriter<>(f.schema(), new ConferenceEvent().getSpecificData()))
          .toList();

  static FieldPrints of(ConferenceEvent event) {
    long[] hashes = new long[FIELDS.size()];
    var bytes = new ByteArrayOutputStream(1024);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    for (int i = 0; i < hashes.length; i++) {
      if (!FIELDS.get(i).name().equals("revision")) {
        bytes.reset();
        write(WRITERS.get(i), event.get(FIELDS.get(i).pos()), encoder);
        hashes[i] = Hashing.komihash5_0().hashBytesToLong(bytes.toByteArray());
      }
    }
    return new FieldPrints(hashes);
  }

  /** Positions of the fields that are not the same. */
  int[] differences(FieldPrints other) {
    return IntStream.range(0, hashes.length)
        .filter(i -> i >= other.hashes.length || hashes[i] != other.hashes[i])
        .toArray();
  }

  private static void write(
      SpecificDatumWriter<Object> writer, Object value, BinaryEncoder encoder) {
    try {
      writer.write(value, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
