package vn.hoinghi.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.EventSource;
import vn.hoinghi.avro.Qualifier;

/** Events as a table for people: one line each, sources below where there are several. */
final class EventTable {
  private static final String ROW = "%-10s  %-8s  %-12s  %-30s  %-56s  %9s  %s";
  private static final Map<Qualifier, String> SIGNS =
      Map.of(Qualifier.EXACT, "", Qualifier.NEARLY, "<", Qualifier.OVER, ">", Qualifier.ABOUT, "~");

  private EventTable() {}

  static List<String> lines(List<ConferenceEvent> events) {
    var lines = new ArrayList<String>();
    lines.add(row("date", "type", "province", "held by", "title", "attended", "reported by"));
    lines.add("-".repeat(10 + 8 + 12 + 30 + 56 + 9 + 6 * 2 + 24));
    for (ConferenceEvent event : events) {
      lines.add(
          row(
              or(event.getStartDate(), "?"),
              event.getType().name(),
              event.getProvince() == null ? "" : event.getProvince().getName(),
              or(event.getOrganiser(), ""),
              event.getTitle(),
              count(event.getAttendees()),
              outlets(event)));
    }
    long several = events.stream().filter(e -> e.getSourceCount() > 1).count();
    lines.add("%d events, %d of them from several articles".formatted(events.size(), several));
    return lines;
  }

  private static String row(
      String date,
      String type,
      String province,
      String by,
      String title,
      String count,
      String who) {
    return ROW.formatted(date, type, cut(province, 12), cut(by, 30), cut(title, 56), count, who);
  }

  /** Articles in all, and by how many outlets. */
  private static String outlets(ConferenceEvent event) {
    String hosts =
        event.getSources().stream()
            .map(EventSource::getOutlet)
            .distinct()
            .collect(Collectors.joining(", "));
    return event.getSourceCount() + ": " + hosts;
  }

  private static String count(Count count) {
    return count == null
        ? ""
        : SIGNS.get(count.getQualifier()) + String.format(Locale.ROOT, "%,d", count.getValue());
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** Text is in NFC, so a code point is a column. */
  private static String cut(String text, int columns) {
    return text.codePointCount(0, text.length()) <= columns
        ? text
        : text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
  }
}
