//! What people said elsewhere that is neither for nor against a proposal.

use fabrique_domain::{
    Instant,
    id::{Id, ProposalId, RemarkId},
    proposal::Remark,
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all},
};

record!(Remark { id, proposal_id, author_name, body, created_at });

const INSERT: &str = "INSERT INTO remarks (id, proposal_id, author_name, body, created_at) VALUES ($1, $2, $3, $4, $5)";

/// Adds a remark.
///
/// # Errors
/// [`Error::Dangling`](crate::Error::Dangling) when its proposal is not there.
pub async fn insert(tx: &mut Tx, remark: &Remark) -> Result<()> {
    let Remark { id, proposal_id, author_name, body, created_at } = remark;
    execute!(tx, INSERT, *id, *proposal_id, *author_name, *body, *created_at)?;
    Ok(())
}

const REWRITE: &str = "UPDATE remarks SET author_name = $2, body = $3, created_at = $4 WHERE id = $1";

/// Writes a remark as the original platform now has it.
///
/// # Errors
/// When the database refuses.
pub async fn rewrite(tx: &mut Tx, remark: &Remark) -> Result<()> {
    execute!(tx, REWRITE, remark.id, remark.author_name, remark.body, remark.created_at)?;
    Ok(())
}

/// Where a page of remarks begins: after the one of this moment and identifier.
pub type After = (Instant, RemarkId);

const LIST: &str = "SELECT * FROM remarks WHERE proposal_id = $1 AND (created_at, id) > ($2, $3)
    ORDER BY created_at, id LIMIT $4";

/// The remarks on a proposal, the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(reader: &mut Reader, proposal: ProposalId, after: Option<After>, limit: i64) -> Result<Vec<Remark>> {
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MIN), RemarkId::from_uuid(Uuid::nil())));
    fetch_all!(reader, LIST, proposal, at, id, limit)
}
