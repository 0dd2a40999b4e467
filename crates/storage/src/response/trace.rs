//! The trace: from a contribution to the clauses it changed, and from a clause to what is behind it.

use fabrique_domain::{
    Instant, LocalizedText,
    account::AuthorKind,
    id::{ClauseId, CommitmentId, Id, OrganisationId, ProposalId, ResponseId},
    response::Decision,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_optional, places},
};

/// A clause, as an answer points to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedClause {
    /// The clause.
    pub clause_id: ClauseId,
    /// Its version when the answer said it was changed; its present one for a choice not made yet.
    pub clause_version: i64,
    /// Its number in the commitment.
    pub number: i64,
    /// Its text of now. Markdown.
    pub text: LocalizedText,
    /// Its version of now.
    pub version: i64,
    /// When it was struck out.
    pub repealed_at: Option<Instant>,
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// Its number in the national plan, or nothing yet.
    pub national_number: String,
    /// Its title.
    pub commitment_title: LocalizedText,
    /// Whether everybody may read it.
    pub is_public: bool,
}

record!(ChangedClause {
    clause_id,
    clause_version,
    number,
    text,
    version,
    repealed_at,
    commitment_id,
    national_number,
    commitment_title,
    is_public,
});

const COLUMNS: &str = "cl.number, cl.text, cl.version, cl.repealed_at, cl.commitment_id, c.national_number,
    c.title AS commitment_title, c.state = 'published' AS is_public";

/// The clauses that a response says it changed.
///
/// # Errors
/// When the database refuses.
pub async fn clauses(reader: &mut Reader, id: ResponseId) -> Result<Vec<ChangedClause>> {
    let sql = format!(
        "SELECT rc.clause_id, rc.clause_version, {COLUMNS}
        FROM response_clauses rc JOIN clauses cl ON cl.id = rc.clause_id JOIN commitments c ON c.id = cl.commitment_id
        WHERE rc.response_id = $1 ORDER BY c.position, c.id, cl.number"
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()), id)
}

/// The clauses called `ids`; those that do not exist are left out.
///
/// # Errors
/// When the database refuses.
pub async fn find_clauses(reader: &mut Reader, ids: &[ClauseId]) -> Result<Vec<ChangedClause>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT cl.id AS clause_id, cl.version AS clause_version, {COLUMNS}
        FROM clauses cl JOIN commitments c ON c.id = cl.commitment_id
        WHERE cl.id IN ({}) ORDER BY c.position, c.id, cl.number",
        places(1, ids.len())
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()); each ids)
}

/// The clauses in force of the plan that a consultation feeds: what an answer may point to.
const CHOICES: &str = "SELECT cl.id AS clause_id, cl.version AS clause_version, cl.number, cl.text, cl.version,
        cl.repealed_at, cl.commitment_id, c.national_number, c.title AS commitment_title,
        c.state = 'published' AS is_public
    FROM consultations k
    JOIN commitments c ON c.plan_id = k.plan_id
    JOIN clauses cl ON cl.commitment_id = c.id
    WHERE k.id = $1 AND c.state <> 'withdrawn' AND cl.repealed_at IS NULL
    ORDER BY c.position, c.id, cl.number";

/// The clauses in force that an answer to a contribution of `consultation` may point to.
///
/// # Errors
/// When the database refuses.
pub async fn clause_choices(
    reader: &mut Reader,
    consultation: fabrique_domain::id::ConsultationId,
) -> Result<Vec<ChangedClause>> {
    fetch_all!(reader, CHOICES, consultation)
}

/// The published answer to a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalAnswer {
    /// The response.
    pub response_id: ResponseId,
    /// What was decided.
    pub decision: Decision,
    /// Why. Markdown.
    pub reason: LocalizedText,
    /// The contribution that it was merged into.
    pub merged_into: Option<ProposalId>,
    /// The institution.
    pub institution_id: OrganisationId,
    /// Its short name in addresses.
    pub institution_slug: String,
    /// Its name.
    pub institution_name: String,
    /// Its version, from one.
    pub version: i64,
    /// When it became public.
    pub published_at: Instant,
}

