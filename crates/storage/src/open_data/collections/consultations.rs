//! Consultations, and what people wrote there.

use super::{By, Source, rows, while_published};

/// Consultations, once announced.
pub(super) const CONSULTATIONS: Source = rows! {
    each "consultations" from "consultations",
    public "announced_at IS NOT NULL",
    key "id",
    scopes [Some("plan_id"), Some("id"), None],
    columns {
        "id": Id, "plan_id": Id, "slug": Text, "title": Localized, "summary": Localized, "opens_at": Moment,
        "closes_at": Moment, "announced_at": OptionalMoment, "approved_at": OptionalMoment, "outcome": Text,
        "outcome_reason": Text, "ballot": Text, "answer_within_days": Number, "source": Text, "proposals": Number,
        "answered": Number,
        "positions": Number = "(SELECT COALESCE(CAST(SUM(n.positions) AS BIGINT), 0) FROM position_counts n WHERE n.consultation_id = consultations.id)",
        "arguments": Number,
    }
};

/// Contributions that were published; the words of those hidden or withdrawn since are not given.
pub(super) const PROPOSALS: Source = rows! {
    each "p" from "proposals p LEFT JOIN responses r ON r.id = p.response_id",
    public "p.state <> 'draft'",
    key "id",
    scopes [Some("(SELECT plan_id FROM consultations WHERE id = p.consultation_id)"), Some("p.consultation_id"), Some("p.id")],
    filters [
        By::code("theme", "p.theme_id IN (SELECT t.id FROM themes t WHERE t.slug = ?)"),
        By::code("kind", "p.author_kind = ?"),
        By::code("answer", "CASE WHEN p.response_id IS NULL THEN 'awaiting' ELSE 'answered' END = ?"),
    ],
    columns {
        "id": Id, "consultation_id": Id, "theme_id": OptionalId,
        "author_name": Text = while_published!("p", "p.author_name"), "author_kind": Text,
        "organisation_id": OptionalId, "language": Text, "state": Text,
        "title": Text = while_published!("p", "p.title"), "problem": Text = while_published!("p", "p.problem"),
        "change": Text = while_published!("p", "p.change"), "body": Text = while_published!("p", "p.body"),
        "version": Number, "supports": Number, "mixed": Number, "against": Number, "historic_supports": Number,
        "historic_mixed": Number, "historic_against": Number, "arguments_for": Number, "arguments_against": Number,
        "amendments": Number, "response_id": OptionalId, "decision": Text = "r.decision",
        "answered_at": OptionalMoment, "published_at": OptionalMoment, "updated_at": Moment,
    }
};

/// Arguments; the words of those hidden or withdrawn since are not given.
pub(super) const ARGUMENTS: Source = rows! {
    each "a" from "arguments a JOIN proposals p ON p.id = a.proposal_id",
    public "p.state <> 'draft'",
    key "id",
    scopes [None, Some("p.consultation_id"), Some("a.proposal_id")],
    filters [By::code("side", "a.side = ?")],
    columns {
        "id": Id, "proposal_id": Id, "author_name": Text = while_published!("a", "a.author_name"),
        "author_kind": Text, "organisation_id": OptionalId, "side": Text, "state": Text,
        "body": Text = "CASE WHEN a.state = 'published' AND p.state = 'published' THEN a.body ELSE '' END",
        "useful": Number, "historic_useful": Number, "created_at": Moment,
    }
};

/// Remarks that imports brought; their words follow those of their proposal.
pub(super) const REMARKS: Source = rows! {
    each "r" from "remarks r JOIN proposals p ON p.id = r.proposal_id",
    public "p.state <> 'draft'",
    key "id",
    scopes [None, Some("p.consultation_id"), Some("r.proposal_id")],
    columns {
        "id": Id, "proposal_id": Id, "author_name": Text = while_published!("p", "r.author_name"),
        "body": Text = while_published!("p", "r.body"), "created_at": Moment,
    }
};

/// Amendments; their words follow those of their proposal.
pub(super) const AMENDMENTS: Source = rows! {
    each "a" from "amendments a JOIN proposals p ON p.id = a.proposal_id",
    public "p.state <> 'draft'",
    key "id",
    scopes [None, Some("p.consultation_id"), Some("a.proposal_id")],
    columns {
        "id": Id, "proposal_id": Id, "base_version": Number, "field": Text,
        "passage": Text = while_published!("p", "a.passage"),
        "replacement": Text = while_published!("p", "a.replacement"),
        "reason": Text = while_published!("p", "a.reason"),
        "author_name": Text = while_published!("p", "a.author_name"), "author_kind": Text, "state": Text,
        "decision_reason": Text = while_published!("p", "a.decision_reason"), "decided_at": OptionalMoment,
        "resulting_version": Number, "created_at": Moment,
    }
};
