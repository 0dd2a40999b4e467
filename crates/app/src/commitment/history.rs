//! The public history of a commitment: what changed since it is public, in whose name, when and why.

use fabrique_domain::{
    LocalizedText,
    account::{Actor, Role},
    commitment::{Change, Commitment, CommitmentState, Field, changes},
    id::CommitmentId,
    text::Fault,
};
use fabrique_storage::{
    Reader, Tx,
    commitment::{
        self,
        history::{self, Hand, Past, PastClause},
    },
    plan,
};

use super::access::{is_public, to_read};
use crate::{Error, Result};

/// The most changes that the page of a history tells.
const MOST: i64 = 500;

/// Keeps what changed in a commitment from the version it had `before`. What is not public yet has no
/// history: only those who write it read it.
pub(super) async fn record(
    actor: &Actor,
    tx: &mut Tx,
    before: &Commitment,
    changes: &[Change],
    reason: &str,
) -> Result<()> {
    if is_public(before) { keep(actor, tx, before, changes, reason).await } else { Ok(()) }
}

/// Keeps the moment at which the history begins.
pub(super) async fn begin(actor: &Actor, tx: &mut Tx, before: &Commitment, after: &Commitment) -> Result<()> {
    keep(actor, tx, before, &changes(before, after), "").await
}

async fn keep(actor: &Actor, tx: &mut Tx, before: &Commitment, changes: &[Change], reason: &str) -> Result<()> {
    let institution_id = actor.person().and_then(|person| person.organisation(Role::Agent));
    let hand = Hand { author_id: actor.account_id(), institution_id, reason };
    Ok(history::add(tx, before.id, before.version + 1, changes, hand).await?)
}

/// What differs between two states of a commitment, themes and parents by their names.
pub(super) async fn between(reader: &mut Reader, before: &Commitment, after: &Commitment) -> Result<Vec<Change>> {
    let mut told = changes(before, after);
    if before.theme_id != after.theme_id {
        let (was, became) = (theme(reader, before).await?, theme(reader, after).await?);
        told.extend(Change::of(Field::Theme, was, became));
    }
    if before.parent_id != after.parent_id {
        let (was, became) = (parent(reader, before).await?, parent(reader, after).await?);
        told.extend(Change::of(Field::Parent, was, became));
    }
    Ok(told)
}

async fn theme(reader: &mut Reader, of: &Commitment) -> Result<LocalizedText> {
    let Some(id) = of.theme_id else { return Ok(LocalizedText::default()) };
    Ok(plan::theme::find(reader, id).await?.map(|theme| theme.name).unwrap_or_default())
}

async fn parent(reader: &mut Reader, of: &Commitment) -> Result<LocalizedText> {
    let Some(id) = of.parent_id else { return Ok(LocalizedText::default()) };
    Ok(commitment::find(reader, id).await?.map(|parent| parent.title).unwrap_or_default())
}

/// A change of what everybody reads is told why.
pub(super) fn check_reason(changed: &Commitment, reason: &str) -> Result<()> {
    let is_due = changed.state == CommitmentState::Published;
    if is_due && reason.is_empty() { Err(Error::field("reason", Fault::Missing)) } else { Ok(()) }
}

/// What changed in a public commitment.
#[derive(Debug, Clone)]
pub struct History {
    /// The commitment as it stands.
    pub commitment: Commitment,
    /// The changes of its fields and parts, the latest first.
    pub fields: Vec<Past>,
    /// The changes of its clauses, the latest first.
    pub clauses: Vec<PastClause>,
}

/// The history of a public commitment. Anybody may read it.
///
/// # Errors
/// [`Error::NotFound`] while it is not public.
pub async fn history(actor: &Actor, reader: &mut Reader, id: CommitmentId) -> Result<History> {
    let commitment = to_read(actor, reader, id).await?;
    let since = commitment.published_at.ok_or(Error::NotFound)?;
    Ok(History {
        fields: history::of_commitment(reader, id, MOST).await?,
        clauses: history::of_clauses(reader, id, since, MOST).await?,
        commitment,
    })
}
