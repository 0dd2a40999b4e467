-- Written by `cargo xtask generate`: the schema as SQLite reads it.

-- People: accounts without passwords, what they may do, where they are signed in.

CREATE TABLE organisations (
    id BLOB PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('institution', 'civil_society', 'other')),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    acronym TEXT NOT NULL,
    purpose TEXT NOT NULL,
    website TEXT NOT NULL,
    register_number TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX organisations_by_name ON organisations (name_folded, id);
CREATE INDEX organisations_by_kind ON organisations (kind, name_folded, id);

CREATE TABLE accounts (
    id BLOB PRIMARY KEY,
    email TEXT UNIQUE,
    display_name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    created_at INTEGER NOT NULL,
    erased_at INTEGER
) STRICT;

CREATE TABLE grants (
    id BLOB PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    organisation_id BLOB REFERENCES organisations (id),
    evidence TEXT NOT NULL,
    granted_by BLOB REFERENCES accounts (id),
    granted_at INTEGER NOT NULL,
    revoked_at INTEGER,
    revoked_by BLOB REFERENCES accounts (id)
) STRICT;
CREATE INDEX grants_by_account ON grants (account_id);
CREATE INDEX grants_by_time ON grants (granted_at, id);

-- A link and a code that answer one request; only their digests are kept.
CREATE TABLE sign_ins (
    id BLOB PRIMARY KEY,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    link_digest BLOB NOT NULL UNIQUE,
    code_digest BLOB NOT NULL,
    return_to TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    consumed_at INTEGER
) STRICT;
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

