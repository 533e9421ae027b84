package vn.hoinghi.sink.export;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row by the names of its columns, in their order. Values are text, {@link Long}, {@link
 * Boolean}, {@link Instant}, lists of text, or null.
 */
record Row(Map<String, Object> values) {
  static Row of(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    var values = new LinkedHashMap<String, Object>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i), value(row, i, columns.getColumnType(i)));
    }
    return new Row(values);
  }

  private static Object value(ResultSet row, int column, int type) throws SQLException {
    switch (type) {
      case Types.INTEGER, Types.BIGINT -> {
        long number = row.getLong(column);
        return row.wasNull() ? null : (Object) number;
      }
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
      }
      case Types.ARRAY -> {
        Array array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
      }
      default -> {
        return row.getString(column);
      }
    }
  }

  /** A text; null where there is none. */
  String text(String name) {
    Object value = values.get(name);
    return value == null ? null : value.toString();
  }

  /** A list of texts; empty where there is none. */
  @SuppressWarnings("unchecked")
  List<String> texts(String name) {
    Object value = values.get(name);
    return value == null ? List.of() : (List<String>) value;
  }

  Instant time(String name) {
    return (Instant) values.get(name);
  }
}
