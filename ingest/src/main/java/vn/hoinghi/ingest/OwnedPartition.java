package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Deserializer<FetchState> deserializer;
  private final Map<String, FetchState> states = new HashMap<>();
  private volatile boolean caughtUp;

  /**
   * @param end offset up to which everything was written by earlier owners
   */
  OwnedPartition(int number, long end, KafkaLedger ledger, SchemaIds ids) {
    this.deserializer = AvroSerde.of(FetchState.class, ids).deserializer();
    this.number = number;
    this.end = end;
    this.ledger = ledger;
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
    return states.size();
  }

  /**
   * @throws BadRecordException for bytes that are no fetch state
   */
  void read(byte[] value) {
    FetchState state = deserializer.deserialize(Topics.FETCH_STATE.name(), value);
    if (state != null) {
      states.put(state.getUrl() + " " + state.getHost(), state);
    }
  }

  /** Hands the states over; they are kept once. */
  List<FetchState> begin() {
    caughtUp = true;
    List<FetchState> all = List.copyOf(states.values());
    states.clear();
    return all;
  }
}
