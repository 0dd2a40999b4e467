//! Clauses: added under a number of their own, amended and struck out in public.

use fabrique_domain::{
    account::Actor,
    commitment::{Clause, ClauseText, ClauseVersion, Commitment, CommitmentState},
    content::EventKind,
    id::{ClauseId, CommitmentId},
    localized::Localized,
    text::Line,
};
use fabrique_storage::{
    Reader, Tx,
    commitment::{self, clause},
};

use super::{
    access::{to_change, to_read},
    history::check_reason,
};
use crate::{Error, Result, address, event, subscription::news};

/// Why a clause is written so. It must be told once the commitment is published.
pub type ChangeReason = Line<0, 500>;

/// The most versions that a page of a clause shows.
const MOST_VERSIONS: i64 = 50;

/// A clause to add.
#[derive(Debug, Clone)]
pub struct NewClause {
    /// To which commitment.
    pub commitment_id: CommitmentId,
    /// Its text.
    pub text: Localized<ClauseText>,
    /// Why it is added.
    pub reason: ChangeReason,
}

/// Other words for a clause.
#[derive(Debug, Clone)]
pub struct ClauseChange {
    /// Which clause.
    pub clause_id: ClauseId,
    /// The version that was read.
    pub version: i64,
    /// The new words.
    pub text: Localized<ClauseText>,
    /// Why.
    pub reason: ChangeReason,
}

/// A clause to strike out.
#[derive(Debug, Clone)]
pub struct Repeal {
    /// Which clause.
    pub clause_id: ClauseId,
    /// The version that was read.
    pub version: i64,
    /// Why.
    pub reason: ChangeReason,
}

/// Adds a clause, under a number that no other clause of the commitment ever had.
///
/// # Errors
/// [`Error::Invalid`] on `reason` when the commitment is published and none is given.
pub async fn add_clause(actor: &Actor, tx: &mut Tx, input: &NewClause) -> Result<Clause> {
    let commitment = to_change(actor, tx, input.commitment_id).await?;
    check_reason(&commitment, &input.reason)?;
    let text = input.text.text();
    let added = clause::add(tx, commitment.id, &text, &input.reason, actor.account_id()).await?;
    announce(actor, tx, &commitment, &added).await?;
    Ok(added)
}

/// Writes a clause in other words. The words before stay readable.
///
/// # Errors
/// [`Error::Changed`] when somebody else wrote in between: nothing is lost, theirs is kept and
/// these are still in the form; [`Error::Invalid`] on `reason`; [`Error::Refused`] with
/// `clause-repealed` or `clause-unchanged`.
pub async fn amend_clause(actor: &Actor, tx: &mut Tx, input: &ClauseChange) -> Result<Clause> {
    let (commitment, before) = in_force(actor, tx, input.clause_id, input.version).await?;
    check_reason(&commitment, &input.reason)?;
    let text = input.text.text();
    if text == before.text {
        return Err(Error::Refused("clause-unchanged"));
    }
    write(actor, tx, &commitment, &Clause { text, ..before }, &input.reason).await
}

/// Strikes a clause out. Its link, its number and its words stay.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Invalid`] on `reason`; [`Error::Refused`] with `clause-repealed`.
pub async fn repeal_clause(actor: &Actor, tx: &mut Tx, input: &Repeal) -> Result<Clause> {
    let (commitment, before) = in_force(actor, tx, input.clause_id, input.version).await?;
    check_reason(&commitment, &input.reason)?;
    let repealed = Clause { repealed_at: Some(tx.now()), ..before };
    write(actor, tx, &commitment, &repealed, &input.reason).await
}

async fn in_force(actor: &Actor, tx: &mut Tx, id: ClauseId, version: i64) -> Result<(Commitment, Clause)> {
    let found = clause::find(tx, id).await?.ok_or(Error::NotFound)?;
    let commitment = to_change(actor, tx, found.commitment_id).await?;
    if found.version != version {
        Err(Error::Changed)
    } else if found.repealed_at.is_some() {
        Err(Error::Refused("clause-repealed"))
    } else {
        Ok((commitment, found))
    }
}

async fn write(actor: &Actor, tx: &mut Tx, commitment: &Commitment, clause: &Clause, reason: &str) -> Result<Clause> {
    let written = clause::update(tx, clause, reason, actor.account_id()).await?.ok_or(Error::Changed)?;
    announce(actor, tx, commitment, &written).await?;
    Ok(written)
}

async fn announce(actor: &Actor, tx: &mut Tx, commitment: &Commitment, clause: &Clause) -> Result<()> {
    commitment::stamp(tx, commitment.id).await?;
    if commitment.state == CommitmentState::Published {
        let path = address::clause(commitment.id, clause.number);
        event::record(tx, EventKind::ClauseChanged, &commitment.title, path, Some(commitment.plan_id)).await?;
        news::tell_clause(actor, tx, commitment, clause).await?;
    }
    Ok(())
}

/// A clause with its history.
#[derive(Debug, Clone)]
pub struct ClauseSheet {
    /// The commitment it belongs to.
    pub commitment: Commitment,
    /// The clause as it stands.
    pub clause: Clause,
    /// Its versions, the latest first.
    pub versions: Vec<ClauseVersion>,
}

/// A clause of a commitment by its number, for whoever may read the commitment.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn read_clause(
    actor: &Actor,
    reader: &mut Reader,
    commitment_id: CommitmentId,
    number: i64,
) -> Result<ClauseSheet> {
    let commitment = to_read(actor, reader, commitment_id).await?;
    let clause = clause::by_number(reader, commitment_id, number).await?.ok_or(Error::NotFound)?;
    let versions = clause::versions(reader, clause.id, MOST_VERSIONS).await?;
    Ok(ClauseSheet { commitment, clause, versions })
}
