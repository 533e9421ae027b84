package vn.hoinghi.sink;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Rows whose values go to the server as the text that it reads them from. */
abstract class TextRows implements Rows {
  @Override
  public Rows text(String value) throws SQLException {
    return literal("text", StorableText.of(value));
  }

  @Override
  public Rows texts(List<String> values) throws SQLException {
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
    return literal("text[]", array.append('}').toString());
  }

  @Override
  public Rows number(Integer value) throws SQLException {
    return literal("int4", value == null ? null : value.toString());
  }

  @Override
  public Rows big(Long value) throws SQLException {
    return literal("int8", value == null ? null : value.toString());
  }

  @Override
  public Rows truth(boolean value) throws SQLException {
    return literal("bool", value ? "t" : "f");
  }

  @Override
  public Rows day(LocalDate value) throws SQLException {
    return literal("date", value == null ? null : date(value) + era(value));
  }

  @Override
  public Rows time(OffsetDateTime value) throws SQLException {
    if (value == null) {
      return literal("timestamptz", null);
    }
    OffsetDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC);
    return literal("timestamptz", date(utc) + ' ' + utc.toLocalTime() + "+00" + era(utc));
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
}
