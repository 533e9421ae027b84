package vn.hoinghi.ingest;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.hoinghi.avro.ImportState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Publishes the entries of an import together with the place behind them, many in one transaction:
 * after a crash the place tells exactly what was published.
 */
final class ImportLedger implements AutoCloseable {
  /** Entries in one transaction, and bytes of articles after which it ends sooner. */
  private static final int ENTRIES = 100;

  private static final long BYTES = 8L * 1024 * 1024;

  private final Producer<String, byte[]> producer;
  private final AvroSerde<RawArticle> articles;
  private final AvroSerde<ImportState> states;
  private final InstantSource clock;
  private ImportState state;
  private int entries;
  private long bytes;

  /**
   * @param producer transactions initialised; closed with this
   * @param state where it begins
   */
  ImportLedger(
      Producer<String, byte[]> producer, SchemaIds ids, ImportState state, InstantSource clock) {
    this.producer = producer;
    this.articles = AvroSerde.of(RawArticle.class, ids);
    this.states = AvroSerde.of(ImportState.class, ids);
    this.state = state;
    this.clock = clock;
  }

  ImportState state() {
    return state;
  }

  /**
   * Takes one entry.
   *
   * @return whether a transaction came to its end with it
   */
  boolean add(Capture capture) {
    if (entries == 0) {
      producer.beginTransaction();
    }
    entries++;
    Reason failed = capture.failed();
    Map<String, Long> refused = new HashMap<>(state.getRefused());
    if (failed == null) {
      send(capture.raw());
    } else {
      refused.merge(failed.name(), 1L, Long::sum);
    }
    state =
        ImportState.newBuilder(state)
            .setPosition(capture.next().position())
            .setWithin(capture.next().within())
            .setPublished(state.getPublished() + (failed == null ? 1 : 0))
            .setRefused(refused)
            .build();
    if (entries < ENTRIES && bytes < BYTES) {
      return false;
    }
    commit();
    return true;
  }

  /**
   * Asks the owner of a site for addresses, and says in the same transaction how far the import is.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send failed of
  void ask(List<ProducerRecord<String, byte[]>> handOvers, ImportState now) {
    producer.beginTransaction();
    handOvers.forEach(producer::send);
    state = now;
    commit();
  }

  /** The end of what is imported. */
  void finish() {
    if (entries == 0) {
      producer.beginTransaction();
    }
    state = ImportState.newBuilder(state).setFinished(true).build();
    commit();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send failed of
  private void send(RawArticle raw) {
    byte[] value = articles.serializer().serialize(Topics.RAW.name(), raw);
    bytes += value.length;
    var record = new ProducerRecord<>(Topics.RAW.name(), raw.getArticleId(), value);
    producer.send(VisitRecords.traced(record, raw));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // likewise
  private void commit() {
    state =
        ImportState.newBuilder(state).setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS)).build();
    byte[] value = states.serializer().serialize(Topics.IMPORTS.name(), state);
    producer.send(new ProducerRecord<>(Topics.IMPORTS.name(), state.getImportId(), value));
    producer.commitTransaction();
    entries = 0;
    bytes = 0;
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
  }
}
