package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Records that a sink had laid aside, tried again beside a sink that runs: it waits at the locked
 * positions, so what was compared is what is written over.
 */
public final class EventsAgain implements AutoCloseable {
  private final HikariDataSource database;
  private final EventRecordReader reader;

  /** Connects when it is needed. */
  public EventsAgain(SinkConfig.Delivery database, SchemaIds ids) {
    this.database = Database.open(database);
    this.reader = new EventRecordReader(ids);
  }

  /**
   * Stores what the record asks for, unless something newer is stored.
   *
   * @return null where that is done, else why it is refused again
   * @throws SinkException where the database is away
   */
  public String store(ConsumerRecord<byte[], byte[]> record) {
    try {
      new PostgresEventStore(database).again(Topics.EVENTS.name(), List.of(reader.read(record)));
      return null;
    } catch (BadRecordException e) {
      return e.reason() + " " + e.getMessage();
    } catch (StoreException.Refused e) {
      return e.reason() + " " + e.getMessage();
    } catch (StoreException e) {
      throw new SinkException("the database is away: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
