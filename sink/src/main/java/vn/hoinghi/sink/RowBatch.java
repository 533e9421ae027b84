package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Rows of one statement, bound from left to right and sent in few round trips. Every value goes as
 * a parameter; a null carries its column's type, since the driver joins only rows of equal types.
 */
final class RowBatch implements AutoCloseable {
  private final PreparedStatement statement;
  private int column;

  RowBatch(Connection connection, String sql) throws SQLException {
    statement = connection.prepareStatement(sql);
  }

  RowBatch text(String value) throws SQLException {
    statement.setString(++column, StorableText.of(value));
    return this;
  }

  RowBatch text(Enum<?> value) throws SQLException {
    statement.setString(++column, StorableText.of(value));
    return this;
  }

  RowBatch texts(List<String> values) throws SQLException {
    Object[] all = values.stream().map(StorableText::of).toArray();
    statement.setArray(++column, statement.getConnection().createArrayOf("text", all));
    return this;
  }

  /** What another type is read from by the server, such as JSON; its escapes are the caller's. */
  RowBatch untyped(String value) throws SQLException {
    statement.setObject(++column, value, Types.OTHER);
    return this;
  }

  RowBatch number(Integer value) throws SQLException {
    if (value == null) {
      statement.setNull(++column, Types.INTEGER);
    } else {
      statement.setInt(++column, value);
    }
    return this;
  }

  RowBatch big(Long value) throws SQLException {
    if (value == null) {
      statement.setNull(++column, Types.BIGINT);
    } else {
      statement.setLong(++column, value);
    }
    return this;
  }

  RowBatch truth(boolean value) throws SQLException {
    statement.setBoolean(++column, value);
    return this;
  }

  RowBatch day(LocalDate value) throws SQLException {
    statement.setObject(++column, value, Types.DATE);
    return this;
  }

  RowBatch time(OffsetDateTime value) throws SQLException {
    statement.setObject(++column, value, Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  RowBatch time(Instant value) throws SQLException {
    return time(value == null ? null : value.atOffset(ZoneOffset.UTC));
  }

  RowBatch endRow() throws SQLException {
    statement.addBatch();
    column = 0;
    return this;
  }

  void send() throws SQLException {
    statement.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
