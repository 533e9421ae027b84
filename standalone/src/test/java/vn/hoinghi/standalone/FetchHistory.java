package vn.hoinghi.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchResult;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Reason;
import vn.hoinghi.schemas.Topics;

/** Attempts at the pages of some hosts, hour by hour, as a crawler tells of them. */
final class FetchHistory {
  static final int HOSTS = 12;
  static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

  private FetchHistory() {}

  static String host(int number) {
    return "bao" + number + ".example";
  }

  /** So many days of each host: from day 25 on nobody answers, before that articles come. */
  static List<ProducerRecord<byte[], byte[]>> of(int from, int to) {
    return IntStream.range(from * 24, to * 24)
        .boxed()
        .flatMap(
            hour -> IntStream.range(0, HOSTS).boxed().flatMap(host -> attempts(host(host), hour)))
        .toList();
  }

  static Stream<ProducerRecord<byte[], byte[]>> attempts(String host, int hour) {
    var avro = AvroSerde.of(FetchOutcome.class, ContractPack.committed()).serializer();
    String topic = Topics.FETCH_OUTCOMES.name();
    byte[] key = host.getBytes(StandardCharsets.UTF_8);
    return hour(host, BEGIN.plus(Duration.ofHours(hour)), hour).stream()
        .map(outcome -> new ProducerRecord<>(topic, key, avro.serialize(topic, outcome)));
  }

  private static List<FetchOutcome> hour(String host, Instant at, int hour) {
    var feed =
        FetchOutcome.newBuilder()
            .setHost(host)
            .setUrl("https://" + host + "/rss")
            .setAt(at)
            .setKind(FetchKind.FEED)
            .setResult(FetchResult.LISTED);
    if (hour >= 25 * 24) {
      feed.setResult(FetchResult.FAILED).setReason(Reason.FETCH_DNS.name());
      return List.of(feed.build());
    }
    var article =
        FetchOutcome.newBuilder()
            .setHost(host)
            .setUrl("https://" + host + "/" + hour)
            .setAt(at.plusSeconds(60))
            .setKind(FetchKind.ARTICLE)
            .setResult(FetchResult.PUBLISHED)
            .setFirst(true);
    return hour % 3 == 0 ? List.of(feed.build(), article.build()) : List.of(feed.build());
  }
}
