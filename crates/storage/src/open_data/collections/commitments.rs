//! Commitments, their parts and their history.

use super::{By, Source, rows};

/// Published commitments, actions and initiatives, and those withdrawn since.
pub(super) const COMMITMENTS: Source = rows! {
    each "commitments" from "commitments",
    public "published_at IS NOT NULL",
    key "id",
    scopes [Some("plan_id"), None, None],
    filters [
        By::code("plan", "plan_id IN (SELECT l.id FROM plans l WHERE l.slug = ?)"),
        By::code("theme", "theme_id IN (SELECT t.id FROM themes t WHERE t.slug = ?)"),
        By::code("level", "level = ?"),
        By::code(
            "organisation",
            "EXISTS (SELECT 1 FROM carriers k JOIN organisations o ON o.id = k.organisation_id \
            WHERE k.commitment_id = commitments.id AND o.slug = ?)",
        ),
    ],
    columns {
        "id": Id, "plan_id": Id, "theme_id": OptionalId, "parent_id": OptionalId, "level": Text,
        "national_number": Text, "ogp_id": Text, "state": Text, "title": Localized, "summary": Localized,
        "problem": Localized, "causes": Localized, "done_so_far": Localized, "solution": Localized,
        "results_wanted": Localized, "transparency": Localized, "accountability": Localized,
        "participation": Localized, "budget": Text, "development_goals": Text, "contact": Text, "starts_on": Text,
        "ends_on": Text, "version": Number, "published_at": OptionalMoment, "updated_at": Moment,
    }
};

/// What changed in a commitment since it is public.
pub(super) const COMMITMENT_CHANGES: Source = rows! {
    each "h" from "commitment_changes h JOIN commitments m ON m.id = h.commitment_id",
    public "m.published_at IS NOT NULL",
    key "commitment_id" and "number" as Number,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "commitment_id": Id, "number": Number, "version": Number, "field": Text, "was": Localized,
        "became": Localized, "reason": Text, "institution_id": OptionalId, "created_at": Moment,
    }
};

/// Who carries a commitment.
pub(super) const CARRIERS: Source = rows! {
    each "l" from "carriers l JOIN commitments m ON m.id = l.commitment_id",
    public "m.published_at IS NOT NULL",
    key "commitment_id" and "organisation_id" as Id,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "commitment_id": Id, "organisation_id": Id, "part": Text,
    }
};

/// Clauses as they stand.
pub(super) const CLAUSES: Source = rows! {
    each "c" from "clauses c JOIN commitments m ON m.id = c.commitment_id",
    public "m.published_at IS NOT NULL",
    key "id",
    scopes [Some("m.plan_id"), None, None],
    columns {
        "id": Id, "commitment_id": Id, "number": Number, "text": Localized, "version": Number,
        "repealed_at": OptionalMoment, "updated_at": Moment,
    }
};

/// Every version of every clause.
pub(super) const CLAUSE_VERSIONS: Source = rows! {
    each "v" from "clause_versions v JOIN clauses c ON c.id = v.clause_id JOIN commitments m ON m.id = \
        c.commitment_id",
    public "m.published_at IS NOT NULL",
    key "clause_id" and "version" as Number,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "clause_id": Id, "commitment_id": Id = "c.commitment_id", "number": Number = "c.number", "version": Number,
        "text": Localized, "reason": Text, "created_at": Moment,
    }
};

/// Milestones of commitments.
pub(super) const MILESTONES: Source = rows! {
    each "s" from "milestones s JOIN commitments m ON m.id = s.commitment_id",
    public "m.published_at IS NOT NULL",
    key "id",
    scopes [Some("m.plan_id"), None, None],
    columns {
        "id": Id, "commitment_id": Id, "position": Number, "title": Localized, "expected_output": Localized,
        "due_on": Text, "lead_id": OptionalId,
    }
};

/// Indicators of commitments.
pub(super) const INDICATORS: Source = rows! {
    each "s" from "indicators s JOIN commitments m ON m.id = s.commitment_id",
    public "m.published_at IS NOT NULL",
    key "id",
    scopes [Some("m.plan_id"), None, None],
    columns {
        "id": Id, "commitment_id": Id, "position": Number, "name": Localized, "unit": Text, "baseline": Text,
        "target": Text, "latest": Text,
    }
};

/// What commitments continue, were split from, or absorbed.
pub(super) const LINEAGE: Source = rows! {
    each "l" from "lineage l JOIN commitments m ON m.id = l.commitment_id",
    public "m.published_at IS NOT NULL",
    key "commitment_id" and "earlier_id" as Id,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "commitment_id": Id, "earlier_id": Id, "kind": Text,
    }
};
