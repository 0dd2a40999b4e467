-- Commitments, actions and initiatives: their fields, their clauses and who carries them.

CREATE TABLE commitments (
    id {{id}} PRIMARY KEY,
    plan_id {{id}} NOT NULL REFERENCES plans (id),
    theme_id {{id}} REFERENCES themes (id),
    parent_id {{id}} REFERENCES commitments (id),
    level {{text}} NOT NULL CHECK (level IN ('commitment', 'action', 'initiative')),
    national_number {{text}} NOT NULL,
    ogp_id {{text}} NOT NULL,
    title {{json}} NOT NULL,
    summary {{json}} NOT NULL,
    problem {{json}} NOT NULL,
    causes {{json}} NOT NULL,
    done_so_far {{json}} NOT NULL,
    solution {{json}} NOT NULL,
    results_wanted {{json}} NOT NULL,
    transparency {{json}} NOT NULL,
    accountability {{json}} NOT NULL,
    participation {{json}} NOT NULL,
    budget {{text}} NOT NULL,
    development_goals {{text}} NOT NULL,
    contact {{text}} NOT NULL,
    starts_on {{text}} NOT NULL,
    ends_on {{text}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'withdrawn')),
    state_reason {{text}} NOT NULL,
    position {{int}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    version {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    updated_at {{instant}} NOT NULL,
    submitted_at {{instant}},
    published_at {{instant}}
){{strict}};
CREATE INDEX commitments_by_plan ON commitments (plan_id, state, position);
CREATE INDEX commitments_by_publication ON commitments (state, published_at, id);
CREATE INDEX commitments_by_parent ON commitments (parent_id);

CREATE TABLE clauses (
    id {{id}} PRIMARY KEY,
    commitment_id {{id}} NOT NULL REFERENCES commitments (id),
    number {{int}} NOT NULL,
    text {{json}} NOT NULL,
    version {{int}} NOT NULL,
    contributions {{int}} NOT NULL,
    repealed_at {{instant}},
    updated_at {{instant}} NOT NULL,
    UNIQUE (commitment_id, number)
){{strict}};

CREATE TABLE clause_versions (
    clause_id {{id}} NOT NULL REFERENCES clauses (id),
    version {{int}} NOT NULL,
    text {{json}} NOT NULL,
    reason {{text}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (clause_id, version)
){{strict}};

CREATE TABLE carriers (
    commitment_id {{id}} NOT NULL REFERENCES commitments (id),
    organisation_id {{id}} NOT NULL REFERENCES organisations (id),
    part {{text}} NOT NULL CHECK (part IN ('lead', 'co_carrier', 'supporting')),
    position {{int}} NOT NULL,
    PRIMARY KEY (commitment_id, organisation_id)
){{strict}};
CREATE INDEX carriers_by_organisation ON carriers (organisation_id);

CREATE TABLE milestones (
    id {{id}} PRIMARY KEY,
    commitment_id {{id}} NOT NULL REFERENCES commitments (id),
    position {{int}} NOT NULL,
    title {{json}} NOT NULL,
    expected_output {{json}} NOT NULL,
    due_on {{text}} NOT NULL,
    lead_id {{id}} REFERENCES organisations (id)
){{strict}};
CREATE INDEX milestones_by_commitment ON milestones (commitment_id, position);

CREATE TABLE indicators (
    id {{id}} PRIMARY KEY,
    commitment_id {{id}} NOT NULL REFERENCES commitments (id),
    position {{int}} NOT NULL,
    name {{json}} NOT NULL,
    unit {{text}} NOT NULL,
    baseline {{text}} NOT NULL,
    target {{text}} NOT NULL,
    latest {{text}} NOT NULL
){{strict}};
CREATE INDEX indicators_by_commitment ON indicators (commitment_id, position);

-- What a commitment continues, was split from, or absorbed.
CREATE TABLE lineage (
    commitment_id {{id}} NOT NULL REFERENCES commitments (id),
    earlier_id {{id}} NOT NULL REFERENCES commitments (id),
    kind {{text}} NOT NULL CHECK (kind IN ('continues', 'split_from', 'merges')),
    PRIMARY KEY (commitment_id, earlier_id)
){{strict}};
CREATE INDEX lineage_by_earlier ON lineage (earlier_id);
