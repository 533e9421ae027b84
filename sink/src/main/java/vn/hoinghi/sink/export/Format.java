package vn.hoinghi.sink.export;

import java.io.OutputStream;
import java.util.Locale;

/** How rows are written; text is UTF-8. */
public enum Format {
  /** A line of JSON each; an event as on its topic. */
  JSONL,
  /** RFC 4180 with a head line; cells that a spreadsheet would compute begin with an apostrophe. */
  CSV,
  /** iCalendar (RFC 5545): whole days; events of which no day is known are left out. */
  ICS,
  /** Atom (RFC 4287). */
  ATOM;

  /** Whether it can hold rows of that kind. */
  public boolean holds(Kind kind) {
    return switch (this) {
      case JSONL, CSV -> true;
      case ICS -> kind == Kind.EVENTS;
      case ATOM -> kind != Kind.PERSONS;
    };
  }

  RowWriter to(OutputStream out) {
    return switch (this) {
      case JSONL -> new JsonLines(out);
      case CSV -> new CsvRows(out);
      case ICS -> new CalendarRows(out);
      case ATOM -> new AtomRows(out);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
