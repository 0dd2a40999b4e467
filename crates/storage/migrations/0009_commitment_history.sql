-- What changed in commitments since they are public, field by field; nothing is ever taken away.
-- `number` orders them all: a hundred times the version, and the place of the field in it.
CREATE TABLE commitment_changes (
    commitment_id {{id}} NOT NULL REFERENCES commitments (id),
    number {{int}} NOT NULL,
    version {{int}} NOT NULL,
    field {{text}} NOT NULL,
    was {{json}} NOT NULL,
    became {{json}} NOT NULL,
    reason {{text}} NOT NULL,
    author_id {{id}} REFERENCES accounts (id),
    institution_id {{id}} REFERENCES organisations (id),
    created_at {{instant}} NOT NULL,
    PRIMARY KEY (commitment_id, number)
){{strict}};

-- The contributions of an organisation, for its page.
CREATE INDEX proposals_by_organisation ON proposals (organisation_id, state, published_at, id);
