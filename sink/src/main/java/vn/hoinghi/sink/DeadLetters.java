package vn.hoinghi.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.schemas.Reason;

/** Where records go that cannot be stored. */
interface DeadLetters extends AutoCloseable {
  /**
   * Keeps the record with its reason; returns when it is safe. A record sent twice, after a crash
   * in between, has the same input id.
   */
  void send(ConsumerRecord<byte[], byte[]> record, Reason reason, String message);

  @Override
  default void close() {}
}
