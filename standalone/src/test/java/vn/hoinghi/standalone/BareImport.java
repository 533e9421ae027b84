package vn.hoinghi.standalone;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least that an import of an archive can cost: the file is unfolded, and the bodies in it,
 * whose places are known beforehand, go to a topic as they are. No record is read, checked or
 * judged.
 */
final class BareImport {
  private static final int BUFFER = 64 * 1024;

  private BareImport() {}

  /** BOOTSTRAP-SERVERS TOPIC ARCHIVE INDEX. */
  @SuppressWarnings("FutureReturnValueIgnored") // flush waits, and the broker's topic is counted
  public static void main(String[] args) throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            args[0],
            "acks",
            "all",
            "compression.type",
            "lz4",
            "batch.size",
            512 * 1024,
            "linger.ms",
            20,
            "buffer.memory",
            64L * 1024 * 1024,
            "max.request.size",
            8 * 1024 * 1024);
    try (var producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        InputStream archive =
            new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(Path.of(args[2])), BUFFER), BUFFER);
        var index =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(args[3]))))) {
      for (int number = 0; ; number++) {
        archive.skipNBytes(index.readLong());
        byte[] body = archive.readNBytes(index.readInt());
        producer.send(new ProducerRecord<>(args[1], Integer.toHexString(number), body));
      }
    } catch (EOFException e) {
      // the end of the index; closing the producer has sent the rest
    }
  }
}
