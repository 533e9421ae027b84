package vn.hoinghi.sink.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;

/**
 * A day, month or year as people write it: 2020-12-21, 2020-12, 2020.
 *
 * @param first its first day
 * @param after the first day behind it
 */
record Period(LocalDate first, LocalDate after) {
  static Period of(String name, String value) {
    try {
      switch (value.length()) {
        case 4 -> {
          Year year = Year.parse(value);
          return new Period(year.atDay(1), year.plusYears(1).atDay(1));
        }
        case 7 -> {
          YearMonth month = YearMonth.parse(value);
          return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        }
        default -> {
          LocalDate day = LocalDate.parse(value);
          return new Period(day, day.plusDays(1));
        }
      }
    } catch (DateTimeException e) {
      throw new WhereException(name + " is a day, month or year such as 2020-12-21, not " + value);
    }
  }

  /** The comparison with a column of days; up to a month means through its last day. */
  String sql(String column, String mark, Comparison comparison, List<Object> parameters) {
    switch (comparison) {
      case LESS, AT_LEAST -> {
        parameters.add(first);
        return column + " " + comparison.sign + " " + mark;
      }
      case AT_MOST -> {
        parameters.add(after);
        return column + " < " + mark;
      }
      case MORE -> {
        parameters.add(after);
        return column + " >= " + mark;
      }
      default -> {
        parameters.add(first);
        parameters.add(after);
        return "(%1$s >= %2$s AND %1$s < %2$s)".formatted(column, mark);
      }
    }
  }
}
