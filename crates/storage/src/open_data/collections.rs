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

/// National action plans.
const PLANS: Source = Source {
    select: "SELECT id, id, slug, national_label, ogp_label, national_start, national_end, ogp_start, ogp_end, state, \
        published_at, source FROM plans",
    public: "TRUE",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [Some("id"), None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("slug", ColumnKind::Text),
        column("national_label", ColumnKind::Localized),
        column("ogp_label", ColumnKind::Text),
        column("national_start", ColumnKind::Text),
        column("national_end", ColumnKind::Text),
        column("ogp_start", ColumnKind::Text),
        column("ogp_end", ColumnKind::Text),
        column("state", ColumnKind::Text),
        column("published_at", ColumnKind::OptionalMoment),
        column("source", ColumnKind::Text),
    ],
};

/// Themes of plans.
const THEMES: Source = Source {
    select: "SELECT id, id, plan_id, slug, name, description, position FROM themes",
    public: "TRUE",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [Some("plan_id"), None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("plan_id", ColumnKind::Id),
        column("slug", ColumnKind::Text),
        column("name", ColumnKind::Localized),
        column("description", ColumnKind::Localized),
        column("position", ColumnKind::Number),
    ],
};

/// Phases of the public calendars.
const PHASES: Source = Source {
    select: "SELECT id, id, plan_id, kind, starts_on, ends_on, note, published_at FROM phases",
    public: "TRUE",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [Some("plan_id"), None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("plan_id", ColumnKind::Id),
        column("kind", ColumnKind::Text),
        column("starts_on", ColumnKind::Text),
        column("ends_on", ColumnKind::Text),
        column("note", ColumnKind::Localized),
        column("published_at", ColumnKind::Moment),
    ],
};

/// Consultations, once announced.
const CONSULTATIONS: Source = Source {
    select: "SELECT id, id, plan_id, slug, title, summary, opens_at, closes_at, announced_at, approved_at, outcome, \
        outcome_reason, ballot, answer_within_days, source, proposals, answered, (SELECT \
        COALESCE(CAST(SUM(n.positions) AS BIGINT), 0) FROM position_counts n WHERE n.consultation_id = \
        consultations.id), arguments FROM consultations",
    public: "announced_at IS NOT NULL",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [Some("plan_id"), Some("id"), None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("plan_id", ColumnKind::Id),
        column("slug", ColumnKind::Text),
        column("title", ColumnKind::Localized),
        column("summary", ColumnKind::Localized),
        column("opens_at", ColumnKind::Moment),
        column("closes_at", ColumnKind::Moment),
        column("announced_at", ColumnKind::OptionalMoment),
        column("approved_at", ColumnKind::OptionalMoment),
        column("outcome", ColumnKind::Text),
        column("outcome_reason", ColumnKind::Text),
        column("ballot", ColumnKind::Text),
        column("answer_within_days", ColumnKind::Number),
        column("source", ColumnKind::Text),
        column("proposals", ColumnKind::Number),
        column("answered", ColumnKind::Number),
        column("positions", ColumnKind::Number),
        column("arguments", ColumnKind::Number),
    ],
};

