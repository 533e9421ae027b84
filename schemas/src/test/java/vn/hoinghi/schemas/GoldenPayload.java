package vn.hoinghi.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * An example of one released schema, twice: as JSON for people, and as the bytes that stand on the
 * topic, which no later build may read or write otherwise.
 */
record GoldenPayload(Path jsonFile, Path bytesFile, ContractPack.Version version) {
  private static final int HEADER = 1 + Integer.BYTES;

  static GoldenPayload of(ContractPack.Version version) {
    String name = version.file().replaceFirst("\\.avsc$", "");
    Path dir = PackFiles.DIR.resolve("examples");
    return new GoldenPayload(dir.resolve(name + ".json"), dir.resolve(name + ".bin"), version);
  }

  JsonNode json() {
    return PackFiles.json(jsonFile);
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(bytesFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes that this JSON is on the topic. */
  byte[] encode(JsonNode json) {
    Schema schema = version.schema();
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(version.id()).array());
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<>(schema).write(PlainJson.read(schema, json), encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  JsonNode decode(byte[] bytes) {
    Schema schema = version.schema();
    byte[] avro = Arrays.copyOfRange(bytes, HEADER, bytes.length);
    try {
      Object read =
          new GenericDatumReader<>(schema)
              .read(null, DecoderFactory.get().binaryDecoder(avro, null));
      return PlainJson.of(schema, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean says(JsonNode json) {
    try {
      return decode(bytes()).equals(json);
    } catch (RuntimeException e) {
      return false; // of a schema that was never released
    }
  }

  /**
   * Completes the JSON where the schema has fields that it lacks, and writes its bytes. Bytes that
   * say it already stay: an encoder that has changed is to be noticed.
   */
  void write() {
    JsonNode json =
        Sample.of(version.schema(), Files.exists(jsonFile) ? PackFiles.json(jsonFile) : null);
    PackFiles.write(jsonFile, PackFiles.text(json));
    if (Files.exists(bytesFile) && says(json)) {
      return;
    }
    try {
      Files.write(bytesFile, encode(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
