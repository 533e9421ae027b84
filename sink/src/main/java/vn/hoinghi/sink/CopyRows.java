package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows that are not there yet. To bind each value, and to plan, parse and answer for each row, cost
 * more than the rows themselves; COPY takes them as one stream, and the server stores the first
 * while the last are still being written down here. Constraints, triggers and rights hold as they
 * do for INSERT, and so does what a fault means.
 */
final class CopyRows extends TextRows {
  private static final int CHUNK = 1 << 15;

  private final Connection connection;
  private final String table;
  private final CopyText text = new CopyText();
  private CopyIn stream;

  /**
   * @param table with its columns in parentheses
   */
  CopyRows(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  @Override
  public Rows literal(String type, String value) {
    text.value();
    if (value == null) {
      text.nothing();
    } else {
      text.put(value);
    }
    return this;
  }

  @Override
  public Rows json(byte[] utf8) {
    text.value();
    if (utf8 == null) {
      text.nothing();
    } else {
      text.put(utf8);
    }
    return this;
  }

  @Override
  public Rows endRow() throws SQLException {
    text.endRow();
    if (text.length() >= CHUNK) {
      write();
    }
    return this;
  }

  private void write() throws SQLException {
    if (stream == null) {
      String sql = "COPY " + table + " FROM STDIN";
      stream = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }
    stream.writeToCopy(text.bytes(), 0, text.length());
    text.clear();
  }

  @Override
  public void send() throws SQLException {
    if (text.length() > 0) {
      write();
    }
    if (stream != null) {
      stream.endCopy();
    }
  }

  @Override
  public void close() throws SQLException {
    if (stream != null && stream.isActive()) {
      stream.cancelCopy();
    }
  }
}
