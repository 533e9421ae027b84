package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("S05")
@Tag("P01")
@Tag("P04")
@Tag("P06")
@Tag("P07")
@Tag("P17")
class PostgresEventStoreIT extends EventStoreContract {
  private HikariDataSource database;

  @Override
  EventStore open() throws SQLException {
    SinkConfig.Delivery config = EmbeddedDatabase.empty();
    Database.prepare(config);
    database = Database.open(config);
    return new PostgresEventStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  void letTimePass(Duration time) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "UPDATE sink_position SET complete_at = now() - make_interval(secs => ?)")) {
      statement.setDouble(1, (double) time.toSeconds());
      statement.executeUpdate();
      connection.commit();
    }
  }

  @Override
  List<String> live() throws SQLException {
    return strings("SELECT event_id || '@' || revision FROM event ORDER BY event_id");
  }

  @Override
  List<String> redirects() throws SQLException {
    return strings("SELECT old_id || '>' || new_id FROM event_redirect ORDER BY old_id");
  }

  @Override
  List<String> revisions() throws SQLException {
    return strings(
        "SELECT event_id || '@' || revision || ' ' || cause FROM event_revision"
            + " ORDER BY event_id, revision");
  }

  private List<String> strings(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
