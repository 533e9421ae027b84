-- Whether a position still stands for whole tables, and the full read that makes it so again. A compacted topic
-- forgets its tombstones: who has not read for that long cannot know which of its rows have died.

ALTER TABLE sink_position ADD COLUMN complete_at timestamptz NOT NULL DEFAULT now();
UPDATE sink_position SET complete_at = stored_at;
ALTER TABLE sink_position ADD COLUMN rebuild_until bigint;
ALTER TABLE sink_position ADD COLUMN keys_moved boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN sink_position.complete_at IS 'All that the partition held at this time is written, or reading began then. Behind it by more than the topic keeps tombstones, rows may live that have died.';
COMMENT ON COLUMN sink_position.rebuild_until IS 'Where the partition ended when a full read began; null while none is under way.';
COMMENT ON COLUMN sink_position.keys_moved IS 'The topic has got partitions since: one event may stand in two of them, so their transactions take turns.';

CREATE TABLE sink_seen (event_id text PRIMARY KEY);

COMMENT ON TABLE sink_seen IS 'Ids met in the full read that is under way, live or dead; what is in event and not here when it ends is gone from the topic. Empty otherwise.';
COMMENT ON COLUMN sink_seen.event_id IS 'The id.';
