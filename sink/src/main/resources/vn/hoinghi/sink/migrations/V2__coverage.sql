-- Which source gives which fact, and how far one may rely on it.

ALTER TABLE event ADD COLUMN confidence integer NOT NULL DEFAULT 0;
ALTER TABLE event_source ADD COLUMN fields text[] NOT NULL DEFAULT '{}';

COMMENT ON COLUMN event.confidence IS 'Per cent: mean of the confidence in type, organiser, province (else level) and start date, 50 for each that no source gives; 0 in rows of before this column.';
COMMENT ON COLUMN event_source.fields IS 'Names of the event''s fields that this source gives, such as startDate or place.district.';

CREATE TABLE event_coverage (
  event_id   text NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal    integer NOT NULL,
  field      text NOT NULL,
  sources    integer NOT NULL,
  agree      integer NOT NULL,
  contradict integer NOT NULL,
  confidence integer NOT NULL,
  PRIMARY KEY (event_id, ordinal)
);

COMMENT ON TABLE event_coverage IS 'How well the sources cover each field of which an event carries one value.';
COMMENT ON COLUMN event_coverage.event_id IS 'The event.';
COMMENT ON COLUMN event_coverage.ordinal IS 'Place in the event''s list, from 0.';
COMMENT ON COLUMN event_coverage.field IS 'Name of the event''s field in the contract, such as startDate.';
COMMENT ON COLUMN event_coverage.sources IS 'Sources that give any value of it, reprints too.';
COMMENT ON COLUMN event_coverage.agree IS 'Sources that reprint no other and give the chosen value.';
COMMENT ON COLUMN event_coverage.contradict IS 'Sources that reprint no other and give another value.';
COMMENT ON COLUMN event_coverage.confidence IS 'Per cent: (agree + 1) / (agree + contradict + 2), rounded down: how likely one more such source is to give the chosen value too.';
