package vn.hoinghi.standalone.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import vn.hoinghi.schemas.AvroSerde;
import vn.hoinghi.schemas.ContractPack;
import vn.hoinghi.schemas.Topic;

/**
 * The newest value of every key of a compacted topic. A batch of any size must fit, so values lie
 * in a file and memory holds only where each begins.
 */
public final class LatestValues<T extends SpecificRecord> implements AutoCloseable {
  private record Place(long start, int length) {}

  private final String topic;
  private final Deserializer<T> reader;
  private final Path path;
  private final FileChannel file;
  private final TreeMap<String, Place> places = new TreeMap<>();
  private long end;

  private LatestValues(Topic<T> topic, Path path) throws IOException {
    this.topic = topic.name();
    this.reader = AvroSerde.of(topic.value(), ContractPack.committed()).deserializer();
    this.path = path;
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  /** Reads the topic up to the end that it has now; the file lies in {@code scratch}. */
  public static <T extends SpecificRecord> LatestValues<T> read(
      TopicReader topics, Topic<T> topic, Path scratch) {
    return read(topics, topic, scratch, record -> {});
  }

  /**
   * The same, for someone who wants to see the records that pass.
   *
   * @param passing gets each record, those without a value too
   */
  public static <T extends SpecificRecord> LatestValues<T> read(
      TopicReader topics,
      Topic<T> topic,
      Path scratch,
      Consumer<ConsumerRecord<byte[], byte[]>> passing) {
    try {
      Files.createDirectories(scratch);
      var values = new LatestValues<>(topic, scratch.resolve(topic.name()));
      Consumer<ConsumerRecord<byte[], byte[]>> keep = values::keep;
      topics.all(topic.name(), keep.andThen(passing));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the values of " + topic.name(), e);
    }
  }

  /** Keys that have a value, in order. */
  public SortedSet<String> keys() {
    return Collections.unmodifiableSortedSet(places.navigableKeySet());
  }

  /** The newest value of a key; empty where there is none or it was retracted. */
  public Optional<T> get(String key) {
    return Optional.ofNullable(places.get(key)).map(this::read);
  }

  @Override
  public void close() {
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      places.remove(key);
      return;
    }
    try {
      places.put(key, new Place(end, record.value().length));
      var bytes = ByteBuffer.wrap(record.value());
      while (bytes.hasRemaining()) {
        end += file.write(bytes, end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  /** The same as it stood on the topic; the key must have a value. */
  public byte[] bytes(String key) {
    return bytes(places.get(key));
  }

  private T read(Place place) {
    return reader.deserialize(topic, bytes(place));
  }

  private byte[] bytes(Place place) {
    var bytes = ByteBuffer.allocate(place.length());
    try {
      while (bytes.hasRemaining() && file.read(bytes, place.start() + bytes.position()) >= 0) {
        // a read may be short
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    return bytes.array();
  }
}
