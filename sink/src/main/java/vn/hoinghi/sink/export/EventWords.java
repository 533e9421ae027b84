package vn.hoinghi.sink.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reader of a calendar or feed is told of an event, a fact a line, as in Vietnam. */
final class EventWords {
  private static final Map<String, String> QUALIFIERS =
      Map.of("NEARLY", "gần ", "OVER", "hơn ", "ABOUT", "khoảng ");

  private EventWords() {}

  static String of(Row row) {
    List<String> lines = new ArrayList<>();
    add(lines, "Đơn vị tổ chức: ", row.text("organiser"));
    add(lines, "Thời gian: ", when(row));
    add(lines, "Chủ trì: ", joined(row.texts("chairs"), ", "));
    add(lines, "Đại biểu: ", attendees(row));
    add(lines, "Văn bản: ", joined(row.texts("documents"), "; "));
    add(lines, "Nguồn: ", joined(row.texts("urls"), "\n"));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String head, String value) {
    if (value != null && !value.isBlank()) {
      lines.add(head + value);
    }
  }

  private static String when(Row row) {
    String first = row.text("startDate");
    String last = row.text("endDate");
    return first == null || last == null ? first : first + " – " + last;
  }

  private static String attendees(Row row) {
    String number = row.text("attendees");
    String qualifier = row.text("attendeesQualifier");
    return number == null
        ? null
        : (qualifier == null ? "" : QUALIFIERS.getOrDefault(qualifier, "")) + number;
  }

  private static String joined(List<String> texts, String between) {
    return texts.isEmpty() ? null : String.join(between, texts);
  }
}
