//! Where each public collection is read from. Only what everybody may read: a draft, an address, who
//! supported what are in no collection.

use fabrique_domain::open_data::{Collection, Column, ColumnKind};

use super::{By, SecondKind, Source};

/// Where a collection is read from.
pub(super) const fn source(collection: Collection) -> &'static Source {
    match collection {
        Collection::Plans => &PLANS,
        Collection::Themes => &THEMES,
        Collection::Phases => &PHASES,
        Collection::Consultations => &CONSULTATIONS,
        Collection::Proposals => &PROPOSALS,
        Collection::Arguments => &ARGUMENTS,
        Collection::Remarks => &REMARKS,
        Collection::Amendments => &AMENDMENTS,
        Collection::Responses => &RESPONSES,
        Collection::ResponseProposals => &RESPONSE_PROPOSALS,
        Collection::ResponseClauses => &RESPONSE_CLAUSES,
        Collection::Contests => &CONTESTS,
        Collection::ModerationActs => &MODERATION_ACTS,
        Collection::Commitments => &COMMITMENTS,
        Collection::CommitmentChanges => &COMMITMENT_CHANGES,
        Collection::Carriers => &CARRIERS,
        Collection::Clauses => &CLAUSES,
        Collection::ClauseVersions => &CLAUSE_VERSIONS,
        Collection::Milestones => &MILESTONES,
        Collection::Indicators => &INDICATORS,
        Collection::Lineage => &LINEAGE,
        Collection::Organisations => &ORGANISATIONS,
    }
}

/// A column.
const fn column(name: &'static str, kind: ColumnKind) -> Column {
    Column { name, kind }
}

/// A source whose columns are told once: the name that readers see, its kind, and where it is read
/// from when it is called otherwise there. Rows are read by their key: one column, or two.
macro_rules! source {
    (
        from $from:literal, public $public:literal, key $key:literal $(and $second:literal as $second_kind:ident)?,
        scopes $scopes:expr, $(filters $filters:expr,)? columns { $($name:literal: $kind:ident $(= $sql:literal)?),+ $(,)? }
    ) => {
        Source {
            select: concat!(
                "SELECT ", $key, $(", ", $second,)?
                $(", ", source!(@last $name $(, $sql)?),)+ " FROM ", $from
            ),
            public: $public,
            key: ($key, source!(@option $($second)?)),
            second: source!(@kind $($second_kind)?),
            scopes: $scopes,
            filters: source!(@filters $($filters)?),
            columns: &[$(column($name, ColumnKind::$kind)),+],
        }
    };
    (@last $name:expr) => { $name };
    (@last $name:expr, $sql:expr) => { $sql };
    (@filters) => { &[] };
    (@filters $filters:expr) => { &$filters };
    (@option) => { None };
    (@option $some:literal) => { Some($some) };
    (@kind) => { SecondKind::None };
    (@kind $kind:ident) => { SecondKind::$kind };
}

/// National action plans.
const PLANS: Source = source! {
    from "plans",
    public "TRUE",
    key "id",
    scopes [Some("id"), None, None],
    columns {
        "id": Id, "slug": Text, "national_label": Localized, "ogp_label": Text, "national_start": Text, "national_end": Text,
        "ogp_start": Text, "ogp_end": Text, "state": Text, "published_at": OptionalMoment, "source": Text,
    }
};

/// Themes of plans.
const THEMES: Source = source! {
    from "themes",
    public "TRUE",
    key "id",
    scopes [Some("plan_id"), None, None],
    columns {
        "id": Id, "plan_id": Id, "slug": Text, "name": Localized, "description": Localized, "position": Number,
    }
};

/// Phases of the public calendars.
const PHASES: Source = source! {
    from "phases",
    public "TRUE",
    key "id",
    scopes [Some("plan_id"), None, None],
    columns {
        "id": Id, "plan_id": Id, "kind": Text, "starts_on": Text, "ends_on": Text, "note": Localized, "published_at": Moment,
    }
};

/// Consultations, once announced.
const CONSULTATIONS: Source = source! {
    from "consultations",
    public "announced_at IS NOT NULL",
    key "id",
    scopes [Some("plan_id"), Some("id"), None],
    columns {
        "id": Id, "plan_id": Id, "slug": Text, "title": Localized, "summary": Localized, "opens_at": Moment, "closes_at": Moment,
        "announced_at": OptionalMoment, "approved_at": OptionalMoment, "outcome": Text, "outcome_reason": Text,
        "ballot": Text, "answer_within_days": Number, "source": Text, "proposals": Number, "answered": Number,
        "positions": Number = "(SELECT COALESCE(CAST(SUM(n.positions) AS BIGINT), 0) FROM position_counts n WHERE n.consultation_id = consultations.id)",
        "arguments": Number,
    }
};