/// Contributions that were published; the words of those hidden or withdrawn since are not given.
const PROPOSALS: Source = Source {
    select: "SELECT p.id, p.id, p.consultation_id, p.theme_id, CASE WHEN p.state = 'published' THEN p.author_name ELSE '' \
        END, p.author_kind, p.organisation_id, p.language, p.state, CASE WHEN p.state = 'published' THEN p.title \
        ELSE '' END, CASE WHEN p.state = 'published' THEN p.problem ELSE '' END, CASE WHEN p.state = 'published' \
        THEN p.change ELSE '' END, CASE WHEN p.state = 'published' THEN p.body ELSE '' END, p.version, p.supports, \
        p.mixed, p.against, p.historic_supports, p.historic_mixed, p.historic_against, p.arguments_for, \
        p.arguments_against, p.amendments, p.response_id, r.decision, p.answered_at, p.published_at, p.updated_at \
        FROM proposals p LEFT JOIN responses r ON r.id = p.response_id",
    public: "p.state <> 'draft'",
    key: ("p.id", None),
    second: SecondKind::None,
    scopes: [
        Some("(SELECT plan_id FROM consultations WHERE id = p.consultation_id)"),
        Some("p.consultation_id"),
        Some("p.id"),
    ],
    filters: &[
        By::code("theme", "p.theme_id IN (SELECT t.id FROM themes t WHERE t.slug = ?)"),
        By::code("kind", "p.author_kind = ?"),
        By::code("answer", "CASE WHEN p.response_id IS NULL THEN 'awaiting' ELSE 'answered' END = ?"),
    ],
    columns: &[
        column("id", ColumnKind::Id),
        column("consultation_id", ColumnKind::Id),
        column("theme_id", ColumnKind::OptionalId),
        column("author_name", ColumnKind::Text),
        column("author_kind", ColumnKind::Text),
        column("organisation_id", ColumnKind::OptionalId),
        column("language", ColumnKind::Text),
        column("state", ColumnKind::Text),
        column("title", ColumnKind::Text),
        column("problem", ColumnKind::Text),
        column("change", ColumnKind::Text),
        column("body", ColumnKind::Text),
        column("version", ColumnKind::Number),
        column("supports", ColumnKind::Number),
        column("mixed", ColumnKind::Number),
        column("against", ColumnKind::Number),
        column("historic_supports", ColumnKind::Number),
        column("historic_mixed", ColumnKind::Number),
        column("historic_against", ColumnKind::Number),
        column("arguments_for", ColumnKind::Number),
        column("arguments_against", ColumnKind::Number),
        column("amendments", ColumnKind::Number),
        column("response_id", ColumnKind::OptionalId),
        column("decision", ColumnKind::Text),
        column("answered_at", ColumnKind::OptionalMoment),
        column("published_at", ColumnKind::OptionalMoment),
        column("updated_at", ColumnKind::Moment),
    ],
};

/// Arguments; the words of those hidden or withdrawn since are not given.
const ARGUMENTS: Source = Source {
    select: "SELECT a.id, a.id, a.proposal_id, CASE WHEN a.state = 'published' THEN a.author_name ELSE '' END, \
        a.author_kind, a.organisation_id, a.side, a.state, CASE WHEN a.state = 'published' AND p.state = 'published' \
        THEN a.body ELSE '' END, a.useful, a.historic_useful, a.created_at FROM arguments a JOIN proposals p ON p.id \
        = a.proposal_id",
    public: "p.state <> 'draft'",
    key: ("a.id", None),
    second: SecondKind::None,
    scopes: [None, Some("p.consultation_id"), Some("a.proposal_id")],
    filters: &[By::code("side", "a.side = ?")],
    columns: &[
        column("id", ColumnKind::Id),
        column("proposal_id", ColumnKind::Id),
        column("author_name", ColumnKind::Text),
        column("author_kind", ColumnKind::Text),
        column("organisation_id", ColumnKind::OptionalId),
        column("side", ColumnKind::Text),
        column("state", ColumnKind::Text),
        column("body", ColumnKind::Text),
        column("useful", ColumnKind::Number),
        column("historic_useful", ColumnKind::Number),
        column("created_at", ColumnKind::Moment),
    ],
};

/// Remarks that imports brought; their words follow those of their proposal.
const REMARKS: Source = Source {
    select: "SELECT r.id, r.id, r.proposal_id, CASE WHEN p.state = 'published' THEN r.author_name ELSE '' END, \
        CASE WHEN p.state = 'published' THEN r.body ELSE '' END, r.created_at FROM remarks r JOIN proposals p ON \
        p.id = r.proposal_id",
    public: "p.state <> 'draft'",
    key: ("r.id", None),
    second: SecondKind::None,
    scopes: [None, Some("p.consultation_id"), Some("r.proposal_id")],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("proposal_id", ColumnKind::Id),
        column("author_name", ColumnKind::Text),
        column("body", ColumnKind::Text),
        column("created_at", ColumnKind::Moment),
    ],
};

