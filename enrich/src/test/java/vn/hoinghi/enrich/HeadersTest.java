package vn.hoinghi.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.TraceParent;

/** What the published records say to readers that know CloudEvents and traces. */
class HeadersTest {
  private static final String URL = "https://bao.example/dai-hoi";
  private static final String FOREIGN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final Bench bench = new Bench();
  private final RawArticle page =
      Pages.report(URL, 0, "Đại hội khai mạc", m -> m.setStartDate("2020-06-10"));

  @AfterEach
  void close() {
    bench.close();
  }

  private void send(RawArticle article, String traceParent) {
    var headers = new RecordHeaders();
    TraceParent.put(headers, traceParent);
    headers.add("ce_id", new byte[] {'f'});
    byte[] key = article.getArticleId().getBytes(StandardCharsets.UTF_8);
    bench.send(key, Bench.bytes(article), headers, Pages.NOON.toEpochMilli());
  }

  private List<TestRecord<String, ?>> published() {
    return Stream.<List<? extends TestRecord<String, ?>>>of(
            bench.articleRecords, bench.eventRecords, bench.changeRecords)
        .flatMap(List::stream)
        .<TestRecord<String, ?>>map(r -> r)
        .toList();
  }

  private static String header(TestRecord<String, ?> record, String name) {
    return Bench.header(record, name);
  }

  @Test
  void aForeignTraceGoesOnToAllThatComesOfTheArticle() {
    send(page, FOREIGN);
    assertThat(published()).hasSize(3);
    assertThat(published()).extracting(r -> header(r, "traceparent")).containsOnly(FOREIGN);
  }

  @Test
  void aTraceThatIsNoneIsReplacedByTheCapturesOwn() {
    send(page, FOREIGN.replace("a3ce", "A3CE"));
    String own = TraceParent.of(page.getArticleId(), page.getFetchedAt());
    assertThat(published()).extracting(r -> header(r, "traceparent")).containsOnly(own);
  }

  @Test
  void theSameWorkDoneAnewGivesTheSameHeaders() {
    send(page, null);
    var first = published().stream().map(r -> r.headers()).toList();
    try (var again = new Bench()) {
      again.send(page);
      assertThat(again.eventRecords.get(0).headers())
          .isEqualTo(bench.eventRecords.get(0).headers());
      assertThat(again.changeRecords.get(0).headers()).isIn(first);
    }
  }

  @Test
  void everyRecordIsACloudEventOfItsOwn() {
    send(page, null);
    bench.send(Pages.gone(URL, 1));

    assertThat(published())
        .hasSize(6)
        .allSatisfy(
            r -> {
              assertThat(header(r, "ce_specversion")).isEqualTo("1.0");
              assertThat(header(r, "ce_subject")).isEqualTo(r.key());
              assertThat(header(r, "ce_time")).isEqualTo(Pages.NOON.toString());
              assertThat(r.headers().headers("ce_id")).hasSize(1);
              assertThat(header(r, "content-type"))
                  .isEqualTo(r.value() == null ? null : "application/avro");
            });
    assertThat(published())
        .extracting(r -> header(r, "ce_source") + " " + header(r, "ce_id"))
        .doesNotHaveDuplicates();
    assertThat(published())
        .extracting(r -> Objects.requireNonNull(header(r, "ce_type")))
        .containsExactly(
            "vn.hoinghi.article.conference",
            "vn.hoinghi.article.withdrawn",
            "vn.hoinghi.event.stands",
            "vn.hoinghi.event.ended",
            "vn.hoinghi.event.created",
            "vn.hoinghi.event.retracted");
  }
}