/// Contributions that were published; the words of those hidden or withdrawn since are not given.
const PROPOSALS: Source = source! {
    from "proposals p LEFT JOIN responses r ON r.id = p.response_id",
    public "p.state <> 'draft'",
    key "p.id",
    scopes [Some("(SELECT plan_id FROM consultations WHERE id = p.consultation_id)"), Some("p.consultation_id"), Some("p.id")],
    filters [
        By::code("theme", "p.theme_id IN (SELECT t.id FROM themes t WHERE t.slug = ?)"),
        By::code("kind", "p.author_kind = ?"),
        By::code("answer", "CASE WHEN p.response_id IS NULL THEN 'awaiting' ELSE 'answered' END = ?"),
    ],
    columns {
        "id": Id = "p.id", "consultation_id": Id = "p.consultation_id", "theme_id": OptionalId = "p.theme_id",
        "author_name": Text = "CASE WHEN p.state = 'published' THEN p.author_name ELSE '' END",
        "author_kind": Text = "p.author_kind", "organisation_id": OptionalId = "p.organisation_id",
        "language": Text = "p.language", "state": Text = "p.state",
        "title": Text = "CASE WHEN p.state = 'published' THEN p.title ELSE '' END",
        "problem": Text = "CASE WHEN p.state = 'published' THEN p.problem ELSE '' END",
        "change": Text = "CASE WHEN p.state = 'published' THEN p.change ELSE '' END",
        "body": Text = "CASE WHEN p.state = 'published' THEN p.body ELSE '' END", "version": Number = "p.version",
        "supports": Number = "p.supports", "mixed": Number = "p.mixed", "against": Number = "p.against",
        "historic_supports": Number = "p.historic_supports", "historic_mixed": Number = "p.historic_mixed",
        "historic_against": Number = "p.historic_against", "arguments_for": Number = "p.arguments_for",
        "arguments_against": Number = "p.arguments_against", "amendments": Number = "p.amendments",
        "response_id": OptionalId = "p.response_id", "decision": Text = "r.decision",
        "answered_at": OptionalMoment = "p.answered_at", "published_at": OptionalMoment = "p.published_at",
        "updated_at": Moment = "p.updated_at",
    }
};

/// Arguments; the words of those hidden or withdrawn since are not given.
const ARGUMENTS: Source = source! {
    from "arguments a JOIN proposals p ON p.id = a.proposal_id",
    public "p.state <> 'draft'",
    key "a.id",
    scopes [None, Some("p.consultation_id"), Some("a.proposal_id")],
    filters [By::code("side", "a.side = ?")],
    columns {
        "id": Id = "a.id", "proposal_id": Id = "a.proposal_id",
        "author_name": Text = "CASE WHEN a.state = 'published' THEN a.author_name ELSE '' END",
        "author_kind": Text = "a.author_kind", "organisation_id": OptionalId = "a.organisation_id",
        "side": Text = "a.side", "state": Text = "a.state",
        "body": Text = "CASE WHEN a.state = 'published' AND p.state = 'published' THEN a.body ELSE '' END",
        "useful": Number = "a.useful", "historic_useful": Number = "a.historic_useful",
        "created_at": Moment = "a.created_at",
    }
};

/// Remarks that imports brought; their words follow those of their proposal.
const REMARKS: Source = source! {
    from "remarks r JOIN proposals p ON p.id = r.proposal_id",
    public "p.state <> 'draft'",
    key "r.id",
    scopes [None, Some("p.consultation_id"), Some("r.proposal_id")],
    columns {
        "id": Id = "r.id", "proposal_id": Id = "r.proposal_id",
        "author_name": Text = "CASE WHEN p.state = 'published' THEN r.author_name ELSE '' END",
        "body": Text = "CASE WHEN p.state = 'published' THEN r.body ELSE '' END", "created_at": Moment = "r.created_at",
    }
};

