package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed example of every schema ever released, against the readers of this build. */
class GoldenPayloadTest {
  private static final ContractPack PACK = ContractPack.committed();

  static List<ContractPack.Version> released() {
    return PACK.versions();
  }

  static Stream<Topic<?>> topics() {
    return Topics.all().stream().filter(t -> !PackFiles.isDeadLetters(t)).map(t -> t);
  }

  @ParameterizedTest
  @MethodSource("released")
  void bytesAndJsonOfAnExampleSayTheSameToAnyReader(ContractPack.Version version) {
    GoldenPayload golden = GoldenPayload.of(version);

    assertThat(golden.decode(golden.bytes())).isEqualTo(golden.json());
    assertThat(golden.encode(golden.json())).isEqualTo(golden.bytes());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void thePresentReaderReadsTheExampleOfEveryVersion(Topic<?> topic) {
    var serde = AvroSerde.of(topic.value(), PACK);
    for (ContractPack.Version version : PackFiles.history(PACK, topic)) {
      byte[] golden = GoldenPayload.of(version).bytes();

      assertThat(serde.deserializer().deserialize(topic.name(), golden))
          .as("version %d", version.version())
          .isInstanceOf(topic.value());
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void theNewestExampleIsWrittenAgainByteForByte(Topic<?> topic) {
    assertThat(rewritten(topic)).isEqualTo(golden(topic));
  }

  @Test
  void oneByteMoreOrLessIsNoExampleAnyMore() {
    byte[] golden = golden(Topics.EVENTS);
    byte[] longer = java.util.Arrays.copyOf(golden, golden.length + 1);
    var reader = AvroSerde.of(Topics.EVENTS.value(), PACK).deserializer();

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> reader.deserialize(Topics.EVENTS.name(), longer))
        .isInstanceOf(BadRecordException.class);
  }

  private static byte[] golden(Topic<?> topic) {
    return GoldenPayload.of(PackFiles.newest(PACK, topic).orElseThrow()).bytes();
  }

  private static <T extends SpecificRecord> byte[] rewritten(Topic<T> topic) {
    AvroSerde<T> serde = AvroSerde.of(topic.value(), PACK);
    T read = serde.deserializer().deserialize(topic.name(), golden(topic));
    return serde.serializer().serialize(topic.name(), read);
  }
}
