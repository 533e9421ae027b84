package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.Coverage;

/** Adds how well each event's fields are covered. */
final class InsertCoverage {
  private static final String TABLE =
      "event_coverage (event_id, ordinal, field, sources, agree, contradict, confidence)";

  private InsertCoverage() {}

  static void execute(Connection connection, List<Change> births) throws SQLException {
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : births) {
        int ordinal = 0;
        for (Coverage coverage : change.event().getCoverage()) {
          rows.text(change.eventId())
              .number(ordinal++)
              .text(coverage.getField())
              .number(coverage.getSources())
              .number(coverage.getAgree())
              .number(coverage.getContradict())
              .number(coverage.getConfidence())
              .endRow();
        }
      }
      rows.send();
    }
  }
}