CREATE TABLE sessions (
    id BLOB PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    token_digest BLOB NOT NULL UNIQUE,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE tokens (
    id BLOB PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    token_digest BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX tokens_by_account ON tokens (account_id);

-- Counts that must survive a restart and be shared by every instance: sign-in attempts.
-- The key is a digest: neither an address nor a network prefix is kept.
CREATE TABLE rate_limits (
    key BLOB NOT NULL,
    window_start INTEGER NOT NULL,
    hits INTEGER NOT NULL,
    PRIMARY KEY (key, window_start)
) STRICT;
CREATE INDEX rate_limits_by_window ON rate_limits (window_start);

-- What happens behind the pages.

-- Work to do after a transaction: mail, indexing, housekeeping. Leased, retried, then kept as failed.
CREATE TABLE jobs (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    leased_until INTEGER,
    last_error TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX jobs_to_run ON jobs (state, run_at);

-- What changed and must reach the indexes. `seq` is stamped by the one worker on committed rows,
-- because on PostgreSQL a lower number may commit later.
CREATE TABLE outbox (
    id BLOB PRIMARY KEY,
    topic TEXT NOT NULL,
    entity_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    seq INTEGER UNIQUE
) STRICT;

-- Small facts of an instance: where an index stands, the secret checks, the marker of a moved database.
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What happened in public, in the order of the news.
CREATE TABLE events (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    plan_id BLOB,
    happened_at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_time ON events (happened_at, id);
CREATE INDEX events_by_plan ON events (plan_id, happened_at, id);

-- The plan cycle.

CREATE TABLE plans (
    id BLOB PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    national_label TEXT NOT NULL,
    ogp_label TEXT NOT NULL,
    national_start TEXT NOT NULL,
    national_end TEXT NOT NULL,
    ogp_start TEXT NOT NULL,
    ogp_end TEXT NOT NULL,
    introduction TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('preparation', 'published', 'ended')),
    published_at INTEGER,
    source TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE themes (
    id BLOB PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (plan_id, slug)
) STRICT;

CREATE TABLE phases (
    id BLOB PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id),
    kind TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    note TEXT NOT NULL,
    published_at INTEGER NOT NULL
) STRICT;
CREATE INDEX phases_by_plan ON phases (plan_id, starts_on);

-- Editable pages: guide, rules, legal notice, accessibility statement. Every version is kept.
CREATE TABLE pages (
    id BLOB PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE page_versions (
    page_id BLOB NOT NULL REFERENCES pages (id),
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (page_id, version)
) STRICT;

-- An accessibility audit, without which the statement reads "non conforme".
CREATE TABLE accessibility_audits (
    id BLOB PRIMARY KEY,
    auditor TEXT NOT NULL,
    conformity TEXT NOT NULL CHECK (conformity IN ('not_conforming', 'partially_conforming', 'conforming')),
    criteria_met INTEGER NOT NULL,
    criteria_applicable INTEGER NOT NULL,
    report TEXT NOT NULL,
    audited_on TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

-- "Tell me when it opens", and news of one thing, by e-mail, confirmed twice.
CREATE TABLE subscriptions (
    id BLOB PRIMARY KEY,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    topic TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    token_digest BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    UNIQUE (email, topic, subject_id)
) STRICT;
CREATE INDEX subscriptions_by_subject ON subscriptions (topic, subject_id);

-- What a signed-in person follows.
CREATE TABLE follows (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    topic TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, topic, subject_id)
) STRICT;
CREATE INDEX follows_by_subject ON follows (topic, subject_id);

-- Consultations and what people contribute to them.

CREATE TABLE consultations (
    id BLOB PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    rules TEXT NOT NULL,
    information TEXT NOT NULL,
    follow_up TEXT NOT NULL,
    opens_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    announced_at INTEGER,
    approved_at INTEGER,
    outcome TEXT CHECK (outcome IN ('no_report_expected', 'report_available', 'not_going_ahead')),
    outcome_reason TEXT NOT NULL,
    outcome_at INTEGER,
    ballot TEXT NOT NULL CHECK (ballot IN ('support_only', 'three_positions')),
    answer_within_days INTEGER NOT NULL,
    source TEXT NOT NULL,
    proposals INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    positions INTEGER NOT NULL,
    arguments INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consultations_by_plan ON consultations (plan_id);

-- What an approved consultation was before its rules or dates changed, and why they changed.
CREATE TABLE consultation_revisions (
    consultation_id BLOB NOT NULL REFERENCES consultations (id),
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    rules TEXT NOT NULL,
    opens_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, number)
) STRICT;

CREATE TABLE proposals (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultations (id),
    theme_id BLOB REFERENCES themes (id),
    author_id BLOB REFERENCES accounts (id),
    author_name TEXT NOT NULL,
    author_kind TEXT NOT NULL CHECK (author_kind IN ('agent', 'civil_society', 'citizen')),
    organisation_id BLOB REFERENCES organisations (id),
    capacity TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn', 'hidden')),
    state_reason TEXT NOT NULL,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    change TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL,
    supports INTEGER NOT NULL,
    mixed INTEGER NOT NULL,
    against INTEGER NOT NULL,
    historic_supports INTEGER NOT NULL,
    historic_mixed INTEGER NOT NULL,
    historic_against INTEGER NOT NULL,
    arguments_for INTEGER NOT NULL,
    arguments_against INTEGER NOT NULL,
    amendments INTEGER NOT NULL,
    response_id BLOB,
    answered_at INTEGER,
    support_rank INTEGER NOT NULL,
    discussion_rank INTEGER NOT NULL,
    shuffle INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    updated_at INTEGER NOT NULL
) STRICT;
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
    consultation_id BLOB NOT NULL REFERENCES consultations (id),
    theme TEXT NOT NULL,
    author_kind TEXT NOT NULL,
    answer TEXT NOT NULL,
    proposals INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, theme, author_kind, answer)
) STRICT;

CREATE TABLE proposal_versions (
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    change TEXT NOT NULL,
    body TEXT NOT NULL,
    author_name TEXT NOT NULL,
    amendment_id BLOB,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, version)
) STRICT;

-- Named parts that a contribution came with, from an import ("Exposé des motifs").
CREATE TABLE proposal_appendices (
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (proposal_id, position)
) STRICT;

CREATE TABLE positions (
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    position TEXT NOT NULL CHECK (position IN ('support', 'mixed', 'against')),
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (proposal_id, account_id)
) STRICT;
CREATE INDEX positions_by_account ON positions (account_id);

CREATE TABLE arguments (
    id BLOB PRIMARY KEY,
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    author_id BLOB REFERENCES accounts (id),
    author_name TEXT NOT NULL,
    author_kind TEXT NOT NULL CHECK (author_kind IN ('agent', 'civil_society', 'citizen')),
    organisation_id BLOB REFERENCES organisations (id),
    side TEXT NOT NULL CHECK (side IN ('for', 'against')),
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'withdrawn', 'hidden')),
    state_reason TEXT NOT NULL,
    useful INTEGER NOT NULL,
    historic_useful INTEGER NOT NULL,
    useful_rank INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX arguments_by_usefulness ON arguments (proposal_id, side, state, useful_rank, id);
