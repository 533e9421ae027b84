package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Map<String, FetchState> handOvers = new LinkedHashMap<>();
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
   * Takes note of what earlier owners wrote, and of hand-overs. Once in use, only these are read:
   * all else is our own.
   *
   * @return a hand-over to be taken up now, or null
   * @throws BadRecordException for bytes that are no fetch state
   */
  FetchState read(String key, byte[] value) {
    boolean handOver = FetchStates.isHandOver(key);
    if (value == null && handOver) {
      handOvers.remove(key);
    }
    if (value == null || (caughtUp && !handOver)) {
      return null;
    }
    FetchState state = deserializer.deserialize(Topics.FETCH_STATE.name(), value);
    if (caughtUp) {
      return state;
    }
    if (handOver) {
      handOvers.put(key, state);
    } else {
      states.put(state.getUrl() + " " + state.getHost(), state);
    }
    return null;
  }

  /** Those that nobody has settled; kept once. */
  List<FetchState> handOvers() {
    List<FetchState> all = List.copyOf(handOvers.values());
    handOvers.clear();
    return all;
  }

  /** Hands the states over; they are kept once. */
  List<FetchState> begin() {
    caughtUp = true;
    List<FetchState> all = List.copyOf(states.values());
    states.clear();
    return all;
  }
}
