package vn.hoinghi.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.service.KafkaConfig;

/**
 * Publishes a folder of pages as raw articles and says of each entry where it went or why not.
 * Capture and ingestion time are the manifest's {@code fetched_at} (the file's time without it), so
 * the order of its lines makes no difference to what is read from it.
 */
public final class FolderImport {
  /** Bodies under way at once are at most this many; the rest waits in the folder. */
  private static final int MAX_UNDER_WAY = 256;

  /**
   * What became of one entry.
   *
   * @param inputId the manifest's id, or the relative path without ending
   * @param url canonical; null where a line gave none
   * @param articleId key of the record; null where it failed
   * @param contentHash {@link ContentIds#contentHash}; null where it failed
   * @param fetchedAt capture time, milliseconds; null where it failed
   * @param partition of the raw topic; -1 where it failed
   * @param offset of the record there; -1 where it failed
   * @param failed null where it was published
   * @param problem what is wrong, in words; null where it was published
   */
  public record Published(
      String inputId,
      String url,
      String articleId,
      String contentHash,
      Instant fetchedAt,
      int partition,
      long offset,
      Reason failed,
      String problem) {}

  /** Told of each entry as it is acknowledged, in the source's order. */
  interface Told {
    void entry(Attempt attempt, Published input);
  }

  /** What is known before the broker has answered; the body is not kept. */
  private record UnderWay(Published entry, Attempt attempt, Future<RecordMetadata> sent) {}

  private final Producer<String, RawArticle> producer;
  private final Told told;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  FolderImport(Producer<String, RawArticle> producer, Told told) {
    this.producer = producer;
    this.told = told;
  }

  /**
   * Publishes every entry of a folder; returns when all are acknowledged.
   *
   * @param manifestOrNull null takes {@code dir/manifest.jsonl} where there is one, else every page
   * @param progress called for each entry, in the folder's order, as it is acknowledged
   * @return the same entries in the same order
   * @throws vn.hoinghi.service.ConfigException where folder or manifest are not there
   * @throws KafkaException where the broker cannot be written to
   */
  public static List<Published> run(
      KafkaConfig kafka, Path dir, Path manifestOrNull, Consumer<Published> progress) {
    var done = new ArrayList<Published>();
    run(
        kafka,
        FolderSource.of(dir, manifestOrNull),
        (attempt, input) -> {
          done.add(input);
          progress.accept(input);
        });
    return List.copyOf(done);
  }

  /** Publishes every entry of a source; returns when all are acknowledged. */
  static void run(KafkaConfig kafka, Source source, Told told) {
    var serde = AvroSerde.of(RawArticle.class, kafka.schemaIds());
    try (var producer =
        new KafkaProducer<>(
            RawProducer.importSettings(kafka), new StringSerializer(), serde.serializer())) {
      new FolderImport(producer, told).publish(source);
    }
  }

  void publish(Source source) {
    try (Stream<Capture> captures = source.captures()) {
      captures.forEachOrdered(this::send);
    }
    producer.flush();
    while (!underWay.isEmpty()) {
      finishOldest();
    }
  }

  private void send(Capture capture) {
    RawArticle raw = capture.raw();
    if (raw == null) {
      underWay.add(new UnderWay(failed(capture), capture.attempt(), null));
    } else {
      var record = new ProducerRecord<>(Topics.RAW.name(), raw.getArticleId(), raw);
      underWay.add(
          new UnderWay(
              sent(capture), capture.attempt(), producer.send(VisitRecords.traced(record, raw))));
    }
    while (underWay.size() > MAX_UNDER_WAY || headIsDone()) {
      finishOldest();
    }
  }

  private boolean headIsDone() {
    UnderWay head = underWay.peek();
    return head != null && (head.sent() == null || head.sent().isDone());
  }

  private void finishOldest() {
    UnderWay oldest = underWay.remove();
    Published input =
        oldest.sent() == null ? oldest.entry() : acknowledged(oldest.entry(), oldest.sent());
    boolean lost = input.failed() != null && oldest.sent() != null;
    told.entry(
        lost ? oldest.attempt().failed(input.failed(), input.problem()) : oldest.attempt(), input);
  }

  private static Published acknowledged(Published entry, Future<RecordMetadata> sent) {
    try {
      RecordMetadata at = sent.get();
      return new Published(
          entry.inputId(),
          entry.url(),
          entry.articleId(),
          entry.contentHash(),
          entry.fetchedAt(),
          at.partition(),
          at.offset(),
          null,
          null);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        return failed(entry.inputId(), entry.url(), Reason.RECORD_TOO_LARGE, tooLarge.getMessage());
      }
      throw new KafkaException("raw articles cannot be written", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Published sent(Capture capture) {
    RawArticle raw = capture.raw();
    return new Published(
        capture.inputId(),
        raw.getUrl(),
        raw.getArticleId(),
        ContentIds.contentHash(raw),
        raw.getFetchedAt(),
        -1,
        -1,
        null,
        null);
  }

  private static Published failed(Capture capture) {
    return failed(capture.inputId(), capture.url(), capture.failed(), capture.problem());
  }

  private static Published failed(String inputId, String url, Reason reason, String problem) {
    return new Published(inputId, url, null, null, null, -1, -1, reason, problem);
  }
}
