package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.EventSource;

/** Adds the articles that report each event. */
final class InsertSources {
  private static final String TABLE =
      """
      event_source (event_id, ordinal, article_id, url, outlet, title, published,
        published_at, first_ingested_at, fetched_at, reprint_of, origin, fields)""";

  private InsertSources() {}

  static void execute(Connection connection, List<Change> births) throws SQLException {
    try (var rows = new CopyRows(connection, TABLE)) {
      for (Change change : births) {
        int ordinal = 0;
        for (EventSource source : change.event().getSources()) {
          rows.text(change.eventId())
              .number(ordinal++)
              .text(source.getArticleId())
              .text(source.getUrl())
              .text(source.getOutlet())
              .text(source.getTitle())
              .text(source.getPublishedAt())
              .time(Edtf.instant(source.getPublishedAt()))
              .time(source.getFirstIngestedAt())
              .time(source.getFetchedAt())
              .text(source.getReprintOf())
              .text(source.getOrigin())
              .texts(source.getFields())
              .endRow();
        }
      }
      rows.send();
    }
  }
}
