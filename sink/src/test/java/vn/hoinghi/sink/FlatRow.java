package vn.hoinghi.sink;

import java.sql.SQLException;
import java.util.List;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Place;
import vn.hoinghi.avro.Province;

/** What an event has one value of, as a row of the table {@code flat}. */
final class FlatRow {
  static final List<String> VALUES =
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
          "end_edtf",
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
          "confidence");

  private FlatRow() {}

  static void of(Rows rows, Change change) throws SQLException {
    ConferenceEvent event = change.event();
    rows.text(change.eventId()).big(change.revision());
    UpsertEvents.what(rows, event);
    where(rows, event);
    rows.text(event.getStartDate()).day(Edtf.day(event.getStartDate())).text(event.getEndDate());
    rows.text(event.getDayPart()).text(event.getYearInferredFrom()).text(event.getFormat());
    UpsertEvents.howMany(rows, event);
    rows.endRow();
  }

  private static void where(Rows rows, ConferenceEvent event) throws SQLException {
    Province province = event.getProvince();
    Place place = event.getPlace();
    rows.text(province == null ? null : province.getCode());
    rows.text(province == null ? null : province.getName());
    rows.text(place == null ? null : place.getDistrict());
    rows.text(place == null ? null : place.getCommune());
    rows.text(place == null ? null : place.getVenue());
    rows.text(event.getOrganiser());
  }
}
