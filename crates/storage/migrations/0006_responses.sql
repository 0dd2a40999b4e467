-- Reasoned responses: what was decided about contributions, why, by whom, and what it changed.

CREATE TABLE responses (
    id {{id}} PRIMARY KEY,
    consultation_id {{id}} NOT NULL REFERENCES consultations (id),
    institution_id {{id}} NOT NULL REFERENCES organisations (id),
    decision {{text}} NOT NULL,
    reason {{json}} NOT NULL,
    merged_into {{id}} REFERENCES proposals (id),
    state {{text}} NOT NULL CHECK (state IN ('draft', 'in_review', 'published')),
    drafted_by {{id}} REFERENCES accounts (id),
    reviewed_by {{id}} REFERENCES accounts (id),
    review_note {{text}} NOT NULL,
    version {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    updated_at {{instant}} NOT NULL,
    submitted_at {{instant}},
    published_at {{instant}}
){{strict}};
CREATE INDEX responses_by_consultation ON responses (consultation_id, state, published_at, id);
CREATE INDEX responses_by_institution ON responses (institution_id, state, published_at, id);
CREATE INDEX responses_by_time ON responses (state, published_at, id);

-- A contribution stands in one response at most, whatever its state: two answers would contradict.
-- `theme` and `days` are what its figures were counted under when it was published.
CREATE TABLE response_proposals (
    response_id {{id}} NOT NULL REFERENCES responses (id),
    proposal_id {{id}} NOT NULL UNIQUE REFERENCES proposals (id),
    theme {{text}} NOT NULL,
    days {{int}},
    PRIMARY KEY (response_id, proposal_id)
){{strict}};

-- The version is the one the clause had when the answer said it was changed.
CREATE TABLE response_clauses (
    response_id {{id}} NOT NULL REFERENCES responses (id),
    clause_id {{id}} NOT NULL REFERENCES clauses (id),
    clause_version {{int}} NOT NULL,
    PRIMARY KEY (response_id, clause_id)
){{strict}};
CREATE INDEX response_clauses_by_clause ON response_clauses (clause_id);

-- What was said before a published answer was corrected; `note` says why it was.
CREATE TABLE response_versions (
    response_id {{id}} NOT NULL REFERENCES responses (id),
    version {{int}} NOT NULL,
    decision {{text}} NOT NULL,
    reason {{json}} NOT NULL,
    note {{text}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (response_id, version)
){{strict}};

-- An author may contest the answer once.
CREATE TABLE contests (
    id {{id}} PRIMARY KEY,
    response_id {{id}} NOT NULL REFERENCES responses (id),
    proposal_id {{id}} NOT NULL UNIQUE REFERENCES proposals (id),
    author_id {{id}} NOT NULL REFERENCES accounts (id),
    body {{text}} NOT NULL,
    created_at {{instant}} NOT NULL,
    reply {{text}} NOT NULL,
    replied_by {{id}} REFERENCES accounts (id),
    replied_at {{instant}}
){{strict}};
CREATE INDEX contests_by_response ON contests (response_id);

-- Days between a contribution and its answer: one row a (consultation, institution, theme, decision,
-- days), from which medians are read without counting contributions.
CREATE TABLE response_delays (
    consultation_id {{id}} NOT NULL REFERENCES consultations (id),
    institution_id {{id}} NOT NULL REFERENCES organisations (id),
    theme {{text}} NOT NULL,
    decision {{text}} NOT NULL,
    days {{int}} NOT NULL,
    answered {{int}} NOT NULL,
    PRIMARY KEY (consultation_id, institution_id, theme, decision, days)
){{strict}};
