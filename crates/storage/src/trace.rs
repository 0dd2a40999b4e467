//! What only the thread reads: the first contributions that an answer answers, how far a commitment
//! is, what a plan or an organisation gathers.

use fabrique_domain::{
    Date, Instant,
    account::AuthorKind,
    id::{CommitmentId, ConsultationId, OrganisationId, PlanId, ProposalId, ResponseId},
};
use sqlx::AssertSqlSafe;

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_one, fetch_optional, places},
};

/// A contribution, as a bead tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// Its identifier.
    pub proposal_id: ProposalId,
    /// Its title.
    pub title: String,
    /// Its author's name.
    pub author_name: String,
    /// Its author's kind.
    pub author_kind: AuthorKind,
    /// When it was published.
    pub published_at: Instant,
}

record!(Contribution { proposal_id, title, author_name, author_kind, published_at });

const ANSWERED: &str = "SELECT p.id AS proposal_id, p.title, p.author_name, p.author_kind, p.published_at
    FROM response_proposals rp JOIN proposals p ON p.id = rp.proposal_id
    WHERE rp.response_id = $1 AND p.state = 'published' ORDER BY p.published_at, p.id LIMIT $2";

/// The first contributions that an answer answers, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn answered(reader: &mut Reader, id: ResponseId, limit: i64) -> Result<Vec<Contribution>> {
    fetch_all!(reader, ANSWERED, id, limit)
}

const COUNT: &str = "SELECT COUNT(*) FROM response_proposals WHERE response_id = $1";

/// How many contributions an answer answers.
///
/// # Errors
/// When the database refuses.
pub async fn count_answered(reader: &mut Reader, id: ResponseId) -> Result<i64> {
    let (count,): (i64,) = fetch_one!(reader, COUNT, id)?;
    Ok(count)
}

const MOST_TOLD: &str = "SELECT p.id FROM commitments c
    JOIN clauses k ON k.commitment_id = c.id AND k.repealed_at IS NULL AND k.contributions > 0
    JOIN response_clauses rk ON rk.clause_id = k.id
    JOIN responses r ON r.id = rk.response_id AND r.state = 'published'
    JOIN response_proposals rp ON rp.response_id = r.id
    JOIN proposals p ON p.id = rp.proposal_id AND p.state = 'published'
    WHERE c.plan_id = $1 AND c.state = 'published'
    ORDER BY CASE WHEN EXISTS (SELECT 1 FROM milestones m WHERE m.commitment_id = c.id) THEN 0 ELSE 1 END,
        p.supports DESC, p.id LIMIT 1";

/// The contribution whose thread goes furthest in a plan, and among those the most supported one.
///
/// # Errors
/// When the database refuses.
pub async fn most_told(reader: &mut Reader, plan: PlanId) -> Result<Option<ProposalId>> {
    let found: Option<(ProposalId,)> = fetch_optional!(reader, MOST_TOLD, plan)?;
    Ok(found.map(|(id,)| id))
}

/// How far a commitment is along its thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// Contributions behind its clauses in force.
    pub contributions: i64,
    /// Its clauses in force.
    pub clauses: i64,
    /// The day of its first milestone that has passed.
    pub passed_on: Option<Date>,
    /// The day of its next milestone.
    pub due_on: Option<Date>,
}

record!(Progress { commitment_id, contributions, clauses, passed_on, due_on });

/// How far the commitments called `ids` are on `today`: a few clauses and milestones each, read
/// along their indexes.
///
/// # Errors
/// When the database refuses.
pub async fn progress(reader: &mut Reader, ids: &[CommitmentId], today: Date) -> Result<Vec<Progress>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT c.id AS commitment_id,
            (SELECT CAST(COALESCE(SUM(cl.contributions), 0) AS BIGINT) FROM clauses cl
                WHERE cl.commitment_id = c.id AND cl.repealed_at IS NULL) AS contributions,
            (SELECT COUNT(*) FROM clauses cl WHERE cl.commitment_id = c.id AND cl.repealed_at IS NULL) AS clauses,
            (SELECT MIN(m.due_on) FROM milestones m WHERE m.commitment_id = c.id AND m.due_on < $1) AS passed_on,
            (SELECT MIN(m.due_on) FROM milestones m WHERE m.commitment_id = c.id AND m.due_on >= $1) AS due_on
        FROM commitments c WHERE c.id IN ({})",
        places(2, ids.len())
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()), today; each ids)
}

/// What the public consultations of a plan brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brought {
    /// How many consultations.
    pub consultations: i64,
    /// Published contributions.
    pub contributions: i64,
    /// Of them, how many were answered.
    pub answered: i64,
    /// Of those unanswered, how many are owed an answer.
    pub awaiting: i64,
}

record!(Brought { consultations, contributions, answered, awaiting });

/// A consultation owes answers by the rule of `Consultation::owes_answers`.
const BROUGHT: &str = "SELECT COUNT(*) AS consultations,
        CAST(COALESCE(SUM(proposals), 0) AS BIGINT) AS contributions,
        CAST(COALESCE(SUM(answered), 0) AS BIGINT) AS answered,
        CAST(COALESCE(SUM(CASE WHEN outcome IS NULL OR (source = '' AND outcome <> 'not_going_ahead')
            THEN proposals - answered ELSE 0 END), 0) AS BIGINT) AS awaiting
    FROM consultations WHERE plan_id = $1 AND announced_at IS NOT NULL";

/// What the public consultations of a plan brought: a sum of counters, one row a consultation.
///
/// # Errors
/// When the database refuses.
pub async fn brought(reader: &mut Reader, plan_id: PlanId) -> Result<Brought> {
    fetch_one!(reader, BROUGHT, plan_id)
}

const ANSWERED_BY: &str = "SELECT CAST(COALESCE(SUM(answered), 0) AS BIGINT) FROM response_delays
    WHERE institution_id = $1";

/// How many contributions an institution answered, as publication counted them.
///
/// # Errors
/// When the database refuses.
pub async fn answered_by(reader: &mut Reader, institution: OrganisationId) -> Result<i64> {
    let (answered,): (i64,) = fetch_one!(reader, ANSWERED_BY, institution)?;
    Ok(answered)
}

const CONTRIBUTED_BY: &str = "SELECT id FROM proposals
    WHERE organisation_id = $1 AND state = 'published' ORDER BY published_at DESC, id DESC LIMIT $2";

/// The published contributions made in the name of an organisation, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn contributed_by(reader: &mut Reader, organisation: OrganisationId, limit: i64) -> Result<Vec<ProposalId>> {
    let rows: Vec<(ProposalId,)> = fetch_all!(reader, CONTRIBUTED_BY, organisation, limit)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The consultations of the contributions called `ids`.
///
/// # Errors
/// When the database refuses.
pub async fn consultations_of(reader: &mut Reader, ids: &[ProposalId]) -> Result<Vec<(ProposalId, ConsultationId)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT id, consultation_id FROM proposals WHERE id IN ({})", places(1, ids.len()));
    fetch_all!(reader, AssertSqlSafe(sql.as_str()); each ids)
}