/// Amendments; their words follow those of their proposal.
const AMENDMENTS: Source = Source {
    select: "SELECT a.id, a.id, a.proposal_id, a.base_version, a.field, CASE WHEN p.state = 'published' THEN a.passage \
        ELSE '' END, CASE WHEN p.state = 'published' THEN a.replacement ELSE '' END, CASE WHEN p.state = 'published' \
        THEN a.reason ELSE '' END, CASE WHEN p.state = 'published' THEN a.author_name ELSE '' END, a.author_kind, \
        a.state, CASE WHEN p.state = 'published' THEN a.decision_reason ELSE '' END, a.decided_at, \
        a.resulting_version, a.created_at FROM amendments a JOIN proposals p ON p.id = a.proposal_id",
    public: "p.state <> 'draft'",
    key: ("a.id", None),
    second: SecondKind::None,
    scopes: [None, Some("p.consultation_id"), Some("a.proposal_id")],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("proposal_id", ColumnKind::Id),
        column("base_version", ColumnKind::Number),
        column("field", ColumnKind::Text),
        column("passage", ColumnKind::Text),
        column("replacement", ColumnKind::Text),
        column("reason", ColumnKind::Text),
        column("author_name", ColumnKind::Text),
        column("author_kind", ColumnKind::Text),
        column("state", ColumnKind::Text),
        column("decision_reason", ColumnKind::Text),
        column("decided_at", ColumnKind::OptionalMoment),
        column("resulting_version", ColumnKind::Number),
        column("created_at", ColumnKind::Moment),
    ],
};

/// Published reasoned responses.
const RESPONSES: Source = Source {
    select: "SELECT id, id, consultation_id, institution_id, decision, reason, merged_into, version, published_at, \
        updated_at FROM responses",
    public: "state = 'published'",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [None, Some("consultation_id"), None],
    filters: &[
        By::code("decision", "decision = ?"),
        By::id("institution", "institution_id = ?"),
        By::id("consultation", "consultation_id = ?"),
    ],
    columns: &[
        column("id", ColumnKind::Id),
        column("consultation_id", ColumnKind::Id),
        column("institution_id", ColumnKind::Id),
        column("decision", ColumnKind::Text),
        column("reason", ColumnKind::Localized),
        column("merged_into", ColumnKind::OptionalId),
        column("version", ColumnKind::Number),
        column("published_at", ColumnKind::OptionalMoment),
        column("updated_at", ColumnKind::Moment),
    ],
};

/// Which contributions a response answers.
const RESPONSE_PROPOSALS: Source = Source {
    select: "SELECT l.response_id, l.proposal_id, l.response_id, l.proposal_id FROM response_proposals l JOIN responses r \
        ON r.id = l.response_id",
    public: "r.state = 'published'",
    key: ("l.response_id", Some("l.proposal_id")),
    second: SecondKind::Id,
    scopes: [None, Some("r.consultation_id"), Some("l.proposal_id")],
    filters: &[],
    columns: &[column("response_id", ColumnKind::Id), column("proposal_id", ColumnKind::Id)],
};

/// Which clauses a response says it changed.
const RESPONSE_CLAUSES: Source = Source {
    select: "SELECT l.response_id, l.clause_id, l.response_id, l.clause_id, c.commitment_id, c.number, l.clause_version \
        FROM response_clauses l JOIN responses r ON r.id = l.response_id JOIN clauses c ON c.id = l.clause_id JOIN \
        commitments m ON m.id = c.commitment_id",
    public: "r.state = 'published' AND m.state = 'published'",
    key: ("l.response_id", Some("l.clause_id")),
    second: SecondKind::Id,
    scopes: [Some("m.plan_id"), Some("r.consultation_id"), None],
    filters: &[],
    columns: &[
        column("response_id", ColumnKind::Id),
        column("clause_id", ColumnKind::Id),
        column("commitment_id", ColumnKind::Id),
        column("clause_number", ColumnKind::Number),
        column("clause_version", ColumnKind::Number),
    ],
};

/// What authors say against the answer they received, and what the institution replies.
const CONTESTS: Source = Source {
    select: "SELECT k.id, k.id, k.response_id, k.proposal_id, CASE WHEN p.state = 'published' THEN k.body ELSE '' END, \
        k.reply, k.replied_at, k.created_at FROM contests k JOIN responses r ON r.id = k.response_id JOIN proposals p \
        ON p.id = k.proposal_id",
    public: "r.state = 'published'",
    key: ("k.id", None),
    second: SecondKind::None,
    scopes: [None, Some("r.consultation_id"), Some("k.proposal_id")],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("response_id", ColumnKind::Id),
        column("proposal_id", ColumnKind::Id),
        column("body", ColumnKind::Text),
        column("reply", ColumnKind::Text),
        column("replied_at", ColumnKind::OptionalMoment),
        column("created_at", ColumnKind::Moment),
    ],
};