CREATE INDEX arguments_by_author ON arguments (author_id);

CREATE TABLE useful_marks (
    argument_id BLOB NOT NULL REFERENCES arguments (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (argument_id, account_id)
) STRICT;

CREATE TABLE amendments (
    id BLOB PRIMARY KEY,
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    base_version INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('problem', 'change', 'body')),
    passage TEXT NOT NULL,
    replacement TEXT NOT NULL,
    reason TEXT NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    author_name TEXT NOT NULL,
    author_kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'outdated')),
    decision_reason TEXT NOT NULL,
    decided_by BLOB REFERENCES accounts (id),
    decided_at INTEGER,
    resulting_version INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX amendments_by_proposal ON amendments (proposal_id, state);

-- What readers said breaks the rules, for the coordinators to read.
CREATE TABLE reports (
    id BLOB PRIMARY KEY,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('proposal', 'argument')),
    subject_id BLOB NOT NULL,
    reporter_id BLOB REFERENCES accounts (id),
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed')),
    created_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;
CREATE INDEX reports_by_time ON reports (state, id);
CREATE INDEX reports_by_subject ON reports (subject_id, state);

-- What moderators did, in public but for who decided.
CREATE TABLE moderation_acts (
    id BLOB PRIMARY KEY,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('proposal', 'argument')),
    subject_id BLOB NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('hide', 'restore', 'keep')),
    ground TEXT,
    reason TEXT NOT NULL,
    decided_by BLOB REFERENCES accounts (id),
    decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX moderation_acts_by_subject ON moderation_acts (subject_id);

-- What people said elsewhere that is neither for nor against: only an import brings it. It stands
-- below the two columns of arguments.
CREATE TABLE remarks (
    id BLOB PRIMARY KEY,
    proposal_id BLOB NOT NULL REFERENCES proposals (id),
    author_name TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX remarks_by_proposal ON remarks (proposal_id, created_at, id);

-- What an import already brought, so that a second run changes nothing.
CREATE TABLE imported_records (
    source TEXT NOT NULL,
    collection TEXT NOT NULL,
    external_id TEXT NOT NULL,
    entity_id BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (source, collection, external_id)
) STRICT;

-- Commitments, actions and initiatives: their fields, their clauses and who carries them.

CREATE TABLE commitments (
    id BLOB PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id),
    theme_id BLOB REFERENCES themes (id),
    parent_id BLOB REFERENCES commitments (id),
    level TEXT NOT NULL CHECK (level IN ('commitment', 'action', 'initiative')),
    national_number TEXT NOT NULL,
    ogp_id TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    problem TEXT NOT NULL,
    causes TEXT NOT NULL,
    done_so_far TEXT NOT NULL,
    solution TEXT NOT NULL,
    results_wanted TEXT NOT NULL,
    transparency TEXT NOT NULL,
    accountability TEXT NOT NULL,
    participation TEXT NOT NULL,
    budget TEXT NOT NULL,
    development_goals TEXT NOT NULL,
    contact TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'withdrawn')),
    state_reason TEXT NOT NULL,
    position INTEGER NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    submitted_at INTEGER,
    published_at INTEGER
) STRICT;
CREATE INDEX commitments_by_plan ON commitments (plan_id, state, position);
CREATE INDEX commitments_by_publication ON commitments (state, published_at, id);
CREATE INDEX commitments_by_parent ON commitments (parent_id);

