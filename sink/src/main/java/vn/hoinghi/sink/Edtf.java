package vn.hoinghi.sink;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/**
 * What of an EDTF date (ISO 8601-2, level 0 and 1) a {@code date} column can say: only what the
 * text fully gives. Partial and uncertain dates stay text.
 */
final class Edtf {
  private Edtf() {}

  /** The day of "2020-12-21"; null for anything less. */
  static LocalDate day(String edtf) {
    if (edtf == null || !edtf.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return null;
    }
    try {
      return LocalDate.parse(edtf);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The first of the month of "2020-12-21" or "2020-12"; null for anything less. */
  static LocalDate month(String edtf) {
    if (edtf == null || !edtf.matches("\\d{4}-\\d\\d(-\\d\\d)?")) {
      return null;
    }
    if (edtf.length() > 7) {
      LocalDate day = day(edtf);
      return day == null ? null : day.withDayOfMonth(1);
    }
    try {
      return YearMonth.parse(edtf).atDay(1);
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