/// Amendments; their words follow those of their proposal.
const AMENDMENTS: Source = source! {
    from "amendments a JOIN proposals p ON p.id = a.proposal_id",
    public "p.state <> 'draft'",
    key "a.id",
    scopes [None, Some("p.consultation_id"), Some("a.proposal_id")],
    columns {
        "id": Id = "a.id", "proposal_id": Id = "a.proposal_id", "base_version": Number = "a.base_version",
        "field": Text = "a.field", "passage": Text = "CASE WHEN p.state = 'published' THEN a.passage ELSE '' END",
        "replacement": Text = "CASE WHEN p.state = 'published' THEN a.replacement ELSE '' END",
        "reason": Text = "CASE WHEN p.state = 'published' THEN a.reason ELSE '' END",
        "author_name": Text = "CASE WHEN p.state = 'published' THEN a.author_name ELSE '' END",
        "author_kind": Text = "a.author_kind", "state": Text = "a.state",
        "decision_reason": Text = "CASE WHEN p.state = 'published' THEN a.decision_reason ELSE '' END",
        "decided_at": OptionalMoment = "a.decided_at", "resulting_version": Number = "a.resulting_version",
        "created_at": Moment = "a.created_at",
    }
};

/// Published reasoned responses.
const RESPONSES: Source = source! {
    from "responses",
    public "state = 'published'",
    key "id",
    scopes [None, Some("consultation_id"), None],
    filters [
        By::code("decision", "decision = ?"),
        By::id("institution", "institution_id = ?"),
        By::id("consultation", "consultation_id = ?"),
    ],
    columns {
        "id": Id, "consultation_id": Id, "institution_id": Id, "decision": Text, "reason": Localized, "merged_into": OptionalId,
        "version": Number, "published_at": OptionalMoment, "updated_at": Moment,
    }
};

/// Which contributions a response answers.
const RESPONSE_PROPOSALS: Source = source! {
    from "response_proposals l JOIN responses r ON r.id = l.response_id",
    public "r.state = 'published'",
    key "l.response_id" and "l.proposal_id" as Id,
    scopes [None, Some("r.consultation_id"), Some("l.proposal_id")],
    columns {
        "response_id": Id = "l.response_id", "proposal_id": Id = "l.proposal_id",
    }
};

/// Which clauses a response says it changed.
const RESPONSE_CLAUSES: Source = source! {
    from "response_clauses l JOIN responses r ON r.id = l.response_id JOIN clauses c ON c.id = l.clause_id \
        JOIN commitments m ON m.id = c.commitment_id",
    public "r.state = 'published' AND m.state = 'published'",
    key "l.response_id" and "l.clause_id" as Id,
    scopes [Some("m.plan_id"), Some("r.consultation_id"), None],
    columns {
        "response_id": Id = "l.response_id", "clause_id": Id = "l.clause_id", "commitment_id": Id = "c.commitment_id",
        "clause_number": Number = "c.number", "clause_version": Number = "l.clause_version",
    }
};

/// What authors say against the answer they received, and what the institution replies.
const CONTESTS: Source = source! {
    from "contests k JOIN responses r ON r.id = k.response_id JOIN proposals p ON p.id = k.proposal_id",
    public "r.state = 'published'",
    key "k.id",
    scopes [None, Some("r.consultation_id"), Some("k.proposal_id")],
    columns {
        "id": Id = "k.id", "response_id": Id = "k.response_id", "proposal_id": Id = "k.proposal_id",
        "body": Text = "CASE WHEN p.state = 'published' THEN k.body ELSE '' END", "reply": Text = "k.reply",
        "replied_at": OptionalMoment = "k.replied_at", "created_at": Moment = "k.created_at",
    }
};

/// What moderators decided, in public but for who did.
const MODERATION_ACTS: Source = source! {
    from "moderation_acts",
    public "TRUE",
    key "id",
    scopes [None, None, None],
    columns {
        "id": Id, "subject_kind": Text, "subject_id": Id, "act": Text, "ground": Text, "reason": Text, "decided_at": Moment,
    }
};

/// Published commitments, actions and initiatives, and those withdrawn since.
const COMMITMENTS: Source = source! {
    from "commitments",
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
        "id": Id, "plan_id": Id, "theme_id": OptionalId, "parent_id": OptionalId, "level": Text, "national_number": Text,
        "ogp_id": Text, "state": Text, "title": Localized, "summary": Localized, "problem": Localized, "causes": Localized,
        "done_so_far": Localized, "solution": Localized, "results_wanted": Localized, "transparency": Localized,
        "accountability": Localized, "participation": Localized, "budget": Text, "development_goals": Text, "contact": Text,
        "starts_on": Text, "ends_on": Text, "version": Number, "published_at": OptionalMoment, "updated_at": Moment,
    }
};