/// What moderators decided, in public but for who did.
const MODERATION_ACTS: Source = Source {
    select: "SELECT id, id, subject_kind, subject_id, act, ground, reason, decided_at FROM moderation_acts",
    public: "TRUE",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [None, None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("subject_kind", ColumnKind::Text),
        column("subject_id", ColumnKind::Id),
        column("act", ColumnKind::Text),
        column("ground", ColumnKind::Text),
        column("reason", ColumnKind::Text),
        column("decided_at", ColumnKind::Moment),
    ],
};

/// Published commitments, actions and initiatives, and those withdrawn since.
const COMMITMENTS: Source = Source {
    select: "SELECT id, id, plan_id, theme_id, parent_id, level, national_number, ogp_id, state, title, summary, problem, \
        causes, done_so_far, solution, results_wanted, transparency, accountability, participation, budget, \
        development_goals, contact, starts_on, ends_on, version, published_at, updated_at FROM commitments",
    public: "published_at IS NOT NULL",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [Some("plan_id"), None, None],
    filters: &[
        By::code("plan", "plan_id IN (SELECT l.id FROM plans l WHERE l.slug = ?)"),
        By::code("theme", "theme_id IN (SELECT t.id FROM themes t WHERE t.slug = ?)"),
        By::code("level", "level = ?"),
        By::code(
            "organisation",
            "EXISTS (SELECT 1 FROM carriers k JOIN organisations o ON o.id = k.organisation_id \
            WHERE k.commitment_id = commitments.id AND o.slug = ?)",
        ),
    ],
    columns: &[
        column("id", ColumnKind::Id),
        column("plan_id", ColumnKind::Id),
        column("theme_id", ColumnKind::OptionalId),
        column("parent_id", ColumnKind::OptionalId),
        column("level", ColumnKind::Text),
        column("national_number", ColumnKind::Text),
        column("ogp_id", ColumnKind::Text),
        column("state", ColumnKind::Text),
        column("title", ColumnKind::Localized),
        column("summary", ColumnKind::Localized),
        column("problem", ColumnKind::Localized),
        column("causes", ColumnKind::Localized),
        column("done_so_far", ColumnKind::Localized),
        column("solution", ColumnKind::Localized),
        column("results_wanted", ColumnKind::Localized),
        column("transparency", ColumnKind::Localized),
        column("accountability", ColumnKind::Localized),
        column("participation", ColumnKind::Localized),
        column("budget", ColumnKind::Text),
        column("development_goals", ColumnKind::Text),
        column("contact", ColumnKind::Text),
        column("starts_on", ColumnKind::Text),
        column("ends_on", ColumnKind::Text),
        column("version", ColumnKind::Number),
        column("published_at", ColumnKind::OptionalMoment),
        column("updated_at", ColumnKind::Moment),
    ],
};

/// Who carries a commitment.
const CARRIERS: Source = Source {
    select: "SELECT l.commitment_id, l.organisation_id, l.commitment_id, l.organisation_id, l.part FROM carriers l JOIN \
        commitments m ON m.id = l.commitment_id",
    public: "m.published_at IS NOT NULL",
    key: ("l.commitment_id", Some("l.organisation_id")),
    second: SecondKind::Id,
    scopes: [Some("m.plan_id"), None, None],
    filters: &[],
    columns: &[
        column("commitment_id", ColumnKind::Id),
        column("organisation_id", ColumnKind::Id),
        column("part", ColumnKind::Text),
    ],
};

/// Clauses as they stand.
const CLAUSES: Source = Source {
    select: "SELECT c.id, c.id, c.commitment_id, c.number, c.text, c.version, c.repealed_at, c.updated_at FROM clauses c \
        JOIN commitments m ON m.id = c.commitment_id",
    public: "m.published_at IS NOT NULL",
    key: ("c.id", None),
    second: SecondKind::None,
    scopes: [Some("m.plan_id"), None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("commitment_id", ColumnKind::Id),
        column("number", ColumnKind::Number),
        column("text", ColumnKind::Localized),
        column("version", ColumnKind::Number),
        column("repealed_at", ColumnKind::OptionalMoment),
        column("updated_at", ColumnKind::Moment),
    ],
};

