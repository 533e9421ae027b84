package vn.hoinghi.sink.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the tables as a file. All of one moment, however long it takes, and with the memory of a
 * few hundred rows, however many there are: one read-only transaction, one cursor on the server.
 *
 * @param kind what a row is
 * @param where which rows
 * @param format how they are written; must hold the kind
 */
public record Export(Kind kind, Where where, Format format) {
  private static final int ROWS_AT_ONCE = 200;

  /** Told how far it is. */
  public interface Listener {
    void at(long done, long total);
  }

  /**
   * What came of it.
   *
   * @param written rows
   * @param leftOut rows that have no place in the format
   */
  public record Outcome(long written, long leftOut) {}

  /**
   * Writes all rows; the stream stays open.
   *
   * @param connection to the tables, with nothing done on it yet
   * @throws IOException where the stream takes no more
   */
  public Outcome write(Connection connection, OutputStream out, Listener listener)
      throws SQLException, IOException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL TIME ZONE 'UTC'");
      }
      Outcome outcome = rows(connection, out, listener);
      out.flush();
      return outcome;
    } finally {
      connection.rollback();
    }
  }

  private Outcome rows(Connection connection, OutputStream out, Listener listener)
      throws SQLException, IOException {
    List<Object> values = new ArrayList<>();
    String condition = where.sql(kind, values);
    String rows = "FROM %s WHERE %s".formatted(kind.from, condition);
    String count = "SELECT count(*), coalesce(max(e.record_time), now()) " + rows;
    String select = "SELECT %s %s ORDER BY %s".formatted(kind.columns(format), rows, kind.order);
    try (PreparedStatement counting = prepare(connection, count, values);
        ResultSet head = counting.executeQuery();
        PreparedStatement selecting = prepare(connection, select, values)) {
      head.next();
      long total = head.getLong(1);
      Instant changedAt = head.getObject(2, OffsetDateTime.class).toInstant();
      selecting.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet found = selecting.executeQuery()) {
        RowWriter writer = format.to(out);
        writer.begin(new Head(kind, where.toString(), names(found), total, changedAt));
        Outcome outcome = copy(found, writer, total, listener);
        writer.end();
        return outcome;
      }
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  private static List<String> names(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    var names = new ArrayList<String>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    return names;
  }

  private static Outcome copy(ResultSet rows, RowWriter writer, long total, Listener listener)
      throws SQLException, IOException {
    long written = 0;
    long leftOut = 0;
    while (rows.next()) {
      if (writer.write(Row.of(rows))) {
        written++;
      } else {
        leftOut++;
      }
      listener.at(written + leftOut, total);
    }
    return new Outcome(written, leftOut);
  }
}
