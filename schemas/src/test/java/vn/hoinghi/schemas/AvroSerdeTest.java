package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @Tag("S02")
  void everyCutOfARecordIsMalformed() {
    byte[] bytes = serde.serializer().serialize(TOPIC, raw(new byte[100]));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertReason(cut, Reason.AVRO_MALFORMED);
    }
    assertReason(Arrays.copyOf(bytes, bytes.length + 1), Reason.AVRO_MALFORMED);
  }

  @Test
  @Tag("S01")
  void anUnknownIdAndAnotherRecordsIdAreToldApart() {
    assertReason(new byte[] {0, 0, 0, 99, 99, 1, 2}, Reason.AVRO_UNKNOWN_SCHEMA);
    int other =
        ContractPack.committed().idOf(Topics.FETCH_OUTCOMES.name(), FetchOutcome.getClassSchema());
    assertReason(
        ByteBuffer.allocate(6).put((byte) 0).putInt(other).array(), Reason.AVRO_INCOMPATIBLE);
  }

  @Test
  @Tag("S01")
  @Tag("S02")
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
  @Tag("S02")
  void aLengthBeyondTheLimitIsALimitAndAllocatesNothing() {
    byte[] huge = {
      0, 0, 0, 0, 1, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 1, 2, 3
    };
    assertReason(huge, Reason.AVRO_LIMIT, Reason.AVRO_MALFORMED);
  }

  /** Numbers of Avro's own encoding, at the head of the first string and behind all of a record. */
  @ParameterizedTest
  @Tag("S02")
  @CsvSource({
    "'a string of -1 bytes', 01",
    "'a string of 2^31 bytes', 8080808010",
    "'a string of 2^62 bytes', 808080808080808080 01",
    "'a number of eleven bytes', ffffffffffffffffffffff01",
    "'a number that never ends', ffffffffffffffffffffffffffffffff"
  })
  void aNumberThatCannotBeEndsWithAReason(String name, String hex) {
    byte[] head = HexFormat.of().parseHex("0000000000" + hex.replace(" ", ""));
    ByteBuffer.wrap(head)
        .putInt(1, ContractPack.committed().idOf(TOPIC, RawArticle.getClassSchema()));
    assertReason(head, Reason.AVRO_LIMIT, Reason.AVRO_MALFORMED);
  }

  @Test
  @Tag("S02")
  void aMapOfMoreEntriesThanBytesAndAUnionBranchThatIsNoneEndWithAReason() {
    byte[] good = serde.serializer().serialize(TOPIC, raw(new byte[0]));
    // The record ends with null branches, an empty map and an empty body.
    byte[] many = Arrays.copyOf(good, good.length + 8);
    Arrays.fill(many, good.length - 2, many.length - 1, (byte) 0xfe);
    many[many.length - 1] = 0x7f;
    assertReason(many, Reason.AVRO_LIMIT, Reason.AVRO_MALFORMED);
    byte[] branch = good.clone();
    branch[branch.length - 3] = (byte) 0x63;
    assertReason(branch, Reason.AVRO_LIMIT, Reason.AVRO_MALFORMED);
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
