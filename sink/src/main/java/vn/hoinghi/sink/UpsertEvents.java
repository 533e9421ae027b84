package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Count;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/** Writes the rows of live events over those of their earlier revisions. */
final class UpsertEvents {
  private static final List<String> VALUES =
      List.of(
          "revision",
          "rules_version",
          "shard",
          "anchor_article_id",
          "title",
          "type",
          "level",
          "province_code",
          "province_name",
          "district",
          "commune",
          "venue",
          "organiser",
          "start_edtf",
          "start_date",
          "start_month",
          "end_edtf",
          "end_date",
          "day_part",
          "year_inferred_from",
          "format",
          "congress_ordinal",
          "plenum_ordinal",
          "term",
          "attendees",
          "attendees_qualifier",
          "venues",
          "venues_qualifier",
          "source_count",
          "independent_sources",
          "confidence",
          "words",
          "content_hash",
          "record_time");

  private static final String SQL = sql();

  private UpsertEvents() {}

  private static String sql() {
    var insert = new StringBuilder("INSERT INTO event (event_id");
    var marks = new StringBuilder(") VALUES (?");
    var update = new StringBuilder(") ON CONFLICT (event_id) DO UPDATE SET stored_at = now()");
    for (String column : VALUES) {
      insert.append(", ").append(column);
      marks.append(", ?");
      update.append(", ").append(column).append(" = excluded.").append(column);
    }
    return insert.append(marks).append(update).toString();
  }

  static void execute(Connection connection, List<Change> births) throws SQLException {
    try (var rows = new RowBatch(connection, SQL)) {
      for (Change change : births) {
        ConferenceEvent event = change.event();
        rows.text(change.eventId()).big(change.revision());
        what(rows, event);
        whereAndWhen(rows, event);
        howMany(rows, event);
        rows.untyped(SearchWords.of(event));
        rows.text(change.contentHash()).time(change.recordTime()).endRow();
      }
      rows.send();
    }
  }

  private static void what(RowBatch rows, ConferenceEvent event) throws SQLException {
    rows.text(event.getRulesVersion())
        .text(event.getShard())
        .text(event.getAnchorArticleId())
        .text(event.getTitle())
        .text(event.getType())
        .text(event.getLevel());
  }

  private static void whereAndWhen(RowBatch rows, ConferenceEvent event) throws SQLException {
    Province province = event.getProvince();
    Place place = event.getPlace();
    rows.text(province == null ? null : province.getCode())
        .text(province == null ? null : province.getName())
        .text(place == null ? null : place.getDistrict())
        .text(place == null ? null : place.getCommune())
        .text(place == null ? null : place.getVenue())
        .text(event.getOrganiser())
        .text(event.getStartDate())
        .day(Edtf.day(event.getStartDate()))
        .day(Edtf.month(event.getStartDate()))
        .text(event.getEndDate())
        .day(Edtf.day(event.getEndDate()))
        .text(event.getDayPart())
        .text(event.getYearInferredFrom())
        .text(event.getFormat());
  }

  private static void howMany(RowBatch rows, ConferenceEvent event) throws SQLException {
    rows.number(event.getCongressOrdinal()).number(event.getPlenumOrdinal()).text(event.getTerm());
    count(rows, event.getAttendees());
    count(rows, event.getVenues());
    rows.number(event.getSourceCount())
        .number(event.getIndependentSources())
        .number(event.getConfidence());
  }

  private static void count(RowBatch rows, Count count) throws SQLException {
    rows.number(count == null ? null : (Integer) count.getValue())
        .text(count == null ? null : count.getQualifier());
  }
}
