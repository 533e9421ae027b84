package vn.hoinghi.sink;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import vn.hoinghi.schemas.Reason;

/** Dead letters in a list, as "reason@offset". */
final class MemoryDeadLetters implements DeadLetters {
  final List<String> letters = new ArrayList<>();

  /** Set to have the next calls fail as brokers that do not answer. */
  int failures;

  @Override
  public void send(ConsumerRecord<byte[], byte[]> record, Reason reason, String message) {
    if (failures > 0) {
      failures--;
      throw new TimeoutException("no answer");
    }
    letters.add(reason + "@" + record.offset());
  }
}
