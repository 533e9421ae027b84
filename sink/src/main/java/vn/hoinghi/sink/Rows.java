package vn.hoinghi.sink;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Rows for one table, each given value by value from left to right. How they go there is another
 * matter: new ones by COPY ({@link CopyRows}), those that may be there by a statement ({@link
 * RowBatch}).
 */
interface Rows extends AutoCloseable {
  Rows text(String value) throws SQLException;

  default Rows text(Enum<?> value) throws SQLException {
    return text(StorableText.of(value));
  }

  Rows texts(List<String> values) throws SQLException;

  /** What another type is read from by the server, such as JSON; its escapes are the caller's. */
  Rows untyped(String value) throws SQLException;

  Rows number(Integer value) throws SQLException;

  Rows big(Long value) throws SQLException;

  Rows truth(boolean value) throws SQLException;

  Rows day(LocalDate value) throws SQLException;

  Rows time(OffsetDateTime value) throws SQLException;

  default Rows time(Instant value) throws SQLException {
    return time(value == null ? null : value.atOffset(ZoneOffset.UTC));
  }

  Rows endRow() throws SQLException;

  /** All rows are there when this returns, or it tells what the server has against them. */
  void send() throws SQLException;

  @Override
  void close() throws SQLException;
}
