package vn.hoinghi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchKind;
import vn.hoinghi.avro.FetchState;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topics;
import vn.hoinghi.schemas.TraceParent;
import vn.hoinghi.schemas.TrustedRecords;

class VisitRecordsTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final String LONGEST = "https://bao.example/" + "a".repeat(2_028);

  static {
    TrustedRecords.trust();
  }

  @Test
  @Tag("C42")
  void theLargestArticleThatLimitsAdmitFitsItsTopicUncompressed() {
    byte[] body = new byte[FetchLimits.defaults().maxBytes()];
    new Random(1).nextBytes(body);
    var headers = new HashMap<String, String>();
    for (int i = 0; i < 6; i++) {
      headers.put("header-" + i, "ộ".repeat(1_024));
    }
    RawArticle largest =
        RawArticle.newBuilder()
            .setArticleId("0".repeat(64))
            .setUrl(LONGEST)
            .setOutlet("bao.example")
            .setFetchedAt(AT)
            .setIngestedAt(AT)
            .setMediaType("application/xhtml+xml")
            .setCharset("utf-8")
            .setHeaders(headers)
            .setBody(ByteBuffer.wrap(body))
            .build();
    FetchState state = FetchStates.unvisited("bao.example", url(), FetchKind.ARTICLE, AT);
    state.setEtag("x".repeat(512));
    state.setLastModified("x".repeat(512));
    state.setFoundOn(LONGEST);

    List<ProducerRecord<String, byte[]>> records =
        new VisitRecords(0, 4, ContractPack.committed())
            .of(new Visited(List.of(), largest, null, List.of(state), List.of()));

    assertThat(records).hasSize(2);
    assertThat(TraceParent.in(records.get(0).headers()))
        .as("the trace of all that comes of the capture")
        .isEqualTo(TraceParent.of(largest.getArticleId(), AT));
    assertThat(records.get(0).value().length)
        .isGreaterThan(body.length)
        .isLessThan(Topics.RAW.maxMessageBytes() - 64 * 1024);
    assertThat(records.get(1).value().length).isLessThan(Topics.FETCH_STATE.maxMessageBytes() / 10);
  }

  private static CanonicalUrl url() {
    try {
      return CanonicalUrl.of(LONGEST);
    } catch (Refused e) {
      throw new IllegalArgumentException(e);
    }
  }
}
