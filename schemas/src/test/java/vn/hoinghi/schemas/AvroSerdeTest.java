package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.RawArticle;

class AvroSerdeTest {
  private static final String TOPIC = Topics.RAW.name();
  private final AvroSerde<RawArticle> serde =
      AvroSerde.of(RawArticle.class, ContractPack.committed());

  @Test
  void aRecordComesBackAsItWasAndCarriesItsSchemaIdBigEndian() {
    RawArticle raw = raw("Hội nghị".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    byte[] bytes = serde.serializer().serialize(TOPIC, raw);

    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(raw);
    assertThat(bytes[0]).isZero();
    int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
    assertThat(ContractPack.committed().schemaOf(id)).isEqualTo(RawArticle.getClassSchema());
  }

  @Test
  void aNullValueStaysNull() {
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void everyCutOfARecordIsMalformed() {
    byte[] bytes = serde.serializer().serialize(TOPIC, raw(new byte[100]));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertReason(cut, Reason.AVRO_MALFORMED);
    }
    assertReason(Arrays.copyOf(bytes, bytes.length + 1), Reason.AVRO_MALFORMED);
  }

  @Test
  void anUnknownIdAndAnotherRecordsIdAreToldApart() {
    assertReason(new byte[] {0, 0, 0, 99, 99, 1, 2}, Reason.AVRO_UNKNOWN_SCHEMA);
    int other =
        ContractPack.committed().idOf(Topics.FETCH_OUTCOMES.name(), FetchOutcome.getClassSchema());
    assertReason(
        ByteBuffer.allocate(6).put((byte) 0).putInt(other).array(), Reason.AVRO_INCOMPATIBLE);
  }

  @Test
  void randomBytesAlwaysEndWithAReason() {
    Random random = new Random(7);
    byte[] good = serde.serializer().serialize(TOPIC, raw(new byte[300]));
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        bad[5 + random.nextInt(bad.length - 5)] = (byte) random.nextInt();
      }
      try {
        serde.deserializer().deserialize(TOPIC, bad);
      } catch (BadRecordException e) {
        assertThat(e.reason()).isIn(Reason.AVRO_MALFORMED, Reason.AVRO_LIMIT);
      }
    }
  }

  @Test
  void aLengthBeyondTheLimitIsALimitAndAllocatesNothing() {
    byte[] huge = {
      0, 0, 0, 0, 1, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 1, 2, 3
    };
    assertReason(huge, Reason.AVRO_LIMIT, Reason.AVRO_MALFORMED);
  }

  private void assertReason(byte[] bytes, Reason... allowed) {
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
        .isInstanceOfSatisfying(
            BadRecordException.class, e -> assertThat(e.reason()).isIn((Object[]) allowed));
  }

  private static RawArticle raw(byte[] body) {
    return RawArticle.newBuilder()
        .setArticleId(ContentIds.articleId("http://bao.example/1"))
        .setUrl("http://bao.example/1")
        .setOutlet("bao.example")
        .setFetchedAt(Instant.ofEpochSecond(1_600_000_000))
        .setIngestedAt(Instant.ofEpochSecond(1_600_000_001))
        .setBody(ByteBuffer.wrap(body))
        .build();
  }
}