CREATE TABLE clauses (
    id BLOB PRIMARY KEY,
    commitment_id BLOB NOT NULL REFERENCES commitments (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL,
    contributions INTEGER NOT NULL,
    repealed_at INTEGER,
    updated_at INTEGER NOT NULL,
    UNIQUE (commitment_id, number)
) STRICT;

CREATE TABLE clause_versions (
    clause_id BLOB NOT NULL REFERENCES clauses (id),
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (clause_id, version)
) STRICT;

CREATE TABLE carriers (
    commitment_id BLOB NOT NULL REFERENCES commitments (id),
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    part TEXT NOT NULL CHECK (part IN ('lead', 'co_carrier', 'supporting')),
    position INTEGER NOT NULL,
    PRIMARY KEY (commitment_id, organisation_id)
) STRICT;
CREATE INDEX carriers_by_organisation ON carriers (organisation_id);

CREATE TABLE milestones (
    id BLOB PRIMARY KEY,
    commitment_id BLOB NOT NULL REFERENCES commitments (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    expected_output TEXT NOT NULL,
    due_on TEXT NOT NULL,
    lead_id BLOB REFERENCES organisations (id)
) STRICT;
CREATE INDEX milestones_by_commitment ON milestones (commitment_id, position);

CREATE TABLE indicators (
    id BLOB PRIMARY KEY,
    commitment_id BLOB NOT NULL REFERENCES commitments (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    baseline TEXT NOT NULL,
    target TEXT NOT NULL,
    latest TEXT NOT NULL
) STRICT;
CREATE INDEX indicators_by_commitment ON indicators (commitment_id, position);

-- What a commitment continues, was split from, or absorbed.
CREATE TABLE lineage (
    commitment_id BLOB NOT NULL REFERENCES commitments (id),
    earlier_id BLOB NOT NULL REFERENCES commitments (id),
    kind TEXT NOT NULL CHECK (kind IN ('continues', 'split_from', 'merges')),
    PRIMARY KEY (commitment_id, earlier_id)
) STRICT;
CREATE INDEX lineage_by_earlier ON lineage (earlier_id);

-- Reasoned responses: what was decided about contributions, why, by whom, and what it changed.

CREATE TABLE responses (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultations (id),
    institution_id BLOB NOT NULL REFERENCES organisations (id),
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    merged_into BLOB REFERENCES proposals (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'in_review', 'published')),
    drafted_by BLOB REFERENCES accounts (id),
    reviewed_by BLOB REFERENCES accounts (id),
    review_note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    submitted_at INTEGER,
    published_at INTEGER
) STRICT;
CREATE INDEX responses_by_consultation ON responses (consultation_id, state, published_at, id);
CREATE INDEX responses_by_institution ON responses (institution_id, state, published_at, id);
CREATE INDEX responses_by_time ON responses (state, published_at, id);

-- A contribution stands in one response at most, whatever its state: two answers would contradict.
-- `theme` and `days` are what its figures were counted under when it was published.
CREATE TABLE response_proposals (
    response_id BLOB NOT NULL REFERENCES responses (id),
    proposal_id BLOB NOT NULL UNIQUE REFERENCES proposals (id),
    theme TEXT NOT NULL,
    days INTEGER,
    PRIMARY KEY (response_id, proposal_id)
) STRICT;

-- The version is the one the clause had when the answer said it was changed.
CREATE TABLE response_clauses (
    response_id BLOB NOT NULL REFERENCES responses (id),
    clause_id BLOB NOT NULL REFERENCES clauses (id),
    clause_version INTEGER NOT NULL,
    PRIMARY KEY (response_id, clause_id)
) STRICT;
CREATE INDEX response_clauses_by_clause ON response_clauses (clause_id);

-- What was said before a published answer was corrected; `note` says why it was.
CREATE TABLE response_versions (
    response_id BLOB NOT NULL REFERENCES responses (id),
    version INTEGER NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (response_id, version)
) STRICT;

-- An author may contest the answer once.
CREATE TABLE contests (
    id BLOB PRIMARY KEY,
    response_id BLOB NOT NULL REFERENCES responses (id),
    proposal_id BLOB NOT NULL UNIQUE REFERENCES proposals (id),
    author_id BLOB NOT NULL REFERENCES accounts (id),
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    reply TEXT NOT NULL,
    replied_by BLOB REFERENCES accounts (id),
    replied_at INTEGER
) STRICT;
CREATE INDEX contests_by_response ON contests (response_id);

-- Days between a contribution and its answer: one row a (consultation, institution, theme, decision,
-- days), from which medians are read without counting contributions.
CREATE TABLE response_delays (
    consultation_id BLOB NOT NULL REFERENCES consultations (id),
    institution_id BLOB NOT NULL REFERENCES organisations (id),
    theme TEXT NOT NULL,
    decision TEXT NOT NULL,
    days INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, institution_id, theme, decision, days)
) STRICT;

-- Counters that do not make people wait for one another, and lists that count nothing.

-- The positions taken in a consultation, spread over a few rows that are summed when read: one row
-- would make every support of a consultation wait for the one before. `consultations.positions`
-- stays at what it was and is read no more.
CREATE TABLE position_counts (
    consultation_id BLOB NOT NULL REFERENCES consultations (id),
    shard INTEGER NOT NULL,
    positions INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, shard)
) STRICT;
INSERT INTO position_counts (consultation_id, shard, positions)
    SELECT id, 0, positions FROM consultations WHERE positions <> 0;

