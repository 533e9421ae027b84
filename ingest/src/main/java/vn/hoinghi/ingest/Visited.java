package vn.hoinghi.ingest;

import java.util.List;
import java.util.stream.Stream;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.Reason;

/**
 * All that one visit changes, to be written together or not at all.
 *
 * @param states of the URL itself and of those it led to
 * @param raw what is published, or null
 * @param outcome of the attempt; null for a part of a long listing written ahead of it
 * @param handOvers addresses that are other outlets', for their owners
 * @param settled keys of hand-overs that were taken up
 */
record Visited(
    List<FetchState> states,
    RawArticle raw,
    FetchOutcome outcome,
    List<FetchState> handOvers,
    List<String> settled) {
  private static final int BYTES_OF_RECORD = 512;

  Visited {
    states = List.copyOf(states);
    handOvers = List.copyOf(handOvers);
    settled = List.copyOf(settled);
  }

  Visited(List<FetchState> states, RawArticle raw, FetchOutcome outcome) {
    this(states, raw, outcome, List.of(), List.of());
  }

  Visited with(List<FetchState> otherStates, List<FetchState> otherHandOvers) {
    return new Visited(otherStates, raw, outcome, otherHandOvers, settled);
  }

  /** The same, with these hand-overs taken up besides. */
  Visited settling(List<String> keys) {
    return new Visited(
        states, raw, outcome, handOvers, Stream.concat(settled.stream(), keys.stream()).toList());
  }

  /** About how many bytes of memory it takes while it waits to be written. */
  int weight() {
    int body = raw == null || raw.getBody() == null ? 0 : raw.getBody().remaining();
    return BYTES_OF_RECORD * (2 + states.size() + handOvers.size() + settled.size()) + body;
  }

  /** Whether the same request may well succeed soon. */
  boolean worthRetrying() {
    return outcome != null
        && outcome.getReason() != null
        && Reason.valueOf(outcome.getReason()).retryable();
  }
}
