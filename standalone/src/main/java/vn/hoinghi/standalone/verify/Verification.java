package vn.hoinghi.standalone.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.enrich.ReadingDesk;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.Topic;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.sink.SinkConfig;
import vn.hoinghi.sink.StoredRows;
import vn.hoinghi.standalone.correct.CorrectionBook;
import vn.hoinghi.standalone.ledger.Ledger;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.terminal.Progress;
import vn.hoinghi.standalone.topics.ClusterPositions;
import vn.hoinghi.standalone.topics.DeadLetterList;
import vn.hoinghi.standalone.topics.LatestValues;
import vn.hoinghi.standalone.topics.Scratch;
import vn.hoinghi.standalone.topics.TopicReader;
import vn.hoinghi.standalone.verify.Findings.Part;

/**
 * The ledger of everything, proven from topics and tables alone: whoever was killed, restored from
 * a backup or edited by hand, what stands must still add up. Writers go on meanwhile, so what they
 * make is read before what they make it of; what a reader has not passed yet counts as waiting.
 */
final class Verification {
  /**
   * What one look has shown.
   *
   * @param captures every raw record that enrich has passed, with its outcome
   * @param attempts fetches by what came of them, as far as they are kept
   * @param events events of the topic, and how many of them have their rows
   * @param capturesWaiting raw records that enrich has not passed
   * @param eventsWaiting how far the sink is behind, transaction markers among it
   * @param unconfirmed revisions that are stored and were not told yet
   */
  record Look(
      Ledger captures,
      Map<FetchResult, Long> attempts,
      EventRows.Compared events,
      long capturesWaiting,
      long eventsWaiting,
      long unconfirmed,
      Findings findings) {

    /** The same with other findings. */
    Look with(Findings certain) {
      return new Look(
          captures, attempts, events, capturesWaiting, eventsWaiting, unconfirmed, certain);
    }
  }

  private final KafkaConfig kafka;
  private final SinkConfig.Delivery database;
  private final String application;
  private final Path outletsFile;
  private final Progress progress;
  private Findings findings = new Findings();

  /**
   * @param application id of the Kafka Streams application, which is its group too
   * @param outletsFile registry of outlets that enrich was given, or null
   */
  Verification(
      KafkaConfig kafka,
      SinkConfig.Delivery database,
      String application,
      Path outletsFile,
      Progress progress) {
    this.kafka = kafka;
    this.database = database;
    this.application = application;
    this.outletsFile = outletsFile;
    this.progress = progress;
  }

  /**
   * Looks at everything once.
   *
   * @throws PipelineException where brokers or database cannot be asked
   */
  Look look() {
    findings = new Findings();
    try (var rows = StoredRows.open(database, kafka.schemaIds());
        var cluster = ClusterPositions.of(kafka);
        var topics = TopicReader.of(kafka)) {
      Map<TopicPartition, Long> passed = cluster.committed(application);
      Map<TopicPartition, Long> stored =
          ReaderPositions.ofThisTopic(
              rows.positions(), cluster.clusterId(), cluster::topicId, findings);
      var articles = new ArticleBook(findings, CorrectionBook.read(topics).set()::retracts);
      each(topics, Topics.ARTICLES, articles::article);
      EventRows.Compared compared = events(topics, rows, stored, articles);
      var fetches = new FetchBook();
      each(topics, Topics.FETCH_OUTCOMES, fetches::outcome);
      captures(topics, passed, articles, fetches);
      fetches.close(findings);
      confirmations(topics, cluster, rows);
      Ledger captures = articles.close();
      long behind = positions(cluster, passed, stored);
      for (String gid : rows.prepared()) {
        findings.add(Part.TRANSACTIONS, gid, "is prepared in the database and was never ended");
      }
      return new Look(
          captures,
          fetches.results(),
          compared,
          articles.waiting(),
          behind,
          rows.unconfirmed(),
          findings);
    } catch (SQLException e) {
      throw new PipelineException("the database cannot be read: " + e.getMessage(), e);
    }
  }

  private EventRows.Compared events(
      TopicReader topics, StoredRows rows, Map<TopicPartition, Long> stored, ArticleBook articles)
      throws SQLException {
    var book = new EventBook();
    each(topics, Topics.EVENT_CHANGES, book::change);
    progress.at("reading " + Topics.EVENTS.name(), 0, Progress.UNKNOWN);
    try (var scratch = Scratch.open();
        var values = LatestValues.read(topics, Topics.EVENTS, scratch.path(), book::record)) {
      for (String id : values.keys()) {
        ConferenceEvent event = values.get(id).orElseThrow();
        articles.event(event);
        book.live(id, event.getRevision(), findings);
      }
      book.lost(values.keys(), findings);
      var aside = DeadLetterList.read(topics, Topics.EVENTS);
      return new EventRows(rows, values, book, stored, aside).compare(progress, findings);
    }
  }

  private void captures(
      TopicReader topics,
      Map<TopicPartition, Long> passed,
      ArticleBook articles,
      FetchBook fetches) {
    DeadLetterList aside = DeadLetterList.read(topics, Topics.RAW);
    try (var desk = ReadingDesk.of(outletsFile)) {
      var captures = new Captures(articles, fetches, aside, desk, passed, findings);
      long[] done = {0};
      topics.all(
          Topics.RAW.name(),
          record -> {
            captures.record(record);
            progress.at("reading " + record.topic(), ++done[0], Progress.UNKNOWN);
          });
    }
  }

  private void confirmations(TopicReader topics, ClusterPositions cluster, StoredRows rows)
      throws SQLException {
    var told = new ToldBook();
    topics.all(Topics.STORED.name(), told::record);
    var beginnings = cluster.beginnings(List.of(Topics.STORED.name()));
    told.missing(rows::confirmed, beginnings, Instant.now(), findings);
  }

  private long positions(
      ClusterPositions cluster,
      Map<TopicPartition, Long> passed,
      Map<TopicPartition, Long> stored) {
    List<String> names = Topics.all().stream().map(Topic::name).toList();
    Map<TopicPartition, Long> ends = cluster.ends(names);
    var positions = new ReaderPositions(cluster.beginnings(names), ends);
    positions.check("enrich", Topics.RAW.name(), passed, findings);
    long behind = positions.check("sink", Topics.EVENTS.name(), stored, findings);
    OpenTransactions.find(cluster.admin(), ends.keySet(), Instant.now(), findings);
    return behind;
  }

  /** Gives every value of a topic, tombstones left out. */
  private <T extends SpecificRecord> void each(
      TopicReader topics, Topic<T> topic, Consumer<T> reader) {
    Deserializer<T> avro = AvroSerde.of(topic.value(), kafka.schemaIds()).deserializer();
    long[] done = {0};
    topics.all(
        topic.name(),
        record -> {
          if (record.value() != null) {
            reader.accept(avro.deserialize(record.topic(), record.value()));
          }
          progress.at("reading " + topic.name(), ++done[0], Progress.UNKNOWN);
        });
  }

  /** The key of a record as text. */
  static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }
}
