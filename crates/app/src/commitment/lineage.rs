//! What a commitment continues, was split from, or absorbed.

use fabrique_domain::{account::Actor, commitment::LineageKind, id::CommitmentId, text::Fault};
use fabrique_storage::{Tx, commitment};

use super::access::{is_public, to_change_a_part};
use crate::{Error, Result};

/// Says that a commitment descends from an earlier public one, and how.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Invalid`] on `earlier`: [`Fault::Unknown`] when it is not public,
/// [`Fault::Order`] when it would descend from itself.
pub async fn descend(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    earlier: CommitmentId,
    kind: LineageKind,
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    let found = commitment::find(tx, earlier).await?;
    if !found.is_some_and(|found| is_public(&found)) {
        return Err(Error::field("earlier", Fault::Unknown));
    }
    if earlier == id || commitment::lineage::descends(tx, earlier, id).await? {
        return Err(Error::field("earlier", Fault::Order));
    }
    Ok(commitment::lineage::add(tx, id, earlier, kind).await?)
}

/// Takes that back.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when it had not been said.
pub async fn forget_descent(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    earlier: CommitmentId,
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    if commitment::lineage::remove(tx, id, earlier).await? { Ok(()) } else { Err(Error::NotFound) }
}
