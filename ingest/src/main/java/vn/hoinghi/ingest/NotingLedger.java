package vn.hoinghi.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/**
 * Writes visits as the crawler does, for a run that owns all partitions and ends by itself, and
 * keeps in mind where on the raw topic each article went, so that somebody can look up what became
 * of it.
 */
final class NotingLedger implements Ledger, AutoCloseable {
  private final KafkaConfig kafka;
  private final String transactionalId;
  private final SchemaIds ids;
  private final Map<Integer, KafkaLedger> ledgers = new ConcurrentHashMap<>();
  private final Map<String, RecordMetadata> places = new ConcurrentHashMap<>();

  /**
   * @param transactionalId of one run at a time: a later one fences the earlier
   */
  NotingLedger(KafkaConfig kafka, String transactionalId) {
    this.kafka = kafka;
    this.transactionalId = transactionalId;
    this.ids = kafka.schemaIds();
  }

  @Override
  public void commit(Visited visited) {
    String host =
        visited.outcome() == null ? visited.states().get(0).getHost() : visited.outcome().getHost();
    int partition = FetchStates.partitionOf(host, Topics.FETCH_STATE.partitions());
    ledgers.computeIfAbsent(partition, this::open).commit(visited);
  }

  /** Where the last capture of an article stands; null where none was written. */
  RecordMetadata placeOf(String articleId) {
    return places.get(articleId);
  }

  private KafkaLedger open(int partition) {
    var producer = new Noting(partition);
    try {
      producer.initTransactions();
      return new KafkaLedger(
          producer, new VisitRecords(partition, Topics.FETCH_STATE.partitions(), ids));
    } catch (RuntimeException e) {
      producer.close();
      throw e;
    }
  }

  @Override
  public void close() {
    ledgers.values().forEach(KafkaLedger::close);
  }

  private final class Noting extends KafkaProducer<String, byte[]> {
    Noting(int partition) {
      super(
          RawProducer.transactionalSettings(kafka, transactionalId + "-" + partition),
          new StringSerializer(),
          new ByteArraySerializer());
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback then) {
      if (!record.topic().equals(Topics.RAW.name())) {
        return super.send(record, then);
      }
      return super.send(
          record,
          (at, fault) -> {
            if (fault == null) {
              places.put(record.key(), at);
            }
            if (then != null) {
              then.onCompletion(at, fault);
            }
          });
    }
  }
}
