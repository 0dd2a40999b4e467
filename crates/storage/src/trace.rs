//! What only the thread reads: the contributions that one answer answers, the first of them.

use fabrique_domain::{
    Instant,
    account::AuthorKind,
    id::{PlanId, ProposalId, ResponseId},
};

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_one, fetch_optional},
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
