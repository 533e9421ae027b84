package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.ConferenceType;

/** What was written as JSON is read as it was. */
class JsonEventTest {
  @Test
  void anEventWithEveryFieldComesBackWhole() throws IOException {
    ConferenceEvent event = full();
    assertThat(event.getSupports().get(0).getCorrectionId()).isNotNull();
    assertThat(again(event)).isEqualTo(event);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    ConferenceEvent event =
        ConferenceEvent.newBuilder()
            .setEventId("0".repeat(32))
            .setRevision(3)
            .setRulesVersion("rules")
            .setAnchorArticleId("1".repeat(64))
            .setTitle("Hội nghị")
            .setType(ConferenceType.STUDY)
            .setSupports(List.of())
            .setSources(List.of())
            .setSourceCount(0)
            .setIndependentSources(0)
            .build();
    assertThat(again(event)).isEqualTo(event);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> JsonEvent.read("{")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytesAreThoseOfTheTreeAndTheHashIsOfTheCanonicalPart() throws Exception {
    ConferenceEvent event = full();
    event.setTitle("Hội nghị \uD83C\uDF89 \"mở rộng\"\t\u0000\\");
    EventJson json = EventJson.of(event);
    assertThat(new String(json.utf8(), StandardCharsets.UTF_8))
        .isEqualTo(ContractJson.event(event).toString())
        .contains("\uD83C\uDF89");
    assertThat(json.utf8()).as("made once").isSameAs(json.utf8());
    byte[] canonical = ContractJson.canonical(event).toString().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
    assertThat(json.canonicalHash()).isEqualTo(HexFormat.of().formatHex(digest));
    event.setRevision(event.getRevision() + 1);
    assertThat(EventJson.of(event).canonicalHash()).isEqualTo(json.canonicalHash());
  }

  private static ConferenceEvent again(ConferenceEvent event) {
    return JsonEvent.read(ContractJson.event(event).toString());
  }

  /** An event in which no field is empty. */
  private static ConferenceEvent full() throws IOException {
    Schema schema = ConferenceEvent.getClassSchema();
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<Object>(schema)
        .write(PlainJson.read(schema, Sample.of(schema, null)), encoder);
    encoder.flush();
    return new SpecificDatumReader<>(ConferenceEvent.class)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }
}
