-- People: accounts without passwords, what they may do, where they are signed in.

CREATE TABLE organisations (
    id {{id}} PRIMARY KEY,
    slug {{text}} NOT NULL UNIQUE,
    kind {{text}} NOT NULL CHECK (kind IN ('institution', 'civil_society', 'other')),
    name {{text}} NOT NULL,
    name_folded {{text}} NOT NULL,
    acronym {{text}} NOT NULL,
    purpose {{text}} NOT NULL,
    website {{text}} NOT NULL,
    register_number {{text}} NOT NULL,
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX organisations_by_name ON organisations (name_folded, id);
CREATE INDEX organisations_by_kind ON organisations (kind, name_folded, id);

CREATE TABLE accounts (
    id {{id}} PRIMARY KEY,
    email {{text}} UNIQUE,
    display_name {{text}} NOT NULL,
    language {{text}} NOT NULL CHECK (language IN ('fr', 'en')),
    created_at {{instant}} NOT NULL,
    erased_at {{instant}}
){{strict}};

CREATE TABLE grants (
    id {{id}} PRIMARY KEY,
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    role {{text}} NOT NULL,
    organisation_id {{id}} REFERENCES organisations (id),
    evidence {{text}} NOT NULL,
    granted_by {{id}} REFERENCES accounts (id),
    granted_at {{instant}} NOT NULL,
    revoked_at {{instant}},
    revoked_by {{id}} REFERENCES accounts (id)
){{strict}};
CREATE INDEX grants_by_account ON grants (account_id);
CREATE INDEX grants_by_time ON grants (granted_at, id);

-- A link and a code that answer one request; only their digests are kept.
CREATE TABLE sign_ins (
    id {{id}} PRIMARY KEY,
    email {{text}} NOT NULL,
    language {{text}} NOT NULL,
    link_digest {{bytes}} NOT NULL UNIQUE,
    code_digest {{bytes}} NOT NULL,
    return_to {{text}} NOT NULL,
    attempts {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    expires_at {{instant}} NOT NULL,
    consumed_at {{instant}}
){{strict}};
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

CREATE TABLE sessions (
    id {{id}} PRIMARY KEY,
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    token_digest {{bytes}} NOT NULL UNIQUE,
    device {{text}} NOT NULL,
    created_at {{instant}} NOT NULL,
    seen_at {{instant}} NOT NULL,
    expires_at {{instant}} NOT NULL,
    revoked_at {{instant}}
){{strict}};
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE tokens (
    id {{id}} PRIMARY KEY,
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    name {{text}} NOT NULL,
    token_digest {{bytes}} NOT NULL UNIQUE,
    created_at {{instant}} NOT NULL,
    expires_at {{instant}} NOT NULL,
    revoked_at {{instant}}
){{strict}};
CREATE INDEX tokens_by_account ON tokens (account_id);

-- Counts that must survive a restart and be shared by every instance: sign-in attempts.
-- The key is a digest: neither an address nor a network prefix is kept.
CREATE TABLE rate_limits (
    key {{bytes}} NOT NULL,
    window_start {{instant}} NOT NULL,
    hits {{int}} NOT NULL,
    PRIMARY KEY (key, window_start)
){{strict}};
CREATE INDEX rate_limits_by_window ON rate_limits (window_start);
