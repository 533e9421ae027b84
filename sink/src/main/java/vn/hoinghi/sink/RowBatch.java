package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Rows of one statement, sent in few round trips. Every value goes as a parameter; a null carries
 * its column's type, since the driver joins only rows of equal types.
 */
final class RowBatch implements Rows {
  private final PreparedStatement statement;
  private int column;

  RowBatch(Connection connection, String sql) throws SQLException {
    statement = connection.prepareStatement(sql);
  }

  @Override
  public Rows text(String value) throws SQLException {
    statement.setString(++column, StorableText.of(value));
    return this;
  }

  @Override
  public Rows texts(List<String> values) throws SQLException {
    Object[] all = values.stream().map(StorableText::of).toArray();
    statement.setArray(++column, statement.getConnection().createArrayOf("text", all));
    return this;
  }

  @Override
  public Rows literal(String type, String value) throws SQLException {
    statement.setObject(++column, value, Types.OTHER);
    return this;
  }

  @Override
  public Rows number(Integer value) throws SQLException {
    if (value == null) {
      statement.setNull(++column, Types.INTEGER);
    } else {
      statement.setInt(++column, value);
    }
    return this;
  }

  @Override
  public Rows big(Long value) throws SQLException {
    if (value == null) {
      statement.setNull(++column, Types.BIGINT);
    } else {
      statement.setLong(++column, value);
    }
    return this;
  }

  @Override
  public Rows truth(boolean value) throws SQLException {
    statement.setBoolean(++column, value);
    return this;
  }

  @Override
  public Rows day(LocalDate value) throws SQLException {
    statement.setObject(++column, value, Types.DATE);
    return this;
  }

  @Override
  public Rows time(OffsetDateTime value) throws SQLException {
    statement.setObject(++column, value, Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  @Override
  public Rows endRow() throws SQLException {
    statement.addBatch();
    column = 0;
    return this;
  }

  @Override
  public void send() throws SQLException {
    statement.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
