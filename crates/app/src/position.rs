//! Support, mixed or against: one position a person, changed at will while the consultation is open.

use fabrique_domain::{
    account::{Actor, Permission},
    id::{AccountId, ProposalId},
    proposal::{Position, ProposalState},
};
use fabrique_storage::{
    Reader, Tx, position,
    position::{Floor, Tally},
};

use crate::{Error, Result, error::need};

/// Where a person and everybody else stand on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// What the person says.
    pub position: Option<Position>,
    /// What everybody says here, the person included.
    pub tally: Tally,
}

/// Takes a position, or changes it. Taking the same one again changes nothing.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`; `position-own-proposal` to the author;
/// `position-not-offered` when the consultation asks for support only.
pub async fn take(actor: &Actor, tx: &mut Tx, proposal: ProposalId, position: Position) -> Result<Stand> {
    let (account, floor) = open_floor(actor, tx, proposal).await?;
    if floor.author_id == Some(account) {
        return Err(Error::Refused("position-own-proposal"));
    }
    if !floor.ballot.offers(position) {
        return Err(Error::Refused("position-not-offered"));
    }
    if floor.position == Some(position) {
        return Ok(unchanged(tx, &floor));
    }
    position::take(tx, proposal, account, position).await?;
    count(tx, proposal, &floor, Some(position)).await
}

/// Takes one's position back. Without one, changes nothing.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`.
pub async fn withdraw(actor: &Actor, tx: &mut Tx, proposal: ProposalId) -> Result<Stand> {
    let (account, floor) = open_floor(actor, tx, proposal).await?;
    if floor.position.is_none() {
        return Ok(unchanged(tx, &floor));
    }
    position::withdraw(tx, proposal, account).await?;
    count(tx, proposal, &floor, None).await
}

/// Nothing was written, so the pages kept ready stay valid.
const fn unchanged(tx: &mut Tx, floor: &Floor) -> Stand {
    tx.leaves_pages_unchanged();
    Stand { position: floor.position, tally: floor.tally }
}

/// Moves the counters from what the person said to what the person says. The consultation's own
/// counter is left alone when somebody only changes position.
async fn count(tx: &mut Tx, proposal: ProposalId, floor: &Floor, position: Option<Position>) -> Result<Stand> {
    let change = Tally::one(position).minus(Tally::one(floor.position));
    let tally = position::count(tx, proposal, change).await?.ok_or(Error::NotFound)?;
    if change.total() != 0 {
        position::count_in_consultation(tx, floor.consultation_id, change.total()).await?;
    }
    Ok(Stand { position, tally })
}

/// What a person says of a proposal; nothing for somebody who did not sign in.
///
/// # Errors
/// When storage fails.
pub async fn mine(actor: &Actor, reader: &mut Reader, proposal: ProposalId) -> Result<Option<Position>> {
    let Some(account) = actor.account_id() else { return Ok(None) };
    let taken = position::taken_by(reader, account, &[proposal]).await?;
    Ok(taken.first().map(|(_, position)| *position))
}

/// Lets somebody speak on a proposal: signed in, the proposal published, its consultation open.
///
/// # Errors
/// [`Error::NotFound`] for a draft, whoever asks: its author publishes first.
pub(crate) async fn open_floor(actor: &Actor, reader: &mut Reader, proposal: ProposalId) -> Result<(AccountId, Floor)> {
    need(actor, Permission::Contribute)?;
    let account = actor.account_id().ok_or(Error::SignInNeeded)?;
    let floor = position::floor(reader, proposal, account).await?.ok_or(Error::NotFound)?;
    match floor.state {
        ProposalState::Draft => Err(Error::NotFound),
        ProposalState::Withdrawn | ProposalState::Hidden => Err(Error::Refused("debate-not-published")),
        ProposalState::Published if !floor.course.is_open(reader.now()) => Err(Error::Refused("debate-not-open")),
        ProposalState::Published => Ok((account, floor)),
    }
}
