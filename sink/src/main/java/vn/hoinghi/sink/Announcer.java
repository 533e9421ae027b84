package vn.hoinghi.sink;

import java.util.List;

/** Who tells the world what stands in the tables. */
interface Announcer extends AutoCloseable {
  /**
   * Tells it, in this order within an event.
   *
   * @throws org.apache.kafka.common.KafkaException where it is not certain that all of it was heard
   */
  void tell(List<Confirmation> confirmations);

  @Override
  void close();
}
