package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.ConferenceDocument;

/** Adds the resolutions and directives that each event dealt with. */
final class InsertDocuments {
  private static final String TABLE = "event_document (event_id, ordinal, kind, number, title)";

  private InsertDocuments() {}

  static void execute(Connection connection, List<Change> births) throws SQLException {
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : births) {
        int ordinal = 0;
        for (ConferenceDocument document : change.event().getDocuments()) {
          rows.text(change.eventId())
              .number(ordinal++)
              .text(document.getKind())
              .text(document.getNumber())
              .text(document.getTitle())
              .endRow();
        }
      }
      rows.send();
    }
  }
}
