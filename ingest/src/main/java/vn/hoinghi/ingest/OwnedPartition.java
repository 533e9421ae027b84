package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/** One partition of the fetch-state topic in our hands: being read up to its end, then in use. */
final class OwnedPartition {
  private final int number;
  private final long end;
  private final KafkaLedger ledger;
  private final Supplier<Frontier> empty;
  private final Deserializer<FetchState> deserializer;
  private final Map<String, Frontier> frontiers = new HashMap<>();
  private volatile boolean caughtUp;

  /**
   * @param end offset up to which everything was written by earlier owners
   * @param empty makes a frontier that knows nothing
   */
  OwnedPartition(
      int number, long end, KafkaLedger ledger, SchemaIds ids, Supplier<Frontier> empty) {
    this.deserializer = AvroSerde.of(FetchState.class, ids).deserializer();
    this.number = number;
    this.end = end;
    this.ledger = ledger;
    this.empty = empty;
  }

  int number() {
    return number;
  }

  long end() {
    return end;
  }

  KafkaLedger ledger() {
    return ledger;
  }

  Exception ledgerFault() {
    return ledger.fault();
  }

  boolean caughtUp() {
    return caughtUp;
  }

  int size() {
    return frontiers.values().stream().mapToInt(Frontier::size).sum();
  }

  /**
   * @throws BadRecordException for bytes that are no fetch state
   */
  void read(byte[] value) {
    FetchState state = deserializer.deserialize(Topics.FETCH_STATE.name(), value);
    if (state != null) {
      frontier(state.getHost()).put(state);
    }
  }

  /** What was read of one host; empty where nothing was. */
  Frontier frontier(String host) {
    return frontiers.computeIfAbsent(host, h -> empty.get());
  }

  /** All that was written before has been read. */
  void begin() {
    caughtUp = true;
  }

  /** Forgets what was read. */
  void close() {
    ledger.close();
    frontiers.values().forEach(Frontier::close);
    frontiers.clear();
  }
}
