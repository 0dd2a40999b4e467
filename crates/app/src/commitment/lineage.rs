//! What a commitment continues, was split from, or absorbed.

use fabrique_domain::{
    LocalizedText,
    account::Actor,
    commitment::{Change, Field, LineageKind},
    id::CommitmentId,
    text::Fault,
};
use fabrique_storage::{
    Reader, Tx, commitment,
    commitment::{
        list::Card,
        search::{self, Filter},
    },
};

use super::{
    access::{is_public, to_change_a_part},
    clause::ChangeReason,
    history::{self, check_reason},
};
use crate::{Error, Result};

/// Says that a commitment descends from an earlier public one, and how.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Invalid`] on `earlier`: [`Fault::Unknown`] when it is not public,
/// [`Fault::Order`] when it would descend from itself; on `reason` when the commitment is published
/// and none is given.
pub async fn descend(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    earlier: CommitmentId,
    kind: LineageKind,
    reason: &ChangeReason,
) -> Result<()> {
    let later = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&later, reason)?;
    let found = commitment::find(tx, earlier).await?.filter(is_public);
    let found = found.ok_or(Error::field("earlier", Fault::Unknown))?;
    if earlier == id || commitment::lineage::descends(tx, earlier, id).await? {
        return Err(Error::field("earlier", Fault::Order));
    }
    commitment::lineage::add(tx, id, earlier, kind).await?;
    let change = Change::of(Field::Lineage, LocalizedText::default(), found.title);
    history::record(actor, tx, &later, change.as_slice(), reason).await
}

/// The most commitments offered to descend from: those of some twenty plans.
const MOST: i64 = 1_000;

/// The public commitments that another may descend from, the latest first.
///
/// # Errors
/// When storage fails.
pub async fn earlier_choices(reader: &mut Reader, id: CommitmentId) -> Result<Vec<Card>> {
    let mut cards = search::page(reader, &Filter::default(), None, MOST).await?;
    cards.retain(|card| card.id != id);
    Ok(cards)
}

/// Takes that back.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when it had not been said; [`Error::Invalid`] on `reason`.
pub async fn forget_descent(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    earlier: CommitmentId,
    reason: &ChangeReason,
) -> Result<()> {
    let later = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&later, reason)?;
    if !commitment::lineage::remove(tx, id, earlier).await? {
        return Err(Error::NotFound);
    }
    let title = commitment::find(tx, earlier).await?.map(|found| found.title).unwrap_or_default();
    let change = Change::of(Field::Lineage, title, LocalizedText::default());
    history::record(actor, tx, &later, change.as_slice(), reason).await
}
