-- Every revision that was ever seen, once each, as the record of the contract; what the other tables
-- say is the newest of them taken apart.

CREATE TABLE event_revision (
  event_id    text NOT NULL,
  revision    bigint NOT NULL,
  record      json,
  redirect    text,
  cause       text,
  record_time timestamptz NOT NULL,
  stored_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, revision),
  CONSTRAINT event_revision_id_is_short CHECK (length(event_id) BETWEEN 1 AND 128)
);
-- Rows come in the order of time, so that a few pages of index tell where a day begins.
CREATE INDEX event_revision_by_time ON event_revision USING brin (stored_at);

-- A record is a few kilobytes of text; this way of packing costs a third of the usual one's time.
DO $$
BEGIN
  EXECUTE 'ALTER TABLE event_revision ALTER COLUMN record SET COMPRESSION lz4';
EXCEPTION WHEN syntax_error OR feature_not_supported OR invalid_parameter_value THEN
  NULL; -- a server older than 14, or built without it
END
$$;

COMMENT ON TABLE event_revision IS 'Every revision of every event id that was seen, dead ids too. Rows of old revisions may be deleted: nothing else leans on them.';
COMMENT ON COLUMN event_revision.event_id IS 'The event.';
COMMENT ON COLUMN event_revision.revision IS 'Its revision.';
COMMENT ON COLUMN event_revision.record IS 'The event as it stood, with the names of the contract; null where the revision ended it.';
COMMENT ON COLUMN event_revision.redirect IS 'Where a revision that ended it leads; null otherwise.';
COMMENT ON COLUMN event_revision.cause IS 'What caused it: an article id (64 hex digits) or a correction id (32); null in revisions of before this table.';
COMMENT ON COLUMN event_revision.record_time IS 'Kafka time of its record: from then on it counted.';
COMMENT ON COLUMN event_revision.stored_at IS 'When the row was written.';

-- What stands in the tables when this version comes: the history begins there.
CREATE FUNCTION pg_temp.contract_time(at timestamptz) RETURNS text LANGUAGE sql AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || CASE WHEN date_trunc('second', at) = at THEN '' ELSE to_char(at, '.MS') END || 'Z'
$$;

INSERT INTO event_revision (event_id, revision, record, record_time, stored_at)
SELECT e.event_id, e.revision,
  -- A function takes 100 arguments: the two halves are joined as text.
  (rtrim(json_build_object(
    'eventId', e.event_id, 'revision', e.revision, 'rulesVersion', e.rules_version,
    'shard', e.shard, 'anchorArticleId', e.anchor_article_id, 'title', e.title, 'type', e.type,
    'level', e.level,
    'province', CASE WHEN e.province_code IS NOT NULL
      THEN json_build_object('code', e.province_code, 'name', e.province_name) END,
    'place', CASE WHEN coalesce(e.district, e.commune, e.venue) IS NOT NULL
      THEN json_build_object('district', e.district, 'commune', e.commune, 'venue', e.venue) END,
    'organiser', e.organiser, 'startDate', e.start_edtf, 'endDate', e.end_edtf,
    'dayPart', e.day_part, 'yearInferredFrom', e.year_inferred_from, 'format', e.format,
    'congressOrdinal', e.congress_ordinal, 'plenumOrdinal', e.plenum_ordinal, 'term', e.term,
    'documents', coalesce((SELECT json_agg(json_build_object(
        'kind', d.kind, 'number', d.number, 'title', d.title) ORDER BY d.ordinal)
      FROM event_document d WHERE d.event_id = e.event_id), '[]'),
    'persons', coalesce((SELECT json_agg(json_build_object(
        'name', p.name, 'titles', p.titles, 'titlesNormal', p.titles_normal, 'part', p.part)
        ORDER BY p.ordinal)
      FROM event_person p WHERE p.event_id = e.event_id), '[]'))::text, '}')
  || ',' || ltrim(json_build_object(
    'attendees', e.attendees, 'attendeesQualifier', e.attendees_qualifier,
    'venues', e.venues, 'venuesQualifier', e.venues_qualifier,
    'supports', coalesce((SELECT json_agg(json_build_object(
        'field', s.field, 'value', s.value, 'chosen', s.chosen, 'articleId', s.article_id,
        'start', s.span_start, 'end', s.span_end, 'rule', s.rule,
        'correctionId', s.correction_id, 'author', s.author) ORDER BY s.ordinal)
      FROM event_support s WHERE s.event_id = e.event_id), '[]'),
    'sources', coalesce((SELECT json_agg(json_build_object(
        'articleId', o.article_id, 'url', o.url, 'outlet', o.outlet, 'title', o.title,
        'publishedAt', o.published,
        'firstIngestedAt', pg_temp.contract_time(o.first_ingested_at),
        'fetchedAt', pg_temp.contract_time(o.fetched_at),
        'reprintOf', o.reprint_of, 'origin', o.origin, 'fields', o.fields) ORDER BY o.ordinal)
      FROM event_source o WHERE o.event_id = e.event_id), '[]'),
    'sourceCount', e.source_count, 'independentSources', e.independent_sources,
    'coverage', coalesce((SELECT json_agg(json_build_object(
        'field', c.field, 'sources', c.sources, 'agree', c.agree,
        'contradict', c.contradict, 'confidence', c.confidence) ORDER BY c.ordinal)
      FROM event_coverage c WHERE c.event_id = e.event_id), '[]'),
    'confidence', e.confidence)::text, '{'))::json,
  e.record_time, e.stored_at
