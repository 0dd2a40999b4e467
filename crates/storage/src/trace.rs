//! What only the thread reads: the contributions that one answer answers, the first of them.

use fabrique_domain::{
    Instant,
    account::AuthorKind,
    id::{ProposalId, ResponseId},
};

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_one},
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
