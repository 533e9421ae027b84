package vn.hoinghi.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Map<String, FetchState> handOvers = new LinkedHashMap<>();
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
      frontier(state.getHost()).put(state);
    }
    return null;
  }

  /** Those that nobody has settled; kept once. */
  List<FetchState> handOvers() {
    List<FetchState> all = List.copyOf(handOvers.values());
    handOvers.clear();
    return all;
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
