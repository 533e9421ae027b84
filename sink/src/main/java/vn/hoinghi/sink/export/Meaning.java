package vn.hoinghi.sink.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import vn.hoinghi.sink.StorableText;

/** What a field is in SQL, and which values it takes. */
final class Meaning {
  private final String sql;
  private final String mark;
  private final boolean ordered;
  private final BiFunction<String, String, Object> reading;

  private Meaning(String sql, boolean ordered, BiFunction<String, String, Object> reading) {
    this(sql, "?", ordered, reading);
  }

  private Meaning(
      String sql, String mark, boolean ordered, BiFunction<String, String, Object> reading) {
    this.sql = sql;
    this.mark = mark;
    this.ordered = ordered;
    this.reading = reading;
  }

  /** A condition on a text. */
  static Meaning text(String sql) {
    return new Meaning(sql, false, (name, value) -> value);
  }

  /** A condition on a person's name, however it is typed. */
  static Meaning name(String sql) {
    return new Meaning(sql, false, (name, value) -> StorableText.plain(value));
  }

  /** A condition on one of a few words. */
  static Meaning oneOf(String sql, Enum<?>... words) {
    List<String> known = Arrays.stream(words).map(Enum::name).toList();
    return new Meaning(
        sql,
        false,
        (name, value) -> {
          String word = value.toUpperCase(Locale.ROOT);
          if (!known.contains(word)) {
            throw new WhereException(name + " is one of " + String.join(" ", known));
          }
          return word;
        });
  }

  static Meaning truth(String sql) {
    return new Meaning(
        sql,
        false,
        (name, value) -> {
          if (!List.of("true", "false").contains(value.toLowerCase(Locale.ROOT))) {
            throw new WhereException(name + " is true or false");
          }
          return Boolean.valueOf(value);
        });
  }

  /** A number that can be compared. */
  static Meaning number(String sql) {
    return new Meaning(
        sql,
        true,
        (name, value) -> {
          try {
            return Integer.valueOf(value);
          } catch (NumberFormatException e) {
            throw new WhereException(name + " is a whole number, not " + value);
          }
        });
  }

  /** A day that can be compared, with days, months and years. */
  static Meaning date(String sql) {
    return new Meaning(sql, true, Period::of);
  }

  /** The same, of a text that begins with a day as ISO 8601 writes it, or does not. */
  static Meaning dayOfText(String sql) {
    return new Meaning(sql, "CAST(? AS text)", true, Period::of);
  }

  /** The events of a province of one map, whichever map they are on. */
  static String onMap(int map) {
    return """
        e.event_id IN (SELECT b.event_id FROM event_by_province b
          WHERE b.map = %1$d AND b.code IN (SELECT p.code FROM province p
            WHERE p.map = %1$d AND (p.code = ? OR event_plain(p.name) = event_plain(?))))"""
        .formatted(map);
  }

  boolean isOrdered() {
    return ordered;
  }

  String sql(String name, Comparison comparison, String value, List<Object> parameters) {
    Object read = reading.apply(name, value);
    if (read instanceof Period period) {
      return period.sql(sql, mark, comparison, parameters);
    }
    if (ordered) {
      parameters.add(read);
      return sql + " " + comparison.sign + " ?";
    }
    sql.chars().filter(c -> c == '?').forEach(mark -> parameters.add(read));
    return sql;
  }
}