-- How many contributions a response answers, and the first of them, for the lists.
ALTER TABLE responses ADD COLUMN contributions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN first_proposal_id BLOB;
UPDATE responses SET
    contributions = (SELECT COUNT(*) FROM response_proposals rp WHERE rp.response_id = responses.id),
    first_proposal_id = (SELECT p.id FROM response_proposals rp JOIN proposals p ON p.id = rp.proposal_id
        WHERE rp.response_id = responses.id ORDER BY p.published_at NULLS LAST, p.id LIMIT 1);

-- The indexes of the list also hold what it is filtered by, so that a filter that keeps little reads
-- the index and not the texts.
DROP INDEX proposals_by_time;
DROP INDEX proposals_by_support;
DROP INDEX proposals_by_discussion;
DROP INDEX proposals_by_shuffle;
CREATE INDEX proposals_by_time
    ON proposals (consultation_id, state, published_at, id, theme_id, author_kind, response_id);
CREATE INDEX proposals_by_support
    ON proposals (consultation_id, state, support_rank, id, theme_id, author_kind, response_id);
CREATE INDEX proposals_by_discussion
    ON proposals (consultation_id, state, discussion_rank, id, theme_id, author_kind, response_id);
CREATE INDEX proposals_by_shuffle
    ON proposals (consultation_id, state, shuffle, id, theme_id, author_kind, response_id);

-- Whether a reader has something of their own on a proposal is asked at every signed-in reading of its page.
CREATE INDEX useful_marks_by_account ON useful_marks (account_id);
DROP INDEX arguments_by_author;
CREATE INDEX arguments_by_author ON arguments (author_id, proposal_id);

-- What changed in commitments since they are public, field by field; nothing is ever taken away.
-- `number` orders them all: a hundred times the version, and the place of the field in it.
CREATE TABLE commitment_changes (
    commitment_id BLOB NOT NULL REFERENCES commitments (id),
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    field TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    reason TEXT NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    institution_id BLOB REFERENCES organisations (id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (commitment_id, number)
) STRICT;

-- The contributions of an organisation, for its page.
CREATE INDEX proposals_by_organisation ON proposals (organisation_id, state, published_at, id);

-- Positions are summed from the rows that count them; what consultations kept of them is read by nobody.
ALTER TABLE consultations DROP COLUMN positions;

-- What people add to the directory. Registers are files; all this outlives their editions.

-- What an organisation says of itself, every version of it: the last one is in force, none is ever changed.
CREATE TABLE directory_cards (
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    version INTEGER NOT NULL,
    causes TEXT NOT NULL,
    audience TEXT NOT NULL,
    goals TEXT NOT NULL,
    goals_at INTEGER,
    reach TEXT NOT NULL,
    website TEXT NOT NULL,
    author_id BLOB REFERENCES accounts (id),
    written_at INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, version)
) STRICT;
CREATE INDEX directory_cards_by_author ON directory_cards (author_id);

-- What is asked of the coordination. `subject` is the key of an entry at the time of asking, or, while the
-- organisation has no number in a register, its identifier here.
CREATE TABLE directory_requests (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('withdrawal', 'contest', 'voice')),
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    fact TEXT,
    truth TEXT NOT NULL,
    link TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'taken_back')),
    asked_by BLOB NOT NULL REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    answer TEXT NOT NULL,
    handled_by BLOB REFERENCES accounts (id),
    handled_at INTEGER
) STRICT;
CREATE INDEX directory_requests_by_state ON directory_requests (state, id);
CREATE INDEX directory_requests_by_subject ON directory_requests (subject, kind, id);
CREATE INDEX directory_requests_by_person ON directory_requests (asked_by, id);

