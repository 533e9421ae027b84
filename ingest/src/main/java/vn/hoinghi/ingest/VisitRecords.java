package vn.hoinghi.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.schemas.TraceParent;

/** A visit as the records that go onto three topics. */
final class VisitRecords {
  private final int partition;
  private final int partitions;
  private final AvroSerde<RawArticle> raw;
  private final AvroSerde<FetchState> state;
  private final AvroSerde<FetchOutcome> outcome;

  /**
   * @param partition of the fetch-state topic
   * @param partitions that the fetch-state topic has
   */
  VisitRecords(int partition, int partitions, SchemaIds ids) {
    this.partition = partition;
    this.partitions = partitions;
    this.raw = AvroSerde.of(RawArticle.class, ids);
    this.state = AvroSerde.of(FetchState.class, ids);
    this.outcome = AvroSerde.of(FetchOutcome.class, ids);
  }

  List<ProducerRecord<String, byte[]>> of(Visited visited) {
    var records = new ArrayList<ProducerRecord<String, byte[]>>();
    if (visited.raw() != null) {
      String key = visited.raw().getArticleId();
      records.add(traced(record(Topics.RAW, null, key, raw, visited.raw()), visited.raw()));
    }
    for (FetchState each : visited.states()) {
      records.add(record(Topics.FETCH_STATE, partition, FetchStates.key(each), state, each));
    }
    for (FetchState each : visited.handOvers()) {
      int owners = FetchStates.partitionOf(each.getHost(), partitions);
      records.add(record(Topics.FETCH_STATE, owners, FetchStates.key(each), state, each));
    }
    for (String key : visited.settled()) {
      records.add(new ProducerRecord<>(Topics.FETCH_STATE.name(), partition, key, null));
    }
    if (visited.outcome() != null) {
      String key = visited.outcome().getHost();
      records.add(record(Topics.FETCH_OUTCOMES, null, key, outcome, visited.outcome()));
    }
    return records;
  }

  /** A raw article's record begins the trace of all that comes of it. */
  static <V> ProducerRecord<String, V> traced(ProducerRecord<String, V> record, RawArticle raw) {
    TraceParent.put(record.headers(), TraceParent.of(raw.getArticleId(), raw.getFetchedAt()));
    return record;
  }

  private static <T extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic<T> topic, Integer partition, String key, AvroSerde<T> serde, T value) {
    byte[] bytes = serde.serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), partition, key, bytes);
  }
}
