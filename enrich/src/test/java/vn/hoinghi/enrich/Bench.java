package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import vn.hoinghi.avro.Article;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;
import vn.hoinghi.avro.EventChange;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractJson;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

/** The whole topology in one thread, with everything that came out of it so far. */
final class Bench implements AutoCloseable {
  private static final ContractPack IDS = ContractPack.committed();

  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final List<TestRecord<String, ConferenceEvent>> eventRecords = new ArrayList<>();
  final List<EventChange> changes = new ArrayList<>();
  final Map<String, Article> articles = new HashMap<>();
  final List<TestRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
  final List<TestRecord<byte[], byte[]>> deadCorrections = new ArrayList<>();

  /** Live events by id. */
  final SortedMap<String, ConferenceEvent> live = new TreeMap<>();

  /** Dead ids and where they lead; the value is null where they lead nowhere. */
  final Map<String, String> redirects = new HashMap<>();

  private final Map<String, Long> revisions = new HashMap<>();
  private final Path stateDir;
  private final TopologyTestDriver driver;
  final List<TestRecord<String, Article>> articleRecords = new ArrayList<>();
  final List<TestRecord<String, EventChange>> changeRecords = new ArrayList<>();

  private final TestInputTopic<byte[], byte[]> raw;
  private final TestInputTopic<byte[], byte[]> corrections;
  private final TestOutputTopic<String, Article> articlesOut;
  private final TestOutputTopic<String, ConferenceEvent> eventsOut;
  private final TestOutputTopic<String, EventChange> changesOut;
  private final TestOutputTopic<byte[], byte[]> deadLettersOut;
  private final TestOutputTopic<byte[], byte[]> deadCorrectionsOut;

  Bench() {
    this(EnrichTopology.Order.CANONICAL);
  }

  Bench(EnrichTopology.Order order) {
    try {
      stateDir = Files.createTempDirectory("hoinghi-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    var topology =
        new EnrichTopology(
            IDS,
            new ScriptedReader(),
            ScriptedReader.RULES,
            Duration.ofMillis(300),
            metrics,
            Outputs.PUBLIC,
            order);
    driver = new TopologyTestDriver(topology.get(), config);
    var text = new StringDeserializer();
    var bytes = new ByteArrayDeserializer();
    raw =
        driver.createInputTopic(
            Topics.RAW.name(), new ByteArraySerializer(), new ByteArraySerializer());
    corrections =
        driver.createInputTopic(
            Topics.CORRECTIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
    articlesOut =
        driver.createOutputTopic(
            Topics.ARTICLES.name(), text, AvroSerde.of(Article.class, IDS).deserializer());
    eventsOut =
        driver.createOutputTopic(
            Topics.EVENTS.name(), text, AvroSerde.of(ConferenceEvent.class, IDS).deserializer());
    changesOut =
        driver.createOutputTopic(
            Topics.EVENT_CHANGES.name(), text, AvroSerde.of(EventChange.class, IDS).deserializer());
    deadLettersOut = driver.createOutputTopic(Topics.RAW.deadLetters().name(), bytes, bytes);
    deadCorrectionsOut =
        driver.createOutputTopic(Topics.CORRECTIONS.deadLetters().name(), bytes, bytes);
  }

  Bench send(RawArticle article) {
    return send(article, Pages.NOON.toEpochMilli());
  }

  /**
   * @param timestamp of the Kafka record
   */
  Bench send(RawArticle article, long timestamp) {
    return send(
        article.getArticleId().getBytes(StandardCharsets.UTF_8),
        bytes(article),
        new RecordHeaders(),
        timestamp);
  }

  /** The clock of the machine jumps ahead. */
  void later(Duration time) {
    driver.advanceWallClockTime(time);
  }

  Bench send(Correction correction) {
    return sendCorrection(
        correction.getCorrectionId().getBytes(StandardCharsets.UTF_8), bytes(correction));
  }

  Bench sendCorrection(byte[] key, byte[] value) {
    corrections.pipeInput(
        new TestRecord<>(key, value, new RecordHeaders(), Pages.NOON.toEpochMilli()));
    return collect();
  }

  /** Articles and corrections. */
  Bench send(Iterable<? extends SpecificRecord> all) {
    for (SpecificRecord one : all) {
      if (one instanceof Correction correction) {
        send(correction);
      } else {
        send((RawArticle) one);
      }
    }
    return this;
  }

  Bench send(byte[] key, byte[] value, RecordHeaders headers, long timestamp) {
    raw.pipeInput(new TestRecord<>(key, value, headers, timestamp));
    return collect();
  }

  private Bench collect() {
    for (TestRecord<String, Article> record : articlesOut.readRecordsToList()) {
      articleRecords.add(record);
      articles.put(record.key(), record.value());
    }
    eventsOut.readRecordsToList().forEach(this::event);
    for (TestRecord<String, EventChange> record : changesOut.readRecordsToList()) {
      changeRecords.add(record);
      changes.add(record.value());
    }
    deadLetters.addAll(deadLettersOut.readRecordsToList());
    deadCorrections.addAll(deadCorrectionsOut.readRecordsToList());
    return this;
  }

  static byte[] bytes(RawArticle article) {
    return AvroSerde.of(RawArticle.class, IDS).serializer().serialize(Topics.RAW.name(), article);
  }

  static byte[] bytes(Correction correction) {
    return AvroSerde.of(Correction.class, IDS)
        .serializer()
        .serialize(Topics.CORRECTIONS.name(), correction);
  }

  private void event(TestRecord<String, ConferenceEvent> record) {
    eventRecords.add(record);
    boolean alive = record.value() != null;
    long revision =
        alive
            ? record.value().getRevision()
            : Long.parseLong(header(record, EventHeaders.REVISION));
    assertThat(revision).as("revision of %s", record.key()).isEqualTo(next(record.key()));
    if (alive) {
      live.put(record.key(), record.value());
      redirects.remove(record.key());
    } else {
      live.remove(record.key());
      redirects.put(record.key(), header(record, EventHeaders.REDIRECT));
    }
  }

  private long next(String eventId) {
    return revisions.merge(eventId, 1L, Long::sum);
  }

  static String header(TestRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The live events' ids and canonical parts, one line each. */
  String canonical() {
    return canonical(live.values());
  }

  static String canonical(Iterable<ConferenceEvent> events) {
    var lines = new TreeMap<String, String>();
    events.forEach(e -> lines.put(e.getEventId(), ContractJson.canonical(e).toString()));
    var all = new StringBuilder();
    lines.forEach((id, json) -> all.append(id).append(' ').append(json).append('\n'));
    return all.toString();
  }

  double count(String outcome) {
    return metrics.counter("hoinghi.enrich.outcomes", "outcome", outcome).count();
  }

  double corrections(String outcome) {
    return metrics.counter("hoinghi.enrich.corrections", "outcome", outcome).count();
  }

  @Override
  public void close() {
    driver.close();
    try {
      Utils.delete(stateDir.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
