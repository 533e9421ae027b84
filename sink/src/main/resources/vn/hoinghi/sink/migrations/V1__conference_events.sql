-- Conference events as rows. Everything here is computed from hoinghi.events.v1 alone and may be
-- rebuilt from it; nothing needs an extension, so that any PostgreSQL from version 13 on serves.
-- Text that comes from pages is indexed by hash: a B-tree refuses values beyond 2704 bytes, and one
-- absurd name must not cost its event.

CREATE TABLE event (
  event_id            text PRIMARY KEY,
  revision            bigint NOT NULL,
  rules_version       text NOT NULL,
  shard               text NOT NULL,
  anchor_article_id   text NOT NULL,
  title               text NOT NULL,
  type                text NOT NULL,
  level               text,
  province_code       text,
  province_name       text,
  district            text,
  commune             text,
  venue               text,
  organiser           text,
  start_edtf          text,
  start_date          date,
  start_month         date,
  end_edtf            text,
  end_date            date,
  day_part            text,
  year_inferred_from  text,
  format              text,
  congress_ordinal    integer,
  plenum_ordinal      integer,
  term                text,
  attendees           integer,
  attendees_qualifier text,
  venues              integer,
  venues_qualifier    text,
  source_count        integer NOT NULL,
  independent_sources integer NOT NULL,
  content_hash        text NOT NULL,
  record_time         timestamptz NOT NULL,
  stored_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT event_id_is_short CHECK (length(event_id) BETWEEN 1 AND 128),
  CONSTRAINT event_month_is_a_first CHECK (extract(day FROM start_month) = 1)
);
CREATE INDEX event_by_province_and_month ON event (province_code, start_month);
CREATE INDEX event_by_date ON event (start_date);
CREATE INDEX event_by_type_and_date ON event (type, start_date);
CREATE INDEX event_by_anchor ON event (anchor_article_id);

COMMENT ON TABLE event IS 'Live conference events, one row each: the newest revision.';
COMMENT ON COLUMN event.event_id IS 'Id of the event: 32 hex digits, made of its anchor article.';
COMMENT ON COLUMN event.revision IS 'Grows by one with each change of this id, also across retraction and return.';
COMMENT ON COLUMN event.rules_version IS 'Version of the extraction and resolution rules that made it.';
COMMENT ON COLUMN event.shard IS 'Unit in which articles were compared with each other, by default vn.';
COMMENT ON COLUMN event.anchor_article_id IS 'Article with the smallest (first ingested, article id): the event id is made of it.';
COMMENT ON COLUMN event.title IS 'Headline of the source that represents the event.';
COMMENT ON COLUMN event.type IS 'STUDY, PLENUM, CONGRESS, REVIEW, TRAINING or OTHER.';
COMMENT ON COLUMN event.level IS 'CENTRAL, PROVINCE, DISTRICT, COMMUNE or ORGANISATION; null where unknown.';
COMMENT ON COLUMN event.province_code IS 'Code of the General Statistics Office on the map of the day; null for central conferences.';
COMMENT ON COLUMN event.province_name IS 'Province without "tỉnh" or "thành phố".';
COMMENT ON COLUMN event.district IS 'District as written, with its kind.';
COMMENT ON COLUMN event.commune IS 'Commune, ward or township as written, with its kind.';
COMMENT ON COLUMN event.venue IS 'Hall or building as written.';
COMMENT ON COLUMN event.organiser IS 'Who held it, as written.';
COMMENT ON COLUMN event.start_edtf IS 'First day in EDTF level 0 or 1 (ISO 8601-2); may be partial, such as 2020-12 or XXXX-12-21.';
COMMENT ON COLUMN event.start_date IS 'First day, where start_edtf gives year, month and day.';
COMMENT ON COLUMN event.start_month IS 'First day of the month of the beginning, where start_edtf gives year and month.';
COMMENT ON COLUMN event.end_edtf IS 'Last day in EDTF, where more than one is reported.';
COMMENT ON COLUMN event.end_date IS 'Last day, where end_edtf gives year, month and day.';
COMMENT ON COLUMN event.day_part IS 'MORNING, AFTERNOON or EVENING.';
COMMENT ON COLUMN event.year_inferred_from IS 'What gave the year where the report has none: publication, term, text.';
COMMENT ON COLUMN event.format IS 'IN_PERSON, ONLINE or HYBRID.';
COMMENT ON COLUMN event.congress_ordinal IS 'The organiser''s own congress or committee term ("lần thứ XI" is 11).';
COMMENT ON COLUMN event.plenum_ordinal IS 'Number of the plenum ("Hội nghị lần thứ 3" is 3).';
COMMENT ON COLUMN event.term IS 'Term of office, such as 2020-2025.';
COMMENT ON COLUMN event.attendees IS 'How many people attended.';
COMMENT ON COLUMN event.attendees_qualifier IS 'EXACT, NEARLY ("gần"), OVER ("hơn", "trên") or ABOUT ("khoảng").';
COMMENT ON COLUMN event.venues IS 'How many places were connected ("104 điểm cầu").';
COMMENT ON COLUMN event.venues_qualifier IS 'EXACT, NEARLY, OVER or ABOUT.';
COMMENT ON COLUMN event.source_count IS 'How many articles report it; event_source holds the first 200.';
COMMENT ON COLUMN event.independent_sources IS 'How many of them reprint no other.';
COMMENT ON COLUMN event.content_hash IS 'SHA-256 of the canonical JSON: equal hashes are equal events whatever the revision.';
COMMENT ON COLUMN event.record_time IS 'Kafka time of the record that this row was made from.';
COMMENT ON COLUMN event.stored_at IS 'When the row was written last.';

