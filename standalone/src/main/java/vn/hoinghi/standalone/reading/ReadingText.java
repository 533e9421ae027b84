package vn.hoinghi.standalone.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.hoinghi.standalone.terminal.Harmless;

/** A reading as text: who published what, the article with its marks, then what was read. */
record ReadingText(ReadingFacts facts, Markers markers) {
  private static final int LONGEST = 48;

  List<String> lines() {
    var lines = new ArrayList<String>();
    facts
        .about()
        .forEach(fact -> lines.add("%-10s %s".formatted(fact.name(), Harmless.cell(fact.value()))));
    lines.add("");
    lines.add(markedText());
    lines.add("");
    lines.add(facts.verdict());
    if (facts.because() != null) {
      lines.add("because: " + Harmless.cell(facts.because()));
    }
    if (facts.conference()) {
      addLegend(lines);
      addRecord(lines);
      addPersons(lines);
    }
    return List.copyOf(lines);
  }

  /** Without its marks it is the article's text. */
  String markedText() {
    return markers.marked(facts.text());
  }

  private void addLegend(List<String> lines) {
    if (markers.legend() != null) {
      lines.add("colours: " + markers.legend());
    }
  }

  private void addRecord(List<String> lines) {
    List<RecordRow> rows = facts.record();
    int names = widest(rows, RecordRow::field, "field");
    int values = widest(rows, RecordRow::value, "value");
    lines.add("");
    lines.add(padded("field", names) + padded("value", values) + "rule");
    rows.forEach(
        row -> lines.add(padded(row.field(), names) + padded(row.value(), values) + row.rule()));
  }

  private void addPersons(List<String> lines) {
    List<ReadingFacts.Present> persons = facts.persons();
    if (persons.isEmpty()) {
      return;
    }
    int parts = widest(persons, ReadingFacts.Present::part, "part");
    int names = widest(persons, ReadingFacts.Present::name, "person");
    lines.add("");
    lines.add(padded("part", parts) + padded("person", names) + "titles");
    persons.forEach(
        p ->
            lines.add(
                (padded(p.part(), parts) + padded(p.name(), names) + Harmless.cell(p.titles()))
                    .strip()));
    lines.add("persons were read by: " + facts.personRules());
  }

  /** Text is in NFC, so a code point is a column; a long value does not push all others away. */
  private static <T> int widest(List<T> rows, Function<T, String> cell, String heading) {
    return rows.stream()
        .map(cell)
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .filter(columns -> columns <= LONGEST)
        .reduce(heading.length(), Math::max);
  }

  private static String padded(String text, int columns) {
    int missing = columns - text.codePointCount(0, text.length());
    return Harmless.cell(text) + " ".repeat(Math.max(0, missing) + 2);
  }
}
