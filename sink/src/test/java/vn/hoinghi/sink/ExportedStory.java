package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import vn.hoinghi.avro.ConferenceEvent;

/** Tables to export from. */
public final class ExportedStory implements AutoCloseable {
  private final TestTables tables;

  private ExportedStory(EventLog log) throws SQLException {
    tables = new TestTables();
    new GroupMember(new PostgresEventStore(tables.database), log).assign(0).steps(1);
  }

  /** The events of docs/queries.md. */
  public static ExportedStory told() throws SQLException {
    return new ExportedStory(Story.log());
  }

  /** These events alone. */
  public static ExportedStory of(ConferenceEvent... events) throws SQLException {
    var log = new EventLog(0);
    for (ConferenceEvent event : events) {
      log.live(event);
    }
    return new ExportedStory(log);
  }

  /** An event to change at will. */
  public static ConferenceEvent event(int number) {
    return Events.event(number, 1);
  }

  public Connection connect() throws SQLException {
    return tables.database.getConnection();
  }

  @Override
  public void close() {
    tables.close();
  }
}
