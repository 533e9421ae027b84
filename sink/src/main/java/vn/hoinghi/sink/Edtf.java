package vn.hoinghi.sink;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an EDTF date (ISO 8601-2, level 0 and 1) a {@code date} column can say: only what the
 * text fully gives. Partial and uncertain dates stay text.
 */
final class Edtf {
  private static final Pattern GIVEN = Pattern.compile("(\\d{4})-(\\d\\d)(?:-(\\d\\d))?");
  private static final int YEAR = 1;
  private static final int MONTH = 2;
  private static final int DAY = 3;

  private Edtf() {}

  /** The day of "2020-12-21"; null for anything less. */
  static LocalDate day(String edtf) {
    Matcher given = edtf == null ? null : GIVEN.matcher(edtf);
    return given != null && given.matches() && given.group(DAY) != null
        ? date(given, Integer.parseInt(given.group(DAY)))
        : null;
  }

  /** The first of the month of "2020-12-21" or "2020-12"; null for anything less. */
  static LocalDate month(String edtf) {
    Matcher given = edtf == null ? null : GIVEN.matcher(edtf);
    if (given == null || !given.matches()) {
      return null;
    }
    if (given.group(DAY) == null) {
      return date(given, 1);
    }
    LocalDate day = day(edtf);
    return day == null ? null : day.withDayOfMonth(1);
  }

  private static LocalDate date(Matcher given, int day) {
    try {
      return LocalDate.of(
          Integer.parseInt(given.group(YEAR)), Integer.parseInt(given.group(MONTH)), day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The instant of an ISO 8601 time with zone; null for a bare day and for anything else. */
  static OffsetDateTime instant(String published) {
    if (published == null || published.indexOf('T') < 0) {
      return null;
    }
    try {
      return OffsetDateTime.parse(published);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
