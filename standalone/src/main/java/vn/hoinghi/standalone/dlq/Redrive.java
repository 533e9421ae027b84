package vn.hoinghi.standalone.dlq;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.hoinghi.service.KafkaConfig;
import vn.hoinghi.standalone.terminal.PipelineException;
import vn.hoinghi.standalone.topics.TopicReader;

/**
 * Sends dead letters to where they came from. What is sent and the note that the letter is settled
 * are one transaction, under one name for each topic: two who do it at once, or one who was killed
 * and comes again, send nothing twice.
 */
public final class Redrive implements Resending {
  /** Of a record that was sent again: which letter it was. */
  public static final String HEADER = "hoinghi-redriven";

  private static final int BATCH = 50;

  private final Box box;
  private final KafkaProducer<byte[], byte[]> producer;
  private boolean open;

  private Redrive(Box box, KafkaProducer<byte[], byte[]> producer) {
    this.box = box;
    this.producer = producer;
  }

  /** Ends what another one has begun in this topic; its letters are to be read after this. */
  static Redrive open(KafkaConfig kafka, Box box) {
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    settings.put("transactional.id", "hoinghi-redrive-" + box.words());
    settings.put("compression.type", "gzip");
    settings.put("max.request.size", box.topic().deadLetters().maxMessageBytes());
    var bytes = new ByteArraySerializer();
    var producer = new KafkaProducer<>(settings, bytes, bytes);
    try {
      producer.initTransactions();
      return new Redrive(box, producer);
    } catch (KafkaException e) {
      producer.close();
      throw new PipelineException("dead letters cannot be sent again: " + e.getMessage(), e);
    }
  }

  /** Sends the letters and settles them; those of equal content once. */
  @Override
  public int send(TopicReader topics, List<Letter> letters, Consumer<String> told) {
    var wanted = new HashMap<Letter.Place, Letter>();
    letters.forEach(letter -> wanted.put(letter.place(), letter));
    var contents = new HashSet<String>();
    int[] sent = {0};
    topics.all(
        box.letters(),
        record -> {
          Letter letter = wanted.get(new Letter.Place(box, record.partition(), record.offset()));
          if (letter != null) {
            if (sent[0]++ % BATCH == 0) {
              next();
            }
            if (contents.add(letter.content())) {
              again(record, letter);
            }
            note(record, letter);
          }
        });
    commit();
    return sent[0];
  }

  /** Notes that a letter came to its end in another way. */
  void settle(ConsumerRecord<byte[], byte[]> record, Letter letter) {
    next();
    note(record, letter);
    commit();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where a send did
  private void again(ConsumerRecord<byte[], byte[]> record, Letter letter) {
    var headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().startsWith("x-dlq-") && !header.key().equals(HEADER)) {
        headers.add(header);
      }
    }
    headers.add(HEADER, bytes(letter.place().toString()));
    Integer partition = record.key() == null ? (Integer) record.partition() : null;
    producer.send(
        new ProducerRecord<>(box.topic().name(), partition, record.key(), record.value(), headers));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where a send did
  private void note(ConsumerRecord<byte[], byte[]> record, Letter letter) {
    var settled = new RecordHeaders();
    settled.add(Letter.SETTLED, bytes(letter.place().toString()));
    producer.send(
        new ProducerRecord<>(box.letters(), record.partition(), record.key(), null, settled));
  }

  private void next() {
    commit();
    producer.beginTransaction();
    open = true;
  }

  private void commit() {
    if (open) {
      open = false;
      producer.commitTransaction();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