/// Every version of every clause.
const CLAUSE_VERSIONS: Source = Source {
    select: "SELECT v.clause_id, v.version, v.clause_id, c.commitment_id, c.number, v.version, v.text, v.reason, \
        v.created_at FROM clause_versions v JOIN clauses c ON c.id = v.clause_id JOIN commitments m ON m.id = \
        c.commitment_id",
    public: "m.published_at IS NOT NULL",
    key: ("v.clause_id", Some("v.version")),
    second: SecondKind::Number,
    scopes: [Some("m.plan_id"), None, None],
    filters: &[],
    columns: &[
        column("clause_id", ColumnKind::Id),
        column("commitment_id", ColumnKind::Id),
        column("number", ColumnKind::Number),
        column("version", ColumnKind::Number),
        column("text", ColumnKind::Localized),
        column("reason", ColumnKind::Text),
        column("created_at", ColumnKind::Moment),
    ],
};

/// Milestones of commitments.
const MILESTONES: Source = Source {
    select: "SELECT s.id, s.id, s.commitment_id, s.position, s.title, s.expected_output, s.due_on, s.lead_id FROM \
        milestones s JOIN commitments m ON m.id = s.commitment_id",
    public: "m.published_at IS NOT NULL",
    key: ("s.id", None),
    second: SecondKind::None,
    scopes: [Some("m.plan_id"), None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("commitment_id", ColumnKind::Id),
        column("position", ColumnKind::Number),
        column("title", ColumnKind::Localized),
        column("expected_output", ColumnKind::Localized),
        column("due_on", ColumnKind::Text),
        column("lead_id", ColumnKind::OptionalId),
    ],
};

/// Indicators of commitments.
const INDICATORS: Source = Source {
    select: "SELECT s.id, s.id, s.commitment_id, s.position, s.name, s.unit, s.baseline, s.target, s.latest FROM \
        indicators s JOIN commitments m ON m.id = s.commitment_id",
    public: "m.published_at IS NOT NULL",
    key: ("s.id", None),
    second: SecondKind::None,
    scopes: [Some("m.plan_id"), None, None],
    filters: &[],
    columns: &[
        column("id", ColumnKind::Id),
        column("commitment_id", ColumnKind::Id),
        column("position", ColumnKind::Number),
        column("name", ColumnKind::Localized),
        column("unit", ColumnKind::Text),
        column("baseline", ColumnKind::Text),
        column("target", ColumnKind::Text),
        column("latest", ColumnKind::Text),
    ],
};

/// What commitments continue, were split from, or absorbed.
const LINEAGE: Source = Source {
    select: "SELECT l.commitment_id, l.earlier_id, l.commitment_id, l.earlier_id, l.kind FROM lineage l JOIN commitments \
        m ON m.id = l.commitment_id",
    public: "m.published_at IS NOT NULL",
    key: ("l.commitment_id", Some("l.earlier_id")),
    second: SecondKind::Id,
    scopes: [Some("m.plan_id"), None, None],
    filters: &[],
    columns: &[
        column("commitment_id", ColumnKind::Id),
        column("earlier_id", ColumnKind::Id),
        column("kind", ColumnKind::Text),
    ],
};

/// Organisations that take part.
const ORGANISATIONS: Source = Source {
    select: "SELECT id, id, slug, kind, name, acronym, purpose, website, register_number FROM organisations",
    public: "TRUE",
    key: ("id", None),
    second: SecondKind::None,
    scopes: [None, None, None],
    filters: &[By::code("kind", "kind = ?")],
    columns: &[
        column("id", ColumnKind::Id),
        column("slug", ColumnKind::Text),
        column("kind", ColumnKind::Text),
        column("name", ColumnKind::Text),
        column("acronym", ColumnKind::Text),
        column("purpose", ColumnKind::Text),
        column("website", ColumnKind::Text),
        column("register_number", ColumnKind::Text),
    ],
};
