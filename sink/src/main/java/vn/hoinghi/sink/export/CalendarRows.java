package vn.hoinghi.sink.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Events as whole days of a calendar (RFC 5545). A report tells the half of the day at most, so no
 * hour is made up; and an event of which no day is known has no place in a calendar.
 */
final class CalendarRows implements RowWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A calendar needs a component, also where no event was found; the zone is true in any case. */
  private static final List<String> ZONE =
      List.of(
          "BEGIN:VTIMEZONE",
          "TZID:Asia/Ho_Chi_Minh",
          "BEGIN:STANDARD",
          "DTSTART:19750613T000000",
          "TZOFFSETFROM:+0800",
          "TZOFFSETTO:+0700",
          "TZNAME:+07",
          "END:STANDARD",
          "END:VTIMEZONE");

  private final CalendarLines out;

  CalendarRows(OutputStream out) {
    this.out = new CalendarLines(out);
  }

  @Override
  public void begin(Head head) throws IOException {
    for (String line : List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hoinghi//export//EN")) {
      out.line(line);
    }
    out.line("CALSCALE:GREGORIAN");
    out.text("X-WR-CALNAME", head.where().isEmpty() ? "hoinghi" : "hoinghi: " + head.where());
    for (String line : ZONE) {
      out.line(line);
    }
  }

  @Override
  public boolean write(Row row) throws IOException {
    LocalDate first = day(row.text("startDate"));
    if (first == null) {
      return false;
    }
    LocalDate last = day(row.text("endDate"));
    LocalDate end = last == null || last.isBefore(first) ? first : last;
    out.line("BEGIN:VEVENT");
    out.line("UID:" + row.text("eventId") + "@hoinghi");
    out.line("DTSTAMP:" + time(row.time("changedAt")));
    out.line("LAST-MODIFIED:" + time(row.time("changedAt")));
    out.line("SEQUENCE:" + row.text("revision"));
    out.line("DTSTART;VALUE=DATE:" + DAY.format(first));
    out.line("DTEND;VALUE=DATE:" + DAY.format(end.plusDays(1)));
    out.line("TRANSP:TRANSPARENT");
    out.text("SUMMARY", row.text("title"));
    out.text("CATEGORIES", row.text("type"));
    out.text("LOCATION", place(row));
    out.text("DESCRIPTION", EventWords.of(row));
    if (!row.texts("urls").isEmpty()) {
      out.uri("URL", row.texts("urls").get(0));
    }
    out.line("END:VEVENT");
    return true;
  }

  private static String place(Row row) {
    List<String> parts =
        Stream.of("venue", "commune", "district", "province")
            .map(row::text)
            .filter(part -> part != null && !part.isBlank())
            .toList();
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** A day of EDTF that is fully known; null for anything less. */
  private static LocalDate day(String edtf) {
    try {
      return edtf == null || !edtf.matches("\\d{4}-\\d\\d-\\d\\d") ? null : LocalDate.parse(edtf);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public void end() throws IOException {
    out.line("END:VCALENDAR");
    out.flush();
  }
}
