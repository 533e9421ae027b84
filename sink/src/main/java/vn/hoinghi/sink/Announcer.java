package vn.hoinghi.sink;

import java.util.List;

/** Who tells the world what stands in the tables. */
interface Announcer extends AutoCloseable {
  /** Of tables that nobody was promised. */
  Announcer NOBODY =
      new Announcer() {
        @Override
        public void tell(List<Confirmation> confirmations) {
          // nobody asked
        }

        @Override
        public void close() {
          // holds nothing
        }
      };

  /**
   * Tells it, in this order within an event.
   *
   * @throws org.apache.kafka.common.KafkaException where it is not certain that all of it was heard
   */
  void tell(List<Confirmation> confirmations);

  @Override
  void close();
}
