package vn.hoinghi.enrich;

import com.dynatrace.hash4j.hashing.Hasher64;
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

  private static final Hasher64 HASHER = Hashing.komihash5_0();
  private static final List<Schema.Field> FIELDS = ConferenceEvent.getClassSchema().getFields();
  private static final int REVISION = ConferenceEvent.getClassSchema().getField("revision").pos();

  static FieldPrints of(ConferenceEvent event) {
    long[] hashes = new long[FIELDS.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = i == REVISION ? 0 : print(event.get(i));
    }
    return new FieldPrints(hashes);
  }

  /** Positions of the fields that are not the same. */
  int[] differences(FieldPrints other) {
    return IntStream.range(0, hashes.length)
        .filter(i -> i >= other.hashes.length || hashes[i] != other.hashes[i])
        .toArray();
  }

  /** Each value with a mark of its kind, so that no two different ones are taken for each other. */
  private static long print(Object value) {
    if (value == null) {
      return 0;
    } else if (value instanceof String text) {
      return joined(1, HASHER.hashCharsToLong(text));
    } else if (value instanceof Double || value instanceof Float) {
      return joined(8, Double.doubleToLongBits(((Number) value).doubleValue()));
    } else if (value instanceof Number number) {
      return joined(2, number.longValue());
    } else if (value instanceof Boolean said) {
      return joined(3, said ? 1 : 0);
    } else if (value instanceof Enum<?> symbol) {
      return joined(4, HASHER.hashCharsToLong(symbol.name()));
    } else if (value instanceof Instant time) {
      return joined(5, time.toEpochMilli());
    } else if (value instanceof List<?> items) {
      long print = joined(6, items.size());
      for (Object item : items) {
        print = joined(print, print(item));
      }
      return print;
    } else if (value instanceof SpecificRecordBase parts) {
      long print = 7;
      for (int i = 0; i < parts.getSchema().getFields().size(); i++) {
        print = joined(print, print(parts.get(i)));
      }
      return print;
    }
    throw new IllegalArgumentException("an event holds no " + value.getClass());
  }

  private static long joined(long before, long next) {
    return HASHER.hashLongLongToLong(before, next);
  }
}
