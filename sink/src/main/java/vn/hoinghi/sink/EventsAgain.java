package vn.hoinghi.sink;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.postgresql.ds.PGSimpleDataSource;
import vn.hoinghi.schemas.BadRecordException;
import vn.hoinghi.schemas.SchemaIds;
import vn.hoinghi.schemas.Topics;

/**
 * Records that a sink had laid aside, tried again beside a sink that runs: it waits at the locked
 * positions, so what was compared is what is written over.
 */
public final class EventsAgain {
  private final SinkConfig.Delivery database;
  private final EventRecordReader reader;

  /** Opens nothing yet. */
  public EventsAgain(SinkConfig.Delivery database, SchemaIds ids) {
    this.database = database;
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
      new PostgresEventStore(connections())
          .again(Topics.EVENTS.name(), List.of(reader.read(record)));
      return null;
    } catch (BadRecordException e) {
      return e.reason() + " " + e.getMessage();
    } catch (StoreException.Refused e) {
      return e.reason() + " " + e.getMessage();
    } catch (StoreException e) {
      throw new SinkException("the database is away: " + e.getMessage(), e);
    }
  }

  private PGSimpleDataSource connections() {
    var source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }
}
