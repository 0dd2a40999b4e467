//! What people said elsewhere that is neither for nor against a proposal: read, never written here.

use fabrique_domain::{account::Actor, id::ProposalId, proposal::Remark};
pub use fabrique_storage::remark::After;
use fabrique_storage::{Reader, remark};

use crate::{Result, proposal};

/// A page of the remarks on a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remarks {
    /// The remarks, the oldest first, as they were said.
    pub remarks: Vec<Remark>,
    /// Where the next page begins, when there is one.
    pub next: Option<After>,
}

/// A page of at most `limit` remarks on a proposal; none where its words may not be read.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) as for [`proposal::show`].
pub async fn list(
    actor: &Actor,
    reader: &mut Reader,
    id: ProposalId,
    after: Option<After>,
    limit: usize,
) -> Result<Remarks> {
    let proposal = proposal::show(actor, reader, id).await?;
    if !proposal::may_read_words(actor, &proposal) {
        return Ok(Remarks::default());
    }
    let asked = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let mut remarks = remark::list(reader, id, after, asked).await?;
    let more = remarks.len() > limit;
    remarks.truncate(limit);
    let next = remarks.last().filter(|_| more).map(|last| (last.created_at, last.id));
    Ok(Remarks { remarks, next })
}
