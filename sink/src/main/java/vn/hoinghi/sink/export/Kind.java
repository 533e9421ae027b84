package vn.hoinghi.sink.export;

import java.util.List;
import java.util.Locale;

/** What can be exported: a row each. */
public enum Kind {
  /** Live events. */
  EVENTS("event e", "e.start_date NULLS LAST, e.event_id COLLATE \"C\"", Columns.EVENTS),
  /** Articles that report live events: of each event the first 200. */
  ARTICLES(
      "event_source s JOIN event e USING (event_id)",
      "e.start_date NULLS LAST, e.event_id COLLATE \"C\", s.ordinal",
      Columns.ARTICLES),
  /** People named in the reports of live events, once for each event. */
  PERSONS(
      "event_person p JOIN event e USING (event_id)",
      "p.name_plain COLLATE \"C\", e.start_date NULLS LAST, e.event_id COLLATE \"C\", p.ordinal",
      Columns.PERSONS);

  final String from;
  final String order;
  private final String columns;

  Kind(String from, String order, List<String> columns) {
    this.from = from;
    this.order = order;
    this.columns = String.join(", ", columns);
  }

  /** What is selected for a format, each with the name that it has in the output. */
  String columns(Format format) {
    return this == EVENTS && format == Format.JSONL ? Columns.RECORD : columns;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
