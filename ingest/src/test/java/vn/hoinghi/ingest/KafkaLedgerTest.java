package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContentIds;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;

@Timeout(20)
class KafkaLedgerTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PARTITION = 3;

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer());
  private final KafkaLedger ledger = open();

  private KafkaLedger open() {
    producer.initTransactions();
    return new KafkaLedger(producer, new VisitRecords(PARTITION, 4, ContractPack.committed()));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void articleStateAndOutcomeBecomeVisibleInOneTransaction() {
    ledger.commit(visited(1));

    assertThat(producer.commitCount()).isEqualTo(1);
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly(
            Topics.RAW.name(), Topics.FETCH_STATE.name(), Topics.FETCH_OUTCOMES.name());
    assertThat(producer.history().get(0).key()).isEqualTo(ContentIds.articleId(url(1)));
    assertThat(producer.history().get(1).key())
        .isEqualTo("bao.example " + ContentIds.articleId(url(1)));
    assertThat(producer.history().get(1).partition()).isEqualTo(PARTITION);
    assertThat(producer.history().get(2).key()).isEqualTo("bao.example");
  }

  @Test
  void visitsThatWaitAtTheSameMomentAreAllWritten() {
    List<CompletableFuture<Void>> commits =
        IntStream.range(0, 200)
            .mapToObj(i -> CompletableFuture.runAsync(() -> ledger.commit(visited(i))))
            .toList();
    commits.forEach(CompletableFuture::join);

    assertThat(producer.history()).hasSize(600);
    assertThat(producer.commitCount()).isLessThanOrEqualTo(200);
  }

  @Test
  void whoeverIsFencedWritesNothingAndSaysSo() {
    producer.commitTransactionException = new ProducerFencedException("another owner");

    assertThatThrownBy(() -> ledger.commit(visited(1))).isInstanceOf(LostLedgerException.class);
    assertThatThrownBy(() -> ledger.commit(visited(2))).isInstanceOf(LostLedgerException.class);

    assertThat(producer.history()).isEmpty();
    assertThat(ledger.fault()).isInstanceOf(ProducerFencedException.class);
  }

  @Test
  void aClosedLedgerRefusesAndClosesItsProducer() {
    ledger.close();

    assertThatThrownBy(() -> ledger.commit(visited(1))).isInstanceOf(LostLedgerException.class);
    assertThat(producer.closed()).isTrue();
    assertThat(ledger.fault()).isNull();
  }

  private static Visited visited(int number) {
    FetchState state =
        FetchState.newBuilder()
            .setHost("bao.example")
            .setUrl(url(number))
            .setKind(FetchKind.ARTICLE)
            .setNextVisitAt(AT)
            .build();
    RawArticle raw =
        RawArticle.newBuilder()
            .setArticleId(ContentIds.articleId(url(number)))
            .setUrl(url(number))
            .setOutlet("bao.example")
            .setFetchedAt(AT)
            .setIngestedAt(AT)
            .setBody(ByteBuffer.allocate(8))
            .build();
    FetchOutcome outcome =
        FetchOutcome.newBuilder().setHost("bao.example").setUrl(url(number)).setAt(AT).build();
    return new Visited(List.of(state), raw, outcome);
  }

  private static String url(int number) {
    return "http://bao.example/" + number;
  }
}