CREATE TABLE event_source (
  event_id          text NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal           integer NOT NULL,
  article_id        text NOT NULL,
  url               text NOT NULL,
  outlet            text NOT NULL,
  title             text NOT NULL,
  published         text,
  published_at      timestamptz,
  first_ingested_at timestamptz NOT NULL,
  fetched_at        timestamptz NOT NULL,
  reprint_of        text,
  origin            text,
  PRIMARY KEY (event_id, article_id)
);
CREATE INDEX event_source_by_article ON event_source (article_id);
CREATE INDEX event_source_by_url ON event_source USING hash (url);
CREATE INDEX event_source_by_outlet ON event_source (outlet, published_at);

COMMENT ON TABLE event_source IS 'Articles that report an event: the first 200 in canonical order.';
COMMENT ON COLUMN event_source.event_id IS 'The event.';
COMMENT ON COLUMN event_source.ordinal IS 'Place in canonical order (first ingested, article id), from 0.';
COMMENT ON COLUMN event_source.article_id IS 'SHA-256 of the article''s canonical URL.';
COMMENT ON COLUMN event_source.url IS 'Canonical URL of the article.';
COMMENT ON COLUMN event_source.outlet IS 'Host of the outlet that published it.';
COMMENT ON COLUMN event_source.title IS 'Headline.';
COMMENT ON COLUMN event_source.published IS 'Publication time as the page tells it: ISO 8601 with zone, or a bare day.';
COMMENT ON COLUMN event_source.published_at IS 'Publication time, where the page gives more than a day.';
COMMENT ON COLUMN event_source.first_ingested_at IS 'When the article first entered the raw topic; orders sources.';
COMMENT ON COLUMN event_source.fetched_at IS 'Capture time of the revision that counts.';
COMMENT ON COLUMN event_source.reprint_of IS 'Article id of the earlier source of this event that it reprints; null for an original.';
COMMENT ON COLUMN event_source.origin IS 'Whom it says it reprints, as written.';

CREATE TABLE event_person (
  event_id      text NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal       integer NOT NULL,
  name          text NOT NULL,
  name_plain    text NOT NULL,
  titles        text[] NOT NULL,
  titles_normal text[] NOT NULL,
  part          text NOT NULL,
  PRIMARY KEY (event_id, ordinal)
);
CREATE INDEX event_person_by_name ON event_person USING hash (name_plain);

COMMENT ON TABLE event_person IS 'People named in the reports of an event.';
COMMENT ON COLUMN event_person.event_id IS 'The event.';
COMMENT ON COLUMN event_person.ordinal IS 'Place in the event''s list, from 0.';
COMMENT ON COLUMN event_person.name IS 'Full name as written.';
COMMENT ON COLUMN event_person.name_plain IS 'The name in small letters without diacritics, for search: "nguyen van duoc".';
COMMENT ON COLUMN event_person.titles IS 'Offices as written.';
COMMENT ON COLUMN event_person.titles_normal IS 'The same offices in normal form.';
COMMENT ON COLUMN event_person.part IS 'CHAIR, SPEAKER, PRESENTER or ATTENDEE.';

CREATE TABLE event_document (
  event_id text NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal  integer NOT NULL,
  kind     text NOT NULL,
  number   text,
  title    text NOT NULL,
  PRIMARY KEY (event_id, ordinal)
);
CREATE INDEX event_document_by_number ON event_document USING hash (number);

COMMENT ON TABLE event_document IS 'Resolutions, directives and other documents that an event dealt with.';
COMMENT ON COLUMN event_document.event_id IS 'The event.';
COMMENT ON COLUMN event_document.ordinal IS 'Place in the event''s list, from 0.';
COMMENT ON COLUMN event_document.kind IS 'Normal form, such as "Nghị quyết" or "Chỉ thị".';
COMMENT ON COLUMN event_document.number IS 'Number as written, such as 18-NQ/TW.';
COMMENT ON COLUMN event_document.title IS 'Title as written.';

