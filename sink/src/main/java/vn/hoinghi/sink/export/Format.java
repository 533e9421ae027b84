package vn.hoinghi.sink.export;

import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** How rows are written; text is UTF-8. */
public enum Format {
  /** A line of JSON each; an event as on its topic. */
  JSONL(EnumSet.allOf(Kind.class), JsonLines::new),
  /** RFC 4180 with a head line; cells that a spreadsheet would compute begin with an apostrophe. */
  CSV(EnumSet.allOf(Kind.class), CsvRows::new),
  /** iCalendar (RFC 5545): whole days; events of which no day is known are left out. */
  ICS(EnumSet.of(Kind.EVENTS), CalendarRows::new),
  /** Atom (RFC 4287). */
  ATOM(EnumSet.of(Kind.EVENTS, Kind.ARTICLES), AtomRows::new);

  private final Set<Kind> kinds;
  private final Function<OutputStream, RowWriter> opening;

  Format(Set<Kind> kinds, Function<OutputStream, RowWriter> opening) {
    this.kinds = kinds;
    this.opening = opening;
  }

  /** Whether it can hold rows of that kind. */
  public boolean holds(Kind kind) {
    return kinds.contains(kind);
  }

  RowWriter to(OutputStream out) {
    return opening.apply(out);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
