package vn.hoinghi.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
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

  private static final Upsert ROWS = new Upsert("event", VALUES, "stored_at = now(), ");

  private UpsertEvents() {}

  /**
   * Writes them.
   *
   * @param replaced ids that have a row already
   */
  static void execute(Connection connection, List<Change> births, Set<String> replaced)
      throws SQLException {
    ROWS.execute(connection, births, replaced, UpsertEvents::row);
  }

  private static void row(Rows rows, Change change) throws SQLException {
    ConferenceEvent event = change.event();
    rows.text(change.eventId()).big(change.revision());
    what(rows, event);
    whereAndWhen(rows, event);
    howMany(rows, event);
    rows.literal("tsvector", SearchWords.of(event));
    rows.text(change.contentHash()).time(change.recordTime()).endRow();
  }

  static void what(Rows rows, ConferenceEvent event) throws SQLException {
    rows.text(event.getRulesVersion())
        .text(event.getShard())
        .text(event.getAnchorArticleId())
        .text(event.getTitle())
        .text(event.getType())
        .text(event.getLevel());
  }

  private static void whereAndWhen(Rows rows, ConferenceEvent event) throws SQLException {
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

  static void howMany(Rows rows, ConferenceEvent event) throws SQLException {
    rows.number(event.getCongressOrdinal()).number(event.getPlenumOrdinal()).text(event.getTerm());
    count(rows, event.getAttendees());
    count(rows, event.getVenues());
    rows.number(event.getSourceCount())
        .number(event.getIndependentSources())
        .number(event.getConfidence());
  }

  private static void count(Rows rows, Count count) throws SQLException {
    rows.number(count == null ? null : (Integer) count.getValue())
        .text(count == null ? null : count.getQualifier());
  }
}
