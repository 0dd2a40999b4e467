-- Short lists of organisations, under the keys of the directory; who may read and write them; what people think of
-- interest and influence, and who is absent.

CREATE TABLE shortlists (
    id {{id}} PRIMARY KEY,
    keeper_id {{id}} NOT NULL REFERENCES accounts (id),
    title {{text}} NOT NULL,
    aim {{text}} NOT NULL,
    entries {{int}} NOT NULL,
    link_made {{int}} NOT NULL,
    link_open {{bool}} NOT NULL,
    version {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    changed_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX shortlists_by_keeper ON shortlists (keeper_id, changed_at);

CREATE TABLE shortlist_members (
    shortlist_id {{id}} NOT NULL REFERENCES shortlists (id),
    account_id {{id}} NOT NULL REFERENCES accounts (id),
    access {{text}} NOT NULL CHECK (access IN ('read', 'write')),
    named_at {{instant}} NOT NULL,
    PRIMARY KEY (shortlist_id, account_id)
){{strict}};
CREATE INDEX shortlist_members_by_account ON shortlist_members (account_id);

-- An entry keeps the name that the organisation had; `rank` orders the list, removed ones keep theirs.
CREATE TABLE shortlist_entries (
    id {{id}} PRIMARY KEY,
    shortlist_id {{id}} NOT NULL REFERENCES shortlists (id),
    directory_key {{text}},
    name {{text}} NOT NULL,
    place {{text}} NOT NULL,
    about {{text}} NOT NULL,
    why {{text}} NOT NULL,
    origin {{text}} NOT NULL CHECK (origin IN ('hand', 'search', 'text', 'page', 'column')),
    sought {{text}} NOT NULL,
    notes {{text}} NOT NULL,
    rank {{int}} NOT NULL,
    version {{int}} NOT NULL,
    added_by {{id}} NOT NULL REFERENCES accounts (id),
    added_at {{instant}} NOT NULL,
    removed_at {{instant}},
    removed_by {{id}} REFERENCES accounts (id),
    removed_why {{text}} NOT NULL
){{strict}};
CREATE INDEX shortlist_entries_in_order ON shortlist_entries (shortlist_id, rank, id);
CREATE INDEX shortlist_entries_by_key ON shortlist_entries (directory_key, added_at);
CREATE INDEX shortlist_entries_by_adder ON shortlist_entries (added_by);
-- An organisation stands once on a list.
CREATE UNIQUE INDEX shortlist_entries_once ON shortlist_entries (shortlist_id, directory_key) WHERE removed_at IS NULL;

-- Marks are replaced and never averaged: the one in force has no `replaced_at`.
CREATE TABLE stakes (
    id {{id}} PRIMARY KEY,
    shortlist_id {{id}} NOT NULL REFERENCES shortlists (id),
    entry_id {{id}} NOT NULL REFERENCES shortlist_entries (id),
    axis {{text}} NOT NULL CHECK (axis IN ('interest', 'influence')),
    mark {{int}} NOT NULL CHECK (mark BETWEEN 1 AND 4),
    reason {{text}} NOT NULL,
    author_id {{id}} NOT NULL REFERENCES accounts (id),
    created_at {{instant}} NOT NULL,
    replaced_at {{instant}}
){{strict}};
CREATE INDEX stakes_by_shortlist ON stakes (shortlist_id, replaced_at);
CREATE INDEX stakes_by_entry ON stakes (entry_id, created_at);
CREATE INDEX stakes_by_author ON stakes (author_id);
CREATE UNIQUE INDEX stakes_in_force ON stakes (entry_id, axis) WHERE replaced_at IS NULL;

-- `who` is null when the answer was: nobody, as far as we know.
CREATE TABLE absents (
    id {{id}} PRIMARY KEY,
    shortlist_id {{id}} NOT NULL REFERENCES shortlists (id),
    who {{text}},
    why {{text}} NOT NULL,
    author_id {{id}} NOT NULL REFERENCES accounts (id),
    created_at {{instant}} NOT NULL
){{strict}};
CREATE INDEX absents_by_shortlist ON absents (shortlist_id, created_at, id);
CREATE INDEX absents_by_author ON absents (author_id);
