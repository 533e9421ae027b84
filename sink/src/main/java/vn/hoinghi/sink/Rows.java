package vn.hoinghi.sink;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Rows for one table, each given value by value from left to right. How they go there is another
 * matter: many new ones by COPY ({@link CopyRows}), many that are there already by one statement
 * ({@link ArrayRows}), a few by a statement for each ({@link RowBatch}).
 */
interface Rows extends AutoCloseable {
  Rows text(String value) throws SQLException;

  default Rows text(Enum<?> value) throws SQLException {
    return text(StorableText.of(value));
  }

  Rows texts(List<String> values) throws SQLException;

  /** What the server reads another type from; its escapes are the caller's. */
  Rows literal(String type, String value) throws SQLException;

  /** JSON in UTF-8, without U+0000. */
  default Rows json(byte[] utf8) throws SQLException {
    return literal("json", utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8));
  }

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