/// What changed in a commitment since it is public.
const COMMITMENT_CHANGES: Source = source! {
    from "commitment_changes h JOIN commitments m ON m.id = h.commitment_id",
    public "m.published_at IS NOT NULL",
    key "h.commitment_id" and "h.number" as Number,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "commitment_id": Id = "h.commitment_id", "number": Number = "h.number", "version": Number = "h.version",
        "field": Text = "h.field", "was": Localized = "h.was", "became": Localized = "h.became", "reason": Text = "h.reason",
        "institution_id": OptionalId = "h.institution_id", "created_at": Moment = "h.created_at",
    }
};

/// Who carries a commitment.
const CARRIERS: Source = source! {
    from "carriers l JOIN commitments m ON m.id = l.commitment_id",
    public "m.published_at IS NOT NULL",
    key "l.commitment_id" and "l.organisation_id" as Id,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "commitment_id": Id = "l.commitment_id", "organisation_id": Id = "l.organisation_id", "part": Text = "l.part",
    }
};

/// Clauses as they stand.
const CLAUSES: Source = source! {
    from "clauses c JOIN commitments m ON m.id = c.commitment_id",
    public "m.published_at IS NOT NULL",
    key "c.id",
    scopes [Some("m.plan_id"), None, None],
    columns {
        "id": Id = "c.id", "commitment_id": Id = "c.commitment_id", "number": Number = "c.number",
        "text": Localized = "c.text", "version": Number = "c.version", "repealed_at": OptionalMoment = "c.repealed_at",
        "updated_at": Moment = "c.updated_at",
    }
};

/// Every version of every clause.
const CLAUSE_VERSIONS: Source = source! {
    from "clause_versions v JOIN clauses c ON c.id = v.clause_id JOIN commitments m ON m.id = \
        c.commitment_id",
    public "m.published_at IS NOT NULL",
    key "v.clause_id" and "v.version" as Number,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "clause_id": Id = "v.clause_id", "commitment_id": Id = "c.commitment_id", "number": Number = "c.number",
        "version": Number = "v.version", "text": Localized = "v.text", "reason": Text = "v.reason",
        "created_at": Moment = "v.created_at",
    }
};

/// Milestones of commitments.
const MILESTONES: Source = source! {
    from "milestones s JOIN commitments m ON m.id = s.commitment_id",
    public "m.published_at IS NOT NULL",
    key "s.id",
    scopes [Some("m.plan_id"), None, None],
    columns {
        "id": Id = "s.id", "commitment_id": Id = "s.commitment_id", "position": Number = "s.position",
        "title": Localized = "s.title", "expected_output": Localized = "s.expected_output", "due_on": Text = "s.due_on",
        "lead_id": OptionalId = "s.lead_id",
    }
};

/// Indicators of commitments.
const INDICATORS: Source = source! {
    from "indicators s JOIN commitments m ON m.id = s.commitment_id",
    public "m.published_at IS NOT NULL",
    key "s.id",
    scopes [Some("m.plan_id"), None, None],
    columns {
        "id": Id = "s.id", "commitment_id": Id = "s.commitment_id", "position": Number = "s.position",
        "name": Localized = "s.name", "unit": Text = "s.unit", "baseline": Text = "s.baseline", "target": Text = "s.target",
        "latest": Text = "s.latest",
    }
};

/// What commitments continue, were split from, or absorbed.
const LINEAGE: Source = source! {
    from "lineage l JOIN commitments m ON m.id = l.commitment_id",
    public "m.published_at IS NOT NULL",
    key "l.commitment_id" and "l.earlier_id" as Id,
    scopes [Some("m.plan_id"), None, None],
    columns {
        "commitment_id": Id = "l.commitment_id", "earlier_id": Id = "l.earlier_id", "kind": Text = "l.kind",
    }
};

/// Organisations that take part.
const ORGANISATIONS: Source = source! {
    from "organisations",
    public "TRUE",
    key "id",
    scopes [None, None, None],
    filters [By::code("kind", "kind = ?")],
    columns {
        "id": Id, "slug": Text, "kind": Text, "name": Text, "acronym": Text, "purpose": Text, "website": Text,
        "register_number": Text,
    }
};
