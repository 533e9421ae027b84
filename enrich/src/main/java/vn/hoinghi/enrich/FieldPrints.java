package vn.hoinghi.enrich;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import vn.hoinghi.avro.ConferenceEvent;

/**
 * Whether an event changed, and in which fields, without keeping the event: one 64-bit hash of each
 * field's value; 0 for the revision, which is no part of what an event says.
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the ledger
record FieldPrints(long[] hashes) {
  static final FieldPrints NONE = new FieldPrints(new long[0]);

  private static final List<Schema.Field> FIELDS = ConferenceEvent.getClassSchema().getFields();
  private static final int REVISION = ConferenceEvent.getClassSchema().getField("revision").pos();

  static FieldPrints of(ConferenceEvent event) {
    long[] hashes = new long[FIELDS.size()];
    HashStream64 stream = Hashing.komihash5_0().hashStream();
    for (int i = 0; i < hashes.length; i++) {
      if (i != REVISION) {
        stream.reset();
        put(event.get(i), stream);
        hashes[i] = stream.getAsLong();
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

  /** Each value behind a mark of its kind, so that no two different ones run together. */
  private static void put(Object value, HashStream64 stream) {
    if (value == null) {
      stream.putByte((byte) 0);
    } else if (value instanceof CharSequence text) {
      stream.putByte((byte) 1).putString(text.toString());
    } else if (value instanceof Double || value instanceof Float) {
      stream.putByte((byte) 8).putDouble(((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      stream.putByte((byte) 2).putLong(number.longValue());
    } else if (value instanceof Boolean said) {
      stream.putByte((byte) 3).putBoolean(said);
    } else if (value instanceof Enum<?> symbol) {
      stream.putByte((byte) 4).putString(symbol.name());
    } else if (value instanceof Instant time) {
      stream.putByte((byte) 5).putLong(time.toEpochMilli());
    } else if (value instanceof List<?> items) {
      stream.putByte((byte) 6).putInt(items.size());
      items.forEach(item -> put(item, stream));
    } else if (value instanceof SpecificRecordBase parts) {
      stream.putByte((byte) 7);
      for (int i = 0; i < parts.getSchema().getFields().size(); i++) {
        put(parts.get(i), stream);
      }
    } else {
      throw new IllegalArgumentException("an event holds no " + value.getClass());
    }
  }
}
