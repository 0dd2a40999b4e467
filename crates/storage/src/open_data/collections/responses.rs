//! Reasoned responses, what they answer and what is said against them.

use super::{By, Source, rows, while_published};

/// Published reasoned responses.
pub(super) const RESPONSES: Source = rows! {
    each "responses" from "responses",
    public "state = 'published'",
    key "id",
    scopes [None, Some("consultation_id"), None],
    filters [
        By::code("decision", "decision = ?"),
        By::id("institution", "institution_id = ?"),
        By::id("consultation", "consultation_id = ?"),
    ],
    columns {
        "id": Id, "consultation_id": Id, "institution_id": Id, "decision": Text, "reason": Localized,
        "merged_into": OptionalId, "version": Number, "published_at": OptionalMoment, "updated_at": Moment,
    }
};

/// Which contributions a response answers.
pub(super) const RESPONSE_PROPOSALS: Source = rows! {
    each "l" from "response_proposals l JOIN responses r ON r.id = l.response_id",
    public "r.state = 'published'",
    key "response_id" and "proposal_id" as Id,
    scopes [None, Some("r.consultation_id"), Some("l.proposal_id")],
    columns {
        "response_id": Id, "proposal_id": Id,
    }
};

/// Which clauses a response says it changed.
pub(super) const RESPONSE_CLAUSES: Source = rows! {
    each "l" from "response_clauses l JOIN responses r ON r.id = l.response_id JOIN clauses c ON c.id = l.clause_id \
        JOIN commitments m ON m.id = c.commitment_id",
    public "r.state = 'published' AND m.state = 'published'",
    key "response_id" and "clause_id" as Id,
    scopes [Some("m.plan_id"), Some("r.consultation_id"), None],
    columns {
        "response_id": Id, "clause_id": Id, "commitment_id": Id = "c.commitment_id",
        "clause_number": Number = "c.number", "clause_version": Number,
    }
};

/// What authors say against the answer they received, and what the institution replies.
pub(super) const CONTESTS: Source = rows! {
    each "k" from "contests k JOIN responses r ON r.id = k.response_id JOIN proposals p ON p.id = k.proposal_id",
    public "r.state = 'published'",
    key "id",
    scopes [None, Some("r.consultation_id"), Some("k.proposal_id")],
    columns {
        "id": Id, "response_id": Id, "proposal_id": Id, "body": Text = while_published!("p", "k.body"), "reply": Text,
        "replied_at": OptionalMoment, "created_at": Moment,
    }
};
