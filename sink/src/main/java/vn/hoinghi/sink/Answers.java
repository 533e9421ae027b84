package vn.hoinghi.sink;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What brokers answer to a send. */
final class Answers {
  private Answers() {}

  /** Waits for it; a refusal or time-out is thrown as the client's own exception. */
  static void await(Future<?> answer) {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
