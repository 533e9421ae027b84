-- What is to be told on hoinghi.stored.v1: written with the rows it tells of, removed when the
-- brokers have it.

CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    text NOT NULL,
  revision    bigint NOT NULL,
  retracted   boolean NOT NULL,
  record_time timestamptz NOT NULL,
  stored_at   timestamptz NOT NULL DEFAULT now()
)
-- All of it passes through: dead rows are cleared away by their number, whatever the table's size.
WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

COMMENT ON TABLE outbox IS 'Confirmations that were not told yet; empty while nothing comes in and Kafka answers.';
COMMENT ON COLUMN outbox.id IS 'Order of telling, within one event that of storing.';
COMMENT ON COLUMN outbox.event_id IS 'The event.';
COMMENT ON COLUMN outbox.revision IS 'The revision that was stored.';
COMMENT ON COLUMN outbox.retracted IS 'Whether it ended the id.';
COMMENT ON COLUMN outbox.record_time IS 'Kafka time of its record.';
COMMENT ON COLUMN outbox.stored_at IS 'When the transaction that stored it began.';
