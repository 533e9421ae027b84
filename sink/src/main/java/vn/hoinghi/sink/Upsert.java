package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rows of a table of events, one an id: new ones by COPY, which knows no conflict; over those that
 * are there by a statement.
 */
final class Upsert {
  private final String target;
  private final String update;

  /**
   * @param values columns besides {@code event_id}, in the order in which rows are given
   * @param besides what an update sets besides them, with a comma behind; may be empty
   */
  Upsert(String table, List<String> values, String besides) {
    target = "%s (event_id, %s)".formatted(table, String.join(", ", values));
    update =
        values.stream()
            .map(column -> column + " = excluded." + column)
            .collect(
                Collectors.joining(", ", "ON CONFLICT (event_id) DO UPDATE SET " + besides, ""));
  }

  /** Gives one event's row, from its id to its end. */
  interface Row {
    void to(Rows rows, Change change) throws SQLException;
  }

  /**
   * Writes them.
   *
   * @param replaced ids that have a row already
   */
  void execute(Connection connection, List<Change> births, Set<String> replaced, Row row)
      throws SQLException {
    Predicate<Change> there = change -> replaced.contains(change.eventId());
    try (Rows rows = new CopyRows(connection, target)) {
      write(rows, births, there.negate(), row);
    }
    try (Rows rows = new ArrayRows(connection, "INSERT INTO " + target, update)) {
      write(rows, births, there, row);
    }
  }

  private static void write(Rows rows, List<Change> births, Predicate<Change> which, Row row)
      throws SQLException {
    for (Change change : births) {
      if (which.test(change)) {
        row.to(rows, change);
      }
    }
    rows.send();
  }
}
