//! The life of a commitment: submitted, handed back, published, withdrawn.

use fabrique_domain::{
    account::{Actor, Permission},
    commitment::{Commitment, CommitmentState, Contents, Lack, Part, changes},
    content::EventKind,
    id::{CommitmentId, PlanId},
    text::{Fault, Line},
};
use fabrique_storage::{Reader, Tx, commitment};

use super::{
    access::{to_change, to_change_since},
    fields::refuse_with_actions,
    history,
};
use crate::{Error, Faults, Result, address, error::need, event};

/// Gives a draft to the coordinator.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Refused`] with `commitment-submitted` when it is no draft.
pub async fn submit(actor: &Actor, tx: &mut Tx, id: CommitmentId, version: i64) -> Result<()> {
    let draft = to_change_since(actor, tx, id, version).await?;
    if draft.state != CommitmentState::Draft {
        return Err(Error::Refused("commitment-submitted"));
    }
    let submitted_at = Some(tx.now());
    let state_reason = String::new();
    keep(tx, &Commitment { state: CommitmentState::Submitted, state_reason, submitted_at, ..draft }).await
}

/// Hands a submitted commitment back to its author, with what to change.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Refused`] with `commitment-not-submitted`.
pub async fn hand_back(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    reason: &Line<10, 1_000>,
) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let submitted = to_change_since(actor, tx, id, version).await?;
    check_submitted(&submitted)?;
    let state_reason = reason.to_string();
    keep(tx, &Commitment { state: CommitmentState::Draft, state_reason, submitted_at: None, ..submitted }).await
}

/// Makes a submitted commitment public.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Refused`] with `commitment-not-submitted` or
/// `commitment-parent-unpublished`; [`Error::Invalid`] with what it lacks, each under the code of
/// its [`Lack`].
pub async fn publish(actor: &Actor, tx: &mut Tx, id: CommitmentId, version: i64) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let submitted = to_change_since(actor, tx, id, version).await?;
    check_submitted(&submitted)?;
    check_complete(tx, &submitted).await?;
    check_parent_published(tx, &submitted).await?;
    let published_at = Some(tx.now());
    let published = Commitment { state: CommitmentState::Published, published_at, ..submitted.clone() };
    keep(tx, &published).await?;
    history::begin(actor, tx, &submitted, &published).await?;
    let (kind, plan_id) = (EventKind::CommitmentPublished, Some(submitted.plan_id));
    event::record(tx, kind, &submitted.title, address::commitment(id), plan_id).await?;
    Ok(())
}

/// Takes a commitment back, with the reason that its address gives from then on.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Refused`] with `commitment-has-actions` while actions belong to it.
pub async fn withdraw(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    reason: &Line<10, 1_000>,
) -> Result<()> {
    let found = to_change_since(actor, tx, id, version).await?;
    refuse_with_actions(tx, id).await?;
    let withdrawn = Commitment { state: CommitmentState::Withdrawn, state_reason: reason.to_string(), ..found.clone() };
    history::record(actor, tx, &found, &changes(&found, &withdrawn), reason).await?;
    keep(tx, &withdrawn).await
}

async fn keep(tx: &mut Tx, commitment: &Commitment) -> Result<()> {
    if commitment::update(tx, commitment).await? { Ok(()) } else { Err(Error::Changed) }
}

fn check_submitted(commitment: &Commitment) -> Result<()> {
    match commitment.state {
        CommitmentState::Submitted => Ok(()),
        _ => Err(Error::Refused("commitment-not-submitted")),
    }
}

async fn check_complete(reader: &mut Reader, commitment: &Commitment) -> Result<()> {
    let lacks = commitment.lacks(contents(reader, commitment.id).await?);
    if lacks.is_empty() {
        return Ok(());
    }
    Err(Error::Invalid(Faults(lacks.into_iter().map(|lack| (lack.code(), Fault::Missing)).collect())))
}

async fn check_parent_published(reader: &mut Reader, commitment: &Commitment) -> Result<()> {
    let Some(parent_id) = commitment.parent_id else { return Ok(()) };
    let parent = commitment::find(reader, parent_id).await?;
    match parent.map(|parent| parent.state) {
        Some(CommitmentState::Published) => Ok(()),
        _ => Err(Error::Refused("commitment-parent-unpublished")),
    }
}

/// What a commitment lacks before it may be published, for those who write it.
///
/// # Errors
/// [`Error::NotFound`]; the same refusals as changing it.
pub async fn lacks(actor: &Actor, reader: &mut Reader, id: CommitmentId) -> Result<Vec<Lack>> {
    let commitment = to_change(actor, reader, id).await?;
    let contents = contents(reader, id).await?;
    Ok(commitment.lacks(contents))
}

async fn contents(reader: &mut Reader, id: CommitmentId) -> Result<Contents> {
    let carriers = commitment::carrier::of_commitment(reader, id).await?;
    let with = |part| carriers.iter().filter(|carrier| carrier.part == part).count();
    let clauses = commitment::clause::of_commitment(reader, id).await?;
    Ok(Contents {
        leads: with(Part::Lead),
        co_carriers: with(Part::CoCarrier),
        clauses: clauses.iter().filter(|clause| clause.repealed_at.is_none()).count(),
        milestones: commitment::milestone::of_commitment(reader, id).await?.len(),
        indicators: commitment::indicator::of_commitment(reader, id).await?.len(),
    })
}

/// Checks that a plan may be published: it has a published commitment, and nothing that was
/// submitted still waits for a decision.
///
/// # Errors
/// [`Error::Refused`] with `plan-without-commitment` or `plan-with-undecided`.
pub async fn check_plan_publishable(reader: &mut Reader, plan_id: PlanId) -> Result<()> {
    if commitment::any_in_state(reader, plan_id, CommitmentState::Submitted).await? {
        return Err(Error::Refused("plan-with-undecided"));
    }
    if commitment::any_in_state(reader, plan_id, CommitmentState::Published).await? {
        Ok(())
    } else {
        Err(Error::Refused("plan-without-commitment"))
    }
}