-- Those that are not suggested, since when, and because of which request.
CREATE TABLE directory_withdrawals (
    subject TEXT PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES directory_requests (id),
    since INTEGER NOT NULL
) STRICT;

-- Numbers typed with spaces are the same numbers.
UPDATE organisations SET register_number = UPPER(REPLACE(register_number, ' ', ''))
    WHERE LENGTH(REPLACE(register_number, ' ', '')) IN (9, 10, 14);
CREATE INDEX organisations_by_register_number ON organisations (register_number);
CREATE INDEX arguments_by_organisation ON arguments (organisation_id, state);

-- Short lists of organisations, under the keys of the directory; who may read and write them; what people think of
-- interest and influence, and who is absent.

CREATE TABLE shortlists (
    id BLOB PRIMARY KEY,
    keeper_id BLOB NOT NULL REFERENCES accounts (id),
    title TEXT NOT NULL,
    aim TEXT NOT NULL,
    entries INTEGER NOT NULL,
    link_made INTEGER NOT NULL,
    link_open INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX shortlists_by_keeper ON shortlists (keeper_id, changed_at);

CREATE TABLE shortlist_members (
    shortlist_id BLOB NOT NULL REFERENCES shortlists (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    access TEXT NOT NULL CHECK (access IN ('read', 'write')),
    named_at INTEGER NOT NULL,
    PRIMARY KEY (shortlist_id, account_id)
) STRICT;
CREATE INDEX shortlist_members_by_account ON shortlist_members (account_id);

-- An entry keeps the name that the organisation had; `rank` orders the list, removed ones keep theirs.
CREATE TABLE shortlist_entries (
    id BLOB PRIMARY KEY,
    shortlist_id BLOB NOT NULL REFERENCES shortlists (id),
    directory_key TEXT,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    about TEXT NOT NULL,
    why TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('hand', 'search', 'text', 'page', 'column')),
    sought TEXT NOT NULL,
    notes TEXT NOT NULL,
    rank INTEGER NOT NULL,
    version INTEGER NOT NULL,
    added_by BLOB NOT NULL REFERENCES accounts (id),
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    removed_by BLOB REFERENCES accounts (id),
    removed_why TEXT NOT NULL
) STRICT;
CREATE INDEX shortlist_entries_in_order ON shortlist_entries (shortlist_id, rank, id);
CREATE INDEX shortlist_entries_by_key ON shortlist_entries (directory_key, added_at);
CREATE INDEX shortlist_entries_by_adder ON shortlist_entries (added_by);
-- An organisation stands once on a list.
CREATE UNIQUE INDEX shortlist_entries_once ON shortlist_entries (shortlist_id, directory_key) WHERE removed_at IS NULL;

-- Marks are replaced and never averaged: the one in force has no `replaced_at`.
CREATE TABLE stakes (
    id BLOB PRIMARY KEY,
    shortlist_id BLOB NOT NULL REFERENCES shortlists (id),
    entry_id BLOB NOT NULL REFERENCES shortlist_entries (id),
    axis TEXT NOT NULL CHECK (axis IN ('interest', 'influence')),
    mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 4),
    reason TEXT NOT NULL,
    author_id BLOB NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    replaced_at INTEGER
) STRICT;
CREATE INDEX stakes_by_shortlist ON stakes (shortlist_id, replaced_at);
CREATE INDEX stakes_by_entry ON stakes (entry_id, created_at);
CREATE INDEX stakes_by_author ON stakes (author_id);
CREATE UNIQUE INDEX stakes_in_force ON stakes (entry_id, axis) WHERE replaced_at IS NULL;

-- `who` is null when the answer was: nobody, as far as we know.
CREATE TABLE absents (
    id BLOB PRIMARY KEY,
    shortlist_id BLOB NOT NULL REFERENCES shortlists (id),
    who TEXT,
    why TEXT NOT NULL,
    author_id BLOB NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX absents_by_shortlist ON absents (shortlist_id, created_at, id);
CREATE INDEX absents_by_author ON absents (author_id);
