//! Who may see and who may change a commitment.

use fabrique_domain::{
    account::{Actor, Permission, Role},
    commitment::{Commitment, CommitmentState, Part},
    id::CommitmentId,
};
use fabrique_storage::{Reader, Tx, commitment};

use crate::{Error, Result, error::need};

/// The commitment, for somebody who wants to change it: the coordinator at any time; its author
/// and the agents of an institution that leads it while it is a draft.
pub(super) async fn to_change(actor: &Actor, reader: &mut Reader, id: CommitmentId) -> Result<Commitment> {
    need(actor, Permission::DraftCommitments)?;
    let found = commitment::find(reader, id).await?.ok_or(Error::NotFound)?;
    if found.state == CommitmentState::Withdrawn {
        return Err(Error::Refused("commitment-withdrawn"));
    }
    if actor.may(Permission::PublishPlans) {
        return Ok(found);
    }
    if !is_theirs(actor, reader, &found).await? {
        return Err(Error::Forbidden(Permission::PublishPlans));
    }
    match found.state {
        CommitmentState::Draft => Ok(found),
        CommitmentState::Submitted => Err(Error::Refused("commitment-submitted")),
        CommitmentState::Published | CommitmentState::Withdrawn => Err(Error::Forbidden(Permission::PublishPlans)),
    }
}

/// The same, provided that nobody changed it since `version` was read.
pub(super) async fn to_change_since(
    actor: &Actor,
    reader: &mut Reader,
    id: CommitmentId,
    version: i64,
) -> Result<Commitment> {
    let found = to_change(actor, reader, id).await?;
    if found.version == version { Ok(found) } else { Err(Error::Changed) }
}

/// Says that a part of the commitment (a carrier, a milestone…) is about to change.
pub(super) async fn to_change_a_part(actor: &Actor, tx: &mut Tx, id: CommitmentId, version: i64) -> Result<Commitment> {
    let found = to_change_since(actor, tx, id, version).await?;
    if commitment::touch(tx, id, version).await? { Ok(found) } else { Err(Error::Changed) }
}

/// The commitment, for somebody who wants to read it: published and withdrawn ones for everybody,
/// the others for the coordinator, their author and the agents of an institution that leads them.
pub(super) async fn to_read(actor: &Actor, reader: &mut Reader, id: CommitmentId) -> Result<Commitment> {
    let found = commitment::find(reader, id).await?.ok_or(Error::NotFound)?;
    let is_open = is_public(&found) || actor.may(Permission::PublishPlans) || is_theirs(actor, reader, &found).await?;
    if is_open { Ok(found) } else { Err(Error::NotFound) }
}

/// Whether everybody may read it: what was published and then withdrawn still says so at its address.
pub(super) fn is_public(commitment: &Commitment) -> bool {
    commitment.published_at.is_some()
}

async fn is_theirs(actor: &Actor, reader: &mut Reader, found: &Commitment) -> Result<bool> {
    let Some(person) = actor.person().filter(|person| person.may(Permission::DraftCommitments)) else {
        return Ok(false);
    };
    if found.author_id == Some(person.account.id) {
        return Ok(true);
    }
    let Some(institution) = person.organisation(Role::Agent) else { return Ok(false) };
    let carriers = commitment::carrier::of_commitment(reader, found.id).await?;
    Ok(carriers.iter().any(|carrier| carrier.part == Part::Lead && carrier.organisation_id == institution))
}

/// Whether this person may change the commitment now, for the pages that offer it.
///
/// # Errors
/// When storage fails.
pub async fn may_change(actor: &Actor, reader: &mut Reader, id: CommitmentId) -> Result<bool> {
    match to_change(actor, reader, id).await {
        Ok(_) => Ok(true),
        Err(Error::Storage(error)) => Err(error.into()),
        Err(_) => Ok(false),
    }
}
