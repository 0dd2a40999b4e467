-- Counters that do not make people wait for one another, and lists that count nothing.

-- The positions taken in a consultation, spread over a few rows that are summed when read: one row
-- would make every support of a consultation wait for the one before. `consultations.positions`
-- stays at what it was and is read no more.
CREATE TABLE position_counts (
    consultation_id {{id}} NOT NULL REFERENCES consultations (id),
    shard {{int}} NOT NULL,
    positions {{int}} NOT NULL,
    PRIMARY KEY (consultation_id, shard)
){{strict}};
INSERT INTO position_counts (consultation_id, shard, positions)
    SELECT id, 0, positions FROM consultations WHERE positions <> 0;

-- How many contributions a response answers, and the first of them, for the lists.
ALTER TABLE responses ADD COLUMN contributions {{int}} NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN first_proposal_id {{id}};
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
