package vn.hoinghi.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * What comes of the addresses that an import asks for, read where their site's owner writes it:
 * outcomes that name the import, also those of an earlier process, and hand-overs that were
 * settled. One that was settled without an attempt was known to the crawl.
 */
final class ImportAnswers implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<String, byte[]> consumer;
  private final String importId;
  private final List<TopicPartition> outcomes;
  private final Deserializer<FetchOutcome> outcome;
  private final Deserializer<FetchState> state;
  private final Set<String> open = new HashSet<>();
  private final Set<Long> published = new HashSet<>();
  private final Map<Long, String> refused = new HashMap<>();
  private final Set<Long> known = new HashSet<>();
  private final Set<Long> visited = new HashSet<>();

  /**
   * @param consumer of nobody's group; closed with this
   * @param host of the outlet whose owner is asked
   * @param since when the import began
   */
  ImportAnswers(
      Consumer<String, byte[]> consumer,
      SchemaIds ids,
      String importId,
      String host,
      Instant since) {
    this.consumer = consumer;
    this.importId = importId;
    this.outcome = AvroSerde.of(FetchOutcome.class, ids).deserializer();
    this.state = AvroSerde.of(FetchState.class, ids).deserializer();
    this.outcomes = List.of(of(host, Topics.FETCH_OUTCOMES.name()));
    TopicPartition states = of(host, Topics.FETCH_STATE.name());
    consumer.assign(List.of(outcomes.get(0), states));
    TopicReading.seek(consumer, outcomes, since);
    consumer.seekToEnd(List.of(states));
    consumer.position(states);
    TopicReading.toEnd(consumer, outcomes, this::read);
  }

  private TopicPartition of(String host, String topic) {
    int partitions = consumer.partitionsFor(topic).size();
    return new TopicPartition(topic, FetchStates.partitionOf(host, partitions));
  }

  /** Whether nothing more is to be done about an address. */
  boolean isDone(String url) {
    long mark = AddressSpool.markOf(url);
    String reason = refused.get(mark);
    return published.contains(mark)
        || known.contains(mark)
        || (reason != null && !Reason.valueOf(reason).retryable());
  }

  /** The owner is asked for this address from now on. */
  void asked(FetchState handOver) {
    open.add(FetchStates.key(handOver));
  }

  /** How many are not settled yet. */
  int open() {
    return open.size();
  }

  /** Waits a moment for news. */
  void poll() {
    consumer.poll(POLL).forEach(this::read);
  }

  /** What was settled is told in the same transactions; so it can be read to its end. */
  void complete() {
    while (!visited.stream().allMatch(this::isTold)) {
      poll();
    }
    TopicReading.toEnd(consumer, outcomes, this::read);
  }

  private boolean isTold(long mark) {
    return published.contains(mark) || refused.containsKey(mark) || known.contains(mark);
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(Topics.FETCH_OUTCOMES.name())) {
      take(outcome.deserialize(record.topic(), record.value()));
      return;
    }
    String asked = FetchStates.handOverKey(record.key());
    if (!open.contains(asked)) {
      return;
    }
    long mark = AddressSpool.mark(FetchStates.articleId(asked));
    if (record.value() == null) {
      open.remove(asked);
      if (!visited.contains(mark) && !isTold(mark)) {
        known.add(mark);
      }
    } else if (!asked.equals(record.key())
        && importId.equals(state.deserialize(record.topic(), record.value()).getImportId())) {
      visited.add(mark);
    }
  }

  private void take(FetchOutcome told) {
    if (told == null || !importId.equals(told.getImportId())) {
      return;
    }
    long mark = AddressSpool.markOf(told.getUrl());
    if (told.getReason() == null && told.getResult() != FetchResult.PUBLISHED) {
      known.add(mark);
    } else if (told.getResult() == FetchResult.PUBLISHED) {
      published.add(mark);
      refused.remove(mark);
      known.remove(mark);
    } else {
      refused.put(mark, told.getReason());
    }
  }

  long published() {
    return published.size();
  }

  /** Addresses that are done with. */
  long done() {
    return (long) published.size() + refused.size() + known.size();
  }

  /** Addresses that came to nothing, by reason. */
  Map<String, Long> refused() {
    var counts = new TreeMap<String, Long>();
    refused.values().forEach(reason -> counts.merge(reason, 1L, Long::sum));
    return counts;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
