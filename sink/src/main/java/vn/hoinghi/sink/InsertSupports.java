package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.Support;

/** Adds what each source says of each field. */
final class InsertSupports {
  private static final String TABLE =
      """
      event_support (event_id, ordinal, field, value, chosen, article_id, span_start,
        span_end, rule, correction_id, author)""";

  private InsertSupports() {}

  static void execute(Connection connection, List<Change> births) throws SQLException {
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : births) {
        int ordinal = 0;
        for (Support support : change.event().getSupports()) {
          rows.text(change.eventId())
              .number(ordinal++)
              .text(support.getField())
              .text(support.getValue())
              .truth(support.getChosen())
              .text(support.getArticleId())
              .number(support.getStart())
              .number(support.getEnd())
              .text(support.getRule())
              .text(support.getCorrectionId())
              .text(support.getAuthor())
              .endRow();
        }
      }
      rows.send();
    }
  }
}
