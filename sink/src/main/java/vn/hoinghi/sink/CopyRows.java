package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows that are not there yet. To bind each value, and to plan, parse and answer for each row, cost
 * more than the rows themselves; COPY takes them as one stream, and the server stores the first
 * while the last are still being written down here. Constraints, triggers and rights hold as they
 * do for INSERT, and so does what a fault means.
 */
final class CopyRows implements Rows {
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
  public Rows text(String value) {
    return untyped(StorableText.of(value));
  }

  @Override
  public Rows texts(List<String> values) {
    var array = new StringBuilder("{");
    for (String value : values) {
      array.append(array.length() > 1 ? "," : "");
      if (value == null) {
        array.append("NULL");
      } else {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        array.append('"').append(StorableText.of(escaped)).append('"');
      }
    }
    return untyped(array.append('}').toString());
  }

  @Override
  public Rows untyped(String value) {
    text.value();
    if (value == null) {
      text.nothing();
    } else {
      text.put(value);
    }
    return this;
  }

  @Override
  public Rows number(Integer value) {
    return untyped(value == null ? null : value.toString());
  }

  @Override
  public Rows big(Long value) {
    return untyped(value == null ? null : value.toString());
  }

  @Override
  public Rows truth(boolean value) {
    return untyped(value ? "t" : "f");
  }

  @Override
  public Rows day(LocalDate value) {
    return untyped(value == null ? null : date(value) + era(value));
  }

  @Override
  public Rows time(OffsetDateTime value) {
    if (value == null) {
      return untyped(null);
    }
    OffsetDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC);
    return untyped(date(utc) + ' ' + utc.toLocalTime() + "+00" + era(utc));
  }

  /** PostgreSQL knows no year 0 and no sign before a year. */
  private static String date(TemporalAccessor day) {
    String year = Integer.toString(day.get(ChronoField.YEAR_OF_ERA));
    int month = day.get(ChronoField.MONTH_OF_YEAR);
    int dayOfMonth = day.get(ChronoField.DAY_OF_MONTH);
    return "0".repeat(Math.max(0, 4 - year.length()))
        + year
        + (month < 10 ? "-0" : "-")
        + month
        + (dayOfMonth < 10 ? "-0" : "-")
        + dayOfMonth;
  }

  private static String era(TemporalAccessor day) {
    return day.get(ChronoField.YEAR) < 1 ? " BC" : "";
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
