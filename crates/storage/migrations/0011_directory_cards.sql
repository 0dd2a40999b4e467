-- What people add to the directory. Registers are files; all this outlives their editions.

-- What an organisation says of itself, every version of it: the last one is in force, none is ever changed.
CREATE TABLE directory_cards (
    organisation_id {{id}} NOT NULL REFERENCES organisations (id),
    version {{int}} NOT NULL,
    causes {{text}} NOT NULL,
    audience {{text}} NOT NULL,
    goals {{text}} NOT NULL,
    goals_at {{instant}},
    reach {{text}} NOT NULL,
    website {{text}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    written_at {{instant}} NOT NULL,
    PRIMARY KEY (organisation_id, version)
){{strict}};
CREATE INDEX directory_cards_by_author ON directory_cards (author_id);

-- What is asked of the coordination. `subject` is the key of an entry at the time of asking, or, while the
-- organisation has no number in a register, its identifier here.
CREATE TABLE directory_requests (
    id {{id}} PRIMARY KEY,
    kind {{text}} NOT NULL CHECK (kind IN ('withdrawal', 'contest', 'voice')),
    subject {{text}} NOT NULL,
    name {{text}} NOT NULL,
    fact {{text}},
    truth {{text}} NOT NULL,
    link {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'taken_back')),
    asked_by {{id}} NOT NULL REFERENCES accounts (id),
    asked_at {{instant}} NOT NULL,
    answer {{text}} NOT NULL,
    handled_by {{id}} REFERENCES accounts (id),
    handled_at {{instant}}
){{strict}};
CREATE INDEX directory_requests_by_state ON directory_requests (state, id);
CREATE INDEX directory_requests_by_subject ON directory_requests (subject, kind, id);
CREATE INDEX directory_requests_by_person ON directory_requests (asked_by, id);

-- Those that are not suggested, since when, and because of which request.
CREATE TABLE directory_withdrawals (
    subject {{text}} PRIMARY KEY,
    request_id {{id}} NOT NULL REFERENCES directory_requests (id),
    since {{instant}} NOT NULL
){{strict}};

-- Numbers typed with spaces are the same numbers.
UPDATE organisations SET register_number = UPPER(REPLACE(register_number, ' ', ''))
    WHERE LENGTH(REPLACE(register_number, ' ', '')) IN (9, 10, 14);
CREATE INDEX organisations_by_register_number ON organisations (register_number);
CREATE INDEX arguments_by_organisation ON arguments (organisation_id, state);