CREATE TABLE event_support (
  event_id      text NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal       integer NOT NULL,
  field         text NOT NULL,
  value         text NOT NULL,
  chosen        boolean NOT NULL,
  article_id    text NOT NULL,
  span_start    integer NOT NULL,
  span_end      integer NOT NULL,
  rule          text NOT NULL,
  correction_id text,
  author        text,
  PRIMARY KEY (event_id, ordinal)
);
CREATE INDEX event_support_not_chosen ON event_support (field, event_id) WHERE NOT chosen;

COMMENT ON TABLE event_support IS 'What each source says of each field; values not chosen are the contradictions.';
COMMENT ON COLUMN event_support.event_id IS 'The event.';
COMMENT ON COLUMN event_support.ordinal IS 'Place in canonical order, from 0.';
COMMENT ON COLUMN event_support.field IS 'Name of the event''s field in the contract, such as startDate.';
COMMENT ON COLUMN event_support.value IS 'The value in normal form, as it would stand in the event.';
COMMENT ON COLUMN event_support.chosen IS 'True for the value that the event carries.';
COMMENT ON COLUMN event_support.article_id IS 'The article that says so.';
COMMENT ON COLUMN event_support.span_start IS 'First code point in that article''s NFC text; -1 where inferred.';
COMMENT ON COLUMN event_support.span_end IS 'Code point after the last one; -1 where inferred.';
COMMENT ON COLUMN event_support.rule IS 'Name of the rule that read it; correction where a person set it.';
COMMENT ON COLUMN event_support.correction_id IS 'The correction that set it, or null.';
COMMENT ON COLUMN event_support.author IS 'Who set it, or null where a rule read it.';

CREATE TABLE event_dead (
  event_id    text PRIMARY KEY,
  revision    bigint NOT NULL,
  cause       text,
  record_time timestamptz NOT NULL,
  stored_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT event_dead_id_is_short CHECK (length(event_id) BETWEEN 1 AND 128)
);

COMMENT ON TABLE event_dead IS 'Ids that are not live any more, so that an older revision that comes late stays dead.';
COMMENT ON COLUMN event_dead.event_id IS 'The id.';
COMMENT ON COLUMN event_dead.revision IS 'Revision of the tombstone.';
COMMENT ON COLUMN event_dead.cause IS 'What ended it, as the tombstone tells: an article id (64 hex digits) or a correction id (32).';
COMMENT ON COLUMN event_dead.record_time IS 'Kafka time of the tombstone.';
COMMENT ON COLUMN event_dead.stored_at IS 'When the row was written last.';

CREATE TABLE event_redirect (
  old_id    text PRIMARY KEY,
  new_id    text NOT NULL,
  cause     text,
  stored_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT event_redirect_leads_elsewhere CHECK (old_id <> new_id),
  CONSTRAINT event_redirect_id_is_short CHECK (length(new_id) BETWEEN 1 AND 128)
);
CREATE INDEX event_redirect_by_new_id ON event_redirect (new_id);

COMMENT ON TABLE event_redirect IS 'Where a dead id''s event stands now. May lead on to another dead id; never holds a live id as old_id.';
COMMENT ON COLUMN event_redirect.old_id IS 'The dead id.';
COMMENT ON COLUMN event_redirect.new_id IS 'The id that holds its anchor article.';
COMMENT ON COLUMN event_redirect.cause IS 'What ended it, as the tombstone tells: an article id (64 hex digits) or a correction id (32).';
COMMENT ON COLUMN event_redirect.stored_at IS 'When the row was written last.';

CREATE TABLE sink_position (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  cluster_id  text NOT NULL,
  topic_id    uuid NOT NULL,
  position    bigint NOT NULL CHECK (position >= 0),
  record_time timestamptz,
  stored_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, partition)
);

COMMENT ON TABLE sink_position IS 'How far the topic has been written: moved in the same transaction as the rows. The only truth about progress; offsets in Kafka are for lag tools.';
COMMENT ON COLUMN sink_position.topic IS 'Topic that is read.';
COMMENT ON COLUMN sink_position.partition IS 'Partition of it.';
COMMENT ON COLUMN sink_position.cluster_id IS 'Cluster that the position belongs to.';
COMMENT ON COLUMN sink_position.topic_id IS 'Id of the topic: a recreated topic of the same name has another.';
COMMENT ON COLUMN sink_position.position IS 'Offset of the next record to read (transaction markers count as passed).';
COMMENT ON COLUMN sink_position.record_time IS 'Kafka time of the last record passed.';
COMMENT ON COLUMN sink_position.stored_at IS 'When the row was written last.';
