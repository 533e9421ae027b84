package vn.hoinghi.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoinghi.avro.FetchOutcome;
import vn.hoinghi.avro.RawArticle;
import vn.hoinghi.avro.RawStatus;

/** Records of writers that are older or newer than this reader. */
class SchemaMatrixTest {
  private static final String URL = "https://bao.example/1";
  private static final String NOW = RawArticle.getClassSchema().toString();

  /** What a writer's schema may be, made of ours by changing its text. */
  static Stream<Arguments> readable() {
    return Stream.of(
        writer("ours", schema -> schema),
        writer(
            "a newer one with a field more",
            schema -> schema.replace("\"fields\":[", "\"fields\":[" + field("\"string\"") + ",")),
        writer(
            "an older one without a field that has a default",
            schema -> schema.replaceFirst("\\{\"name\":\"inputId\",.*?\"default\":null\\},", "")),
        writer(
            "a newer one with another order of a union",
            schema ->
                schema.replaceFirst(
                    "(\"name\":\"httpStatus\",\"type\":)\\[\"null\",\"int\"\\](.*?),\"default\":null",
                    "$1[\"int\",\"null\"]$2,\"default\":0")),
        writer(
            "a newer one with a status that we do not know",
            schema ->
                schema.replace("[\"FETCHED\",\"GONE\"]", "[\"SEALED\",\"FETCHED\",\"GONE\"]")),
        writer(
            "a newer one with another default",
            schema ->
                schema.replaceFirst(
                    "(\"name\":\"status\".*?)\"default\":\"FETCHED\"\\}",
                    "$1\"default\":\"GONE\"}")));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        writer(
            "one without a field that we need",
            schema ->
                schema.replaceFirst(
                    "\\{\"name\":\"outlet\",\"type\":\\{.*?\\},\"doc\":\".*?\"\\},", "")),
        writer(
            "one that calls a field by another name",
            schema -> schema.replace("\"name\":\"outlet\"", "\"name\":\"host\"")),
        writer(
            "one where a time is text",
            schema ->
                schema.replaceFirst("(\"name\":\"fetchedAt\",\"type\":)\\{.*?\\}", "$1\"string\"")),
        writer(
            "one of another name",
            schema -> schema.replaceFirst("\"name\":\"RawArticle\"", "\"name\":\"Order\"")),
        writer(
            "one of another kind of record", schema -> FetchOutcome.getClassSchema().toString()));
  }

  @ParameterizedTest
  @MethodSource("readable")
  @Tag("S03")
  void aCompatibleWriterIsRead(Schema writer) throws IOException {
    RawArticle read = read(writer, bytes(writer));
    assertThat(read.getUrl()).isEqualTo(URL);
    assertThat(read.getStatus()).isEqualTo(RawStatus.GONE);
    assertThat(read.getBody()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  @Tag("S03")
  void anIncompatibleWriterIsRefusedBeforeItsBytesAreLookedAt(Schema writer) {
    assertThatThrownBy(() -> read(writer, new byte[] {0, 0, 0, 0, 7, 1, 2, 3}))
        .isInstanceOfSatisfying(
            BadRecordException.class,
            fault -> assertThat(fault.reason()).isEqualTo(Reason.AVRO_INCOMPATIBLE));
  }

  @Test
  @Tag("S04")
  void aSchemaThatNamesClassesLoadsNone() {
    Schema hostile =
        new Schema.Parser()
            .parse(
                NOW.replace(
                    "{\"type\":\"map\",",
                    "{\"type\":\"map\",\"java-class\":\"javax.swing.JEditorPane\","
                        + "\"java-key-class\":\"javax.swing.JEditorPane\","));
    assertThat(hostile.toString()).contains("JEditorPane");
    assertThat(readOrReason(hostile)).isIn(URL, Reason.AVRO_MALFORMED, Reason.AVRO_INCOMPATIBLE);
  }

  @Test
  @Tag("S04")
  void textThatIsASchemaIsNeverParsedFromARecord() {
    byte[] bytes = ("\0\0\0\0\7" + NOW).getBytes(StandardCharsets.ISO_8859_1);
    SchemaIds nobody = new OneSchema(null);
    var serde = AvroSerde.of(RawArticle.class, nobody).deserializer();
    assertThatThrownBy(() -> serde.deserialize(Topics.RAW.name(), bytes))
        .isInstanceOfSatisfying(
            BadRecordException.class,
            fault -> assertThat(fault.reason()).isEqualTo(Reason.AVRO_UNKNOWN_SCHEMA));
  }

  private static Object readOrReason(Schema writer) {
    try {
      return read(writer, bytes(writer)).getUrl();
    } catch (BadRecordException e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Arguments writer(String name, UnaryOperator<String> change) {
    String changed = change.apply(NOW);
    boolean same = changed.equals(NOW);
    assertThat(same).as(name).isEqualTo(name.equals("ours"));
    return Arguments.of(Named.of(name, new Schema.Parser().parse(changed)));
  }

  private static String field(String type) {
    return "{\"name\":\"added\",\"type\":" + type + "}";
  }

  /** A withdrawal as that writer writes it. */
  private static byte[] bytes(Schema writer) throws IOException {
    GenericRecord record = new GenericData.Record(writer);
    for (Schema.Field field : writer.getFields()) {
      switch (field.name()) {
        case "articleId", "url", "outlet", "added" -> record.put(field.name(), URL);
        case "fetchedAt", "ingestedAt" -> record.put(field.name(), 1_000L);
        case "status", "origin" -> {
          String symbol = field.name().equals("status") ? "GONE" : "WEB";
          record.put(field.name(), new GenericData.EnumSymbol(field.schema(), symbol));
        }
        case "headers" -> record.put(field.name(), java.util.Map.of());
        case "body" -> record.put(field.name(), ByteBuffer.wrap(new byte[] {1, 2, 3}));
        default -> record.put(field.name(), null);
      }
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0, 0, 0, 0, 7});
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(writer).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static RawArticle read(Schema writer, byte[] bytes) {
    return AvroSerde.of(RawArticle.class, new OneSchema(writer))
        .deserializer()
        .deserialize(Topics.RAW.name(), bytes);
  }

  /** Knows one schema under every id, or none. */
  private record OneSchema(Schema schema) implements SchemaIds {
    @Override
    public int idOf(String topic, Schema wanted) {
      return 7;
    }

    @Override
    public Schema schemaOf(int id) {
      if (schema == null) {
        throw new BadRecordException(Reason.AVRO_UNKNOWN_SCHEMA, "nobody knows schema " + id);
      }
      return schema;
    }
  }
}
