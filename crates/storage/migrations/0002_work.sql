-- What happens behind the pages.

-- Work to do after a transaction: mail, indexing, housekeeping. Leased, retried, then kept as failed.
CREATE TABLE jobs (
    id {{id}} PRIMARY KEY,
    kind {{text}} NOT NULL,
    payload {{bytes}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    run_at {{instant}} NOT NULL,
    attempts {{int}} NOT NULL,
    leased_until {{instant}},
    last_error {{text}} NOT NULL,
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX jobs_to_run ON jobs (state, run_at);

-- What changed and must reach the indexes. `seq` is stamped by the one worker on committed rows,
-- because on PostgreSQL a lower number may commit later.
CREATE TABLE outbox (
    id {{id}} PRIMARY KEY,
    topic {{text}} NOT NULL,
    entity_id {{id}} NOT NULL,
    created_at {{instant}} NOT NULL,
    seq {{int}} UNIQUE
){{strict}};

-- Small facts of an instance: where an index stands, the secret checks, the marker of a moved database.
CREATE TABLE settings (
    key {{text}} PRIMARY KEY,
    value {{text}} NOT NULL
){{strict}};

-- What happened in public, in the order of the news.
CREATE TABLE events (
    id {{id}} PRIMARY KEY,
    kind {{text}} NOT NULL,
    title {{json}} NOT NULL,
    path {{text}} NOT NULL,
    plan_id {{id}},
    happened_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX events_by_time ON events (happened_at, id);
CREATE INDEX events_by_plan ON events (plan_id, happened_at, id);
