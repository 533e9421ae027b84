package vn.hoinghi.sink;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.schemas.BadRecordException;

/** Records on their way to what they say, while whoever asked does something else. */
final class Decoding {
  /** What a record is found to be: a change, or what is wrong with its bytes. */
  record Decoded(ConsumerRecord<byte[], byte[]> record, Change change, BadRecordException fault) {}

  private final CompletableFuture<List<Decoded>> found;

  private Decoding(CompletableFuture<List<Decoded>> found) {
    this.found = found;
  }

  /**
   * Begins, by as many threads as there are processors.
   *
   * @param reader throws {@link BadRecordException} for bytes that are no change
   */
  static Decoding of(
      List<ConsumerRecord<byte[], byte[]>> records,
      Function<ConsumerRecord<byte[], byte[]>, Change> reader) {
    return new Decoding(
        CompletableFuture.supplyAsync(
            () -> records.parallelStream().map(record -> decode(record, reader)).toList()));
  }

  private static Decoded decode(
      ConsumerRecord<byte[], byte[]> record,
      Function<ConsumerRecord<byte[], byte[]>, Change> reader) {
    try {
      return new Decoded(record, reader.apply(record), null);
    } catch (BadRecordException e) {
      return new Decoded(record, null, e);
    }
  }

  /** Waits for all of them, in the order of the records. */
  List<Decoded> await() {
    try {
      return found.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw e;
    }
  }
}