record!(ProposalAnswer {
    response_id,
    decision,
    reason,
    merged_into,
    institution_id,
    institution_slug,
    institution_name,
    version,
    published_at,
});

const ANSWER_TO: &str = "SELECT r.id AS response_id, r.decision, r.reason, r.merged_into, r.institution_id,
        o.slug AS institution_slug, o.name AS institution_name, r.version, r.published_at
    FROM proposals p JOIN responses r ON r.id = p.response_id JOIN organisations o ON o.id = r.institution_id
    WHERE p.id = $1 AND r.state = 'published'";

/// The published answer to a contribution.
///
/// # Errors
/// When the database refuses.
pub async fn answer_to(reader: &mut Reader, proposal: ProposalId) -> Result<Option<ProposalAnswer>> {
    fetch_optional!(reader, ANSWER_TO, proposal)
}

/// A contribution behind a clause, through the answer that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BehindClause {
    /// The contribution.
    pub proposal_id: ProposalId,
    /// Its title.
    pub title: String,
    /// Its author's name.
    pub author_name: String,
    /// Its author's kind.
    pub author_kind: AuthorKind,
    /// When it was published.
    pub published_at: Instant,
    /// The answer.
    pub response_id: ResponseId,
    /// What was decided.
    pub decision: Decision,
    /// When it was answered.
    pub answered_at: Instant,
    /// The version of the clause that the answer speaks of; none when it speaks of several clauses.
    pub clause_version: Option<i64>,
}

record!(BehindClause {
    proposal_id,
    title,
    author_name,
    author_kind,
    published_at,
    response_id,
    decision,
    answered_at,
    clause_version,
});

const BEHIND_CLAUSE: &str = "SELECT p.id AS proposal_id, p.title, p.author_name, p.author_kind, p.published_at,
        r.id AS response_id, r.decision, r.published_at AS answered_at, rc.clause_version
    FROM response_clauses rc
    JOIN responses r ON r.id = rc.response_id
    JOIN response_proposals rp ON rp.response_id = r.id
    JOIN proposals p ON p.id = rp.proposal_id
    WHERE rc.clause_id = $1 AND r.state = 'published' AND p.state = 'published'
        AND (p.published_at, p.id) > ($2, $3)
    ORDER BY p.published_at, p.id LIMIT $4";

/// The contributions behind a clause, the oldest first, after the one that `after` names.
///
/// # Errors
/// When the database refuses.
pub async fn behind_clause(
    reader: &mut Reader,
    clause: ClauseId,
    after: Option<(Instant, ProposalId)>,
    limit: i64,
) -> Result<Vec<BehindClause>> {
    let (at, id) = after.map_or((Instant::from_micros(i64::MIN), Uuid::nil()), |(at, id)| (at, id.uuid()));
    fetch_all!(reader, BEHIND_CLAUSE, clause, at, id, limit)
}

/// A response that changes several clauses of the commitment brings each contribution once.
const BEHIND_COMMITMENT: &str = "SELECT p.id AS proposal_id, p.title, p.author_name, p.author_kind, p.published_at,
        r.id AS response_id, r.decision, r.published_at AS answered_at, CAST(NULL AS BIGINT) AS clause_version
    FROM responses r
    JOIN response_proposals rp ON rp.response_id = r.id
    JOIN proposals p ON p.id = rp.proposal_id
    WHERE r.id IN (SELECT rc.response_id FROM clauses cl JOIN response_clauses rc ON rc.clause_id = cl.id
            WHERE cl.commitment_id = $1)
        AND r.state = 'published' AND p.state = 'published' AND (p.published_at, p.id) > ($2, $3)
    ORDER BY p.published_at, p.id LIMIT $4";

/// The contributions behind all the clauses of a commitment, the oldest first, each once.
///
/// # Errors
/// When the database refuses.
pub async fn behind_commitment(
    reader: &mut Reader,
    commitment: CommitmentId,
    after: Option<(Instant, ProposalId)>,
    limit: i64,
) -> Result<Vec<BehindClause>> {
    let (at, id) = after.map_or((Instant::from_micros(i64::MIN), Uuid::nil()), |(at, id)| (at, id.uuid()));
    fetch_all!(reader, BEHIND_COMMITMENT, commitment, at, id, limit)
}
