-- The plan cycle.

CREATE TABLE plans (
    id {{id}} PRIMARY KEY,
    slug {{text}} NOT NULL UNIQUE,
    national_label {{json}} NOT NULL,
    ogp_label {{text}} NOT NULL,
    national_start {{text}} NOT NULL,
    national_end {{text}} NOT NULL,
    ogp_start {{text}} NOT NULL,
    ogp_end {{text}} NOT NULL,
    introduction {{json}} NOT NULL,
    state {{text}} NOT NULL CHECK (state IN ('preparation', 'published', 'ended')),
    published_at {{instant}},
    source {{text}} NOT NULL,
    created_at {{instant}} NOT NULL
){{strict}};

CREATE TABLE themes (
    id {{id}} PRIMARY KEY,
    plan_id {{id}} NOT NULL REFERENCES plans (id),
    slug {{text}} NOT NULL,
    name {{json}} NOT NULL,
    description {{json}} NOT NULL,
    position {{int}} NOT NULL,
    UNIQUE (plan_id, slug)
){{strict}};

CREATE TABLE phases (
    id {{id}} PRIMARY KEY,
    plan_id {{id}} NOT NULL REFERENCES plans (id),
    kind {{text}} NOT NULL,
    starts_on {{text}} NOT NULL,
    ends_on {{text}} NOT NULL,
    note {{json}} NOT NULL,
    published_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX phases_by_plan ON phases (plan_id, starts_on);

-- Editable pages: guide, rules, legal notice, accessibility statement. Every version is kept.
CREATE TABLE pages (
    id {{id}} PRIMARY KEY,
    slug {{text}} NOT NULL UNIQUE,
    title {{json}} NOT NULL,
    body {{json}} NOT NULL,
    version {{int}} NOT NULL,
    updated_at {{instant}} NOT NULL
){{strict}};

CREATE TABLE page_versions (
    page_id {{id}} NOT NULL REFERENCES pages (id),
    version {{int}} NOT NULL,
    title {{json}} NOT NULL,
    body {{json}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (page_id, version)
){{strict}};

-- An accessibility audit, without which the statement reads "non conforme".
CREATE TABLE accessibility_audits (
    id {{id}} PRIMARY KEY,
    auditor {{text}} NOT NULL,
    conformity {{text}} NOT NULL CHECK (conformity IN ('not_conforming', 'partially_conforming', 'conforming')),
    criteria_met {{int}} NOT NULL,
    criteria_applicable {{int}} NOT NULL,
    report {{text}} NOT NULL,
    audited_on {{text}} NOT NULL,
    recorded_at {{instant}} NOT NULL
){{strict}};

-- "Tell me when it opens", and news of one thing, by e-mail, confirmed twice.
CREATE TABLE subscriptions (
    id {{id}} PRIMARY KEY,
    email {{text}} NOT NULL,
    language {{text}} NOT NULL,
    topic {{text}} NOT NULL,
    subject_id {{id}} NOT NULL,
    token_digest {{bytes}} NOT NULL UNIQUE,
    created_at {{instant}} NOT NULL,
    confirmed_at {{instant}},
    UNIQUE (email, topic, subject_id)
){{strict}};
CREATE INDEX subscriptions_by_subject ON subscriptions (topic, subject_id);

-- What a signed-in person follows.
CREATE TABLE follows (
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    topic {{text}} NOT NULL,
    subject_id {{id}} NOT NULL,
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (account_id, topic, subject_id)
){{strict}};
CREATE INDEX follows_by_subject ON follows (topic, subject_id);
