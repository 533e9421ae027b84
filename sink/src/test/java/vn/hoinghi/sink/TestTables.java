package vn.hoinghi.sink;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Tables of this version in a database of their own. */
final class TestTables implements AutoCloseable {
  final SinkConfig.Delivery config;
  final HikariDataSource database;

  TestTables() throws SQLException {
    config = EmbeddedDatabase.empty();
    Database.prepare(config);
    database = Database.open(config);
  }

  /** Rows of a query, columns joined by " | ". */
  List<String> rows(String sql) throws SQLException {
    return rows(database, sql);
  }

  static List<String> rows(DataSource database, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          row.add(rows.getString(i));
        }
        found.add(String.join(" | ", row));
      }
    }
    return found;
  }

  void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    }
  }

  String dump() throws Exception {
    var text = new StringBuilder();
    CanonicalDump.write(database, text);
    return text.toString();
  }

  @Override
  public void close() {
    database.close();
  }
}
