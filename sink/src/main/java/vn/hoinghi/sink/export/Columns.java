package vn.hoinghi.sink.export;

import java.util.List;

/** What is selected of each kind; names are those of the contract where it has one. */
final class Columns {
  /** The event as it stands on its topic, written once by the sink. */
  static final String RECORD =
      """
      (SELECT r.record FROM event_revision r
        WHERE r.event_id = e.event_id AND r.revision = e.revision) AS record""";

  static final List<String> EVENTS =
      List.of(
          "e.event_id AS \"eventId\"",
          "e.revision",
          "e.type",
          "e.level",
          "e.title",
          "e.organiser",
          "e.province_code AS \"provinceCode\"",
          "e.province_name AS province",
          "e.district",
          "e.commune",
          "e.venue",
          "e.start_edtf AS \"startDate\"",
          "e.end_edtf AS \"endDate\"",
          "e.day_part AS \"dayPart\"",
          "e.format",
          "e.congress_ordinal AS \"congressOrdinal\"",
          "e.plenum_ordinal AS \"plenumOrdinal\"",
          "e.term",
          "e.attendees",
          "e.attendees_qualifier AS \"attendeesQualifier\"",
          "e.venues",
          "e.venues_qualifier AS \"venuesQualifier\"",
          """
          ARRAY(SELECT p.name FROM event_person p
            WHERE p.event_id = e.event_id AND p.part = 'CHAIR' ORDER BY p.ordinal) AS chairs""",
          """
          ARRAY(SELECT concat_ws(' ', d.kind, d.number, d.title) FROM event_document d
            WHERE d.event_id = e.event_id ORDER BY d.ordinal) AS documents""",
          """
          ARRAY(SELECT s.url FROM event_source s
            WHERE s.event_id = e.event_id ORDER BY s.ordinal) AS urls""",
          "e.source_count AS \"sourceCount\"",
          "e.independent_sources AS \"independentSources\"",
          "e.confidence",
          "e.record_time AS \"changedAt\"");

  static final List<String> ARTICLES =
      List.of(
          "s.article_id AS \"articleId\"",
          "s.url",
          "s.outlet",
          "s.title",
          "s.published AS \"publishedAt\"",
          "s.first_ingested_at AS \"firstIngestedAt\"",
          "s.fetched_at AS \"fetchedAt\"",
          "s.reprint_of AS \"reprintOf\"",
          "s.origin",
          "s.fields",
          "e.event_id AS \"eventId\"",
          "e.title AS \"eventTitle\"",
          "e.type AS \"eventType\"",
          "e.province_name AS province",
          "e.start_edtf AS \"startDate\"");

  static final List<String> PERSONS =
      List.of(
          "p.name",
          "p.titles",
          "p.titles_normal AS \"titlesNormal\"",
          "p.part",
          "e.event_id AS \"eventId\"",
          "e.title AS \"eventTitle\"",
          "e.type AS \"eventType\"",
          "e.level",
          "e.organiser",
          "e.province_name AS province",
          "e.start_edtf AS \"startDate\"");

  private Columns() {}
}
