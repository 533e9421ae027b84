package vn.hoinghi.enrich;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Kafka Streams takes a topic that is gone for a broker that is slow, and tries for ever in
 * silence. A topic that results or dead letters belong in does not come back by waiting: the
 * application ends, with nothing committed of what it could not write. Public for Kafka Streams,
 * which makes it by name.
 */
public final class MissingTopicEndsAll implements ProductionExceptionHandler {
  private final ProductionExceptionHandler otherwise = new DefaultProductionExceptionHandler();

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception fault) {
    boolean missing =
        fault instanceof UnknownTopicOrPartitionException
            || fault.getCause() instanceof UnknownTopicOrPartitionException;
    return missing ? Response.fail() : otherwise.handleError(context, record, fault);
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // nothing to set
  }
}
