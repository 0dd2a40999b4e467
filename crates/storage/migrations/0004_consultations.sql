-- Consultations and what people contribute to them.

CREATE TABLE consultations (
    id {{id}} PRIMARY KEY,
    plan_id {{id}} NOT NULL REFERENCES plans (id),
    slug {{text}} NOT NULL UNIQUE,
    title {{json}} NOT NULL,
    summary {{json}} NOT NULL,
    rules {{json}} NOT NULL,
    information {{json}} NOT NULL,
    follow_up {{json}} NOT NULL,
    opens_at {{instant}} NOT NULL,
    closes_at {{instant}} NOT NULL,
    announced_at {{instant}},
    approved_at {{instant}},
    outcome {{text}} CHECK (outcome IN ('no_report_expected', 'report_available', 'not_going_ahead')),
    outcome_reason {{text}} NOT NULL,
    outcome_at {{instant}},
    ballot {{text}} NOT NULL CHECK (ballot IN ('support_only', 'three_positions')),
    answer_within_days {{int}} NOT NULL,
    source {{text}} NOT NULL,
    proposals {{int}} NOT NULL,
    answered {{int}} NOT NULL,
    positions {{int}} NOT NULL,
    arguments {{int}} NOT NULL,
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX consultations_by_plan ON consultations (plan_id);

-- What an approved consultation was before its rules or dates changed, and why they changed.
CREATE TABLE consultation_revisions (
    consultation_id {{id}} NOT NULL REFERENCES consultations (id),
    number {{int}} NOT NULL,
    reason {{text}} NOT NULL,
    rules {{json}} NOT NULL,
    opens_at {{instant}} NOT NULL,
    closes_at {{instant}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (consultation_id, number)
){{strict}};

CREATE TABLE proposals (
    id {{id}} PRIMARY KEY,
    consultation_id {{id}} NOT NULL REFERENCES consultations (id),
    theme_id {{id}} REFERENCES themes (id),
    author_id {{id}} REFERENCES accounts (id),
    author_name {{text}} NOT NULL,
    author_kind {{text}} NOT NULL CHECK (author_kind IN ('agent', 'civil_society', 'citizen')),
    organisation_id {{id}} REFERENCES organisations (id),
    capacity {{text}} NOT NULL,
    language {{text}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn', 'hidden')),
    state_reason {{text}} NOT NULL,
    title {{text}} NOT NULL,
    problem {{text}} NOT NULL,
    change {{text}} NOT NULL,
    body {{text}} NOT NULL,
    version {{int}} NOT NULL,
    supports {{int}} NOT NULL,
    mixed {{int}} NOT NULL,
    against {{int}} NOT NULL,
    historic_supports {{int}} NOT NULL,
    historic_mixed {{int}} NOT NULL,
    historic_against {{int}} NOT NULL,
    arguments_for {{int}} NOT NULL,
    arguments_against {{int}} NOT NULL,
    amendments {{int}} NOT NULL,
    response_id {{id}},
    answered_at {{instant}},
    support_rank {{int}} NOT NULL,
    discussion_rank {{int}} NOT NULL,
    shuffle {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    published_at {{instant}},
    updated_at {{instant}} NOT NULL
){{strict}};
-- One index a sort of the list, each ending with the key of the page.
CREATE INDEX proposals_by_time ON proposals (consultation_id, state, published_at, id);
CREATE INDEX proposals_by_support ON proposals (consultation_id, state, support_rank, id);
CREATE INDEX proposals_by_discussion ON proposals (consultation_id, state, discussion_rank, id);
CREATE INDEX proposals_by_shuffle ON proposals (consultation_id, state, shuffle, id);
CREATE INDEX proposals_awaiting ON proposals (consultation_id, published_at, id)
    WHERE state = 'published' AND response_id IS NULL;
CREATE INDEX proposals_by_author ON proposals (author_id, state);
CREATE INDEX proposals_by_response ON proposals (response_id);

-- Counts of published proposals by what the list is filtered with, kept by the transaction that
-- changes them, so that no page counts rows.
CREATE TABLE proposal_counts (
    consultation_id {{id}} NOT NULL REFERENCES consultations (id),
    theme {{text}} NOT NULL,
    author_kind {{text}} NOT NULL,
    answer {{text}} NOT NULL,
    proposals {{int}} NOT NULL,
    PRIMARY KEY (consultation_id, theme, author_kind, answer)
){{strict}};

CREATE TABLE proposal_versions (
    proposal_id {{id}} NOT NULL REFERENCES proposals (id),
    version {{int}} NOT NULL,
    title {{text}} NOT NULL,
    problem {{text}} NOT NULL,
    change {{text}} NOT NULL,
    body {{text}} NOT NULL,
    author_name {{text}} NOT NULL,
    amendment_id {{id}},
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (proposal_id, version)
){{strict}};

-- Named parts that a contribution came with, from an import ("Exposé des motifs").
CREATE TABLE proposal_appendices (
    proposal_id {{id}} NOT NULL REFERENCES proposals (id),
    position {{int}} NOT NULL,
    title {{text}} NOT NULL,
    body {{text}} NOT NULL,
    PRIMARY KEY (proposal_id, position)
){{strict}};

CREATE TABLE positions (
    proposal_id {{id}} NOT NULL REFERENCES proposals (id),
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    position {{text}} NOT NULL CHECK (position IN ('support', 'mixed', 'against')),
    taken_at {{instant}} NOT NULL,
    PRIMARY KEY (proposal_id, account_id)
){{strict}};
CREATE INDEX positions_by_account ON positions (account_id);

CREATE TABLE arguments (
    id {{id}} PRIMARY KEY,
    proposal_id {{id}} NOT NULL REFERENCES proposals (id),
    author_id {{id}} REFERENCES accounts (id),
    author_name {{text}} NOT NULL,
    author_kind {{text}} NOT NULL CHECK (author_kind IN ('agent', 'civil_society', 'citizen')),
    organisation_id {{id}} REFERENCES organisations (id),
    side {{text}} NOT NULL CHECK (side IN ('for', 'against')),
    body {{text}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('published', 'withdrawn', 'hidden')),
    state_reason {{text}} NOT NULL,
    useful {{int}} NOT NULL,
    historic_useful {{int}} NOT NULL,
    useful_rank {{int}} NOT NULL,
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX arguments_by_usefulness ON arguments (proposal_id, side, state, useful_rank, id);
CREATE INDEX arguments_by_author ON arguments (author_id);

CREATE TABLE useful_marks (
    argument_id {{id}} NOT NULL REFERENCES arguments (id),
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    marked_at {{instant}} NOT NULL,
    PRIMARY KEY (argument_id, account_id)
){{strict}};

CREATE TABLE amendments (
    id {{id}} PRIMARY KEY,
    proposal_id {{id}} NOT NULL REFERENCES proposals (id),
    base_version {{int}} NOT NULL,
    field {{text}} NOT NULL CHECK (field IN ('problem', 'change', 'body')),
    passage {{text}} NOT NULL,
    replacement {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    author_name {{text}} NOT NULL,
    author_kind {{text}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'outdated')),
    decision_reason {{text}} NOT NULL,
    decided_by {{id}} REFERENCES accounts (id),
    decided_at {{instant}},
    resulting_version {{int}},
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX amendments_by_proposal ON amendments (proposal_id, state);

-- What readers said breaks the rules, for the coordinators to read.
CREATE TABLE reports (
    id {{id}} PRIMARY KEY,
    subject_kind {{text}} NOT NULL CHECK (subject_kind IN ('proposal', 'argument')),
    subject_id {{id}} NOT NULL,
    reporter_id {{id}} REFERENCES accounts (id),
    ground {{text}} NOT NULL,
    reason {{text}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed')),
    created_at {{instant}} NOT NULL,
    closed_at {{instant}}
){{strict}};
CREATE INDEX reports_by_time ON reports (state, id);
CREATE INDEX reports_by_subject ON reports (subject_id, state);

-- What moderators did, in public but for who decided.
CREATE TABLE moderation_acts (
    id {{id}} PRIMARY KEY,
    subject_kind {{text}} NOT NULL CHECK (subject_kind IN ('proposal', 'argument')),
    subject_id {{id}} NOT NULL,
    act {{text}} NOT NULL CHECK (act IN ('hide', 'restore', 'keep')),
    ground {{text}},
    reason {{text}} NOT NULL,
    decided_by {{id}} REFERENCES accounts (id),
    decided_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX moderation_acts_by_subject ON moderation_acts (subject_id);

-- What people said elsewhere that is neither for nor against: only an import brings it. It stands
-- below the two columns of arguments.
CREATE TABLE remarks (
    id {{id}} PRIMARY KEY,
    proposal_id {{id}} NOT NULL REFERENCES proposals (id),
    author_name {{text}} NOT NULL,
    body {{text}} NOT NULL,
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX remarks_by_proposal ON remarks (proposal_id, created_at, id);

-- What an import already brought, so that a second run changes nothing.
CREATE TABLE imported_records (
    source {{text}} NOT NULL,
    collection {{text}} NOT NULL,
    external_id {{text}} NOT NULL,
    entity_id {{id}} NOT NULL,
    digest {{bytes}} NOT NULL,
    PRIMARY KEY (source, collection, external_id)
){{strict}};