FROM event e;

INSERT INTO event_revision (event_id, revision, redirect, cause, record_time, stored_at)
SELECT d.event_id, d.revision, r.new_id, d.cause, d.record_time, d.stored_at
FROM event_dead d LEFT JOIN event_redirect r ON r.old_id = d.event_id;

-- Names of what differs between two records.
CREATE FUNCTION event_changed_fields(before json, after json) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(a.key ORDER BY a.key) FROM jsonb_each(after::jsonb) a
  WHERE a.key NOT IN ('eventId', 'revision')
    AND a.value IS DISTINCT FROM before::jsonb -> a.key
$$;
COMMENT ON FUNCTION event_changed_fields(json, json) IS 'Names of the fields in which two records of an event differ, in alphabetical order; null where in none.';

CREATE VIEW event_history AS
SELECT event_id, revision,
  CASE
    WHEN record IS NULL THEN CASE WHEN redirect IS NULL THEN 'RETRACTED' ELSE 'REDIRECTED' END
    WHEN before IS NULL THEN 'CREATED' ELSE 'UPDATED' END AS kind,
  CASE WHEN record IS NOT NULL AND before IS NOT NULL
    THEN event_changed_fields(before, record) END AS fields,
  cause, redirect, record_time
FROM (
  SELECT r.*, lag(record) OVER (PARTITION BY event_id ORDER BY revision) AS before
  FROM event_revision r) AS steps;
COMMENT ON VIEW event_history IS 'Each step in the life of each event id: what it did, which fields it changed, what caused it.';

CREATE FUNCTION event_change(id text, revision bigint)
RETURNS TABLE (field text, before jsonb, after jsonb) LANGUAGE sql STABLE AS $$
  SELECT coalesce(o.key, n.key), o.value, n.value
  FROM jsonb_each((
      SELECT r.record::jsonb FROM event_revision r
      WHERE r.event_id = $1 AND r.revision < $2 ORDER BY r.revision DESC LIMIT 1)) o
    FULL JOIN jsonb_each((
      SELECT r.record::jsonb FROM event_revision r
      WHERE r.event_id = $1 AND r.revision = $2)) n ON n.key = o.key
  WHERE o.value IS DISTINCT FROM n.value
    AND coalesce(o.key, n.key) NOT IN ('eventId', 'revision')
  ORDER BY 1
$$;
COMMENT ON FUNCTION event_change(text, bigint) IS 'What a revision changed, field by field, against the one that was known before it.';

CREATE FUNCTION event_at(id text, at timestamptz) RETURNS json LANGUAGE sql STABLE AS $$
  WITH RECURSIVE trail (record, redirect, step) AS (
    (SELECT r.record, r.redirect, 0 FROM event_revision r
     WHERE r.event_id = $1 AND r.record_time <= $2 ORDER BY r.revision DESC LIMIT 1)
    UNION ALL
    SELECT n.record, n.redirect, t.step + 1 FROM trail t CROSS JOIN LATERAL (
      SELECT r.record, r.redirect FROM event_revision r
      WHERE r.event_id = t.redirect AND r.record_time <= $2
      ORDER BY r.revision DESC LIMIT 1) n
    WHERE t.record IS NULL AND t.step < 100)
  SELECT record FROM trail WHERE record IS NOT NULL
$$;
COMMENT ON FUNCTION event_at(text, timestamptz) IS 'The event as it stood at a time; of an id that had ended by then, the event it led to. Null where there was none.';

CREATE FUNCTION event_now(id text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE trail (id, step) AS (
    SELECT $1, 0
    UNION ALL
    SELECT r.new_id, t.step + 1 FROM trail t JOIN event_redirect r ON r.old_id = t.id
    WHERE t.step < 100)
  SELECT e.event_id FROM trail t JOIN event e ON e.event_id = t.id ORDER BY t.step LIMIT 1
$$;
COMMENT ON FUNCTION event_now(text) IS 'The live event that an id leads to, itself where it is live; null where it leads nowhere.';
