//! Announcing a consultation, and letting it open.

use fabrique_domain::{
    Instant,
    account::{Actor, Permission},
    consultation::{Consultation, ConsultationState, Gate},
    content::EventKind,
    id::{ConsultationId, Id},
};
use fabrique_storage::{Tx, consultation, job};
use uuid::Uuid;

use super::existing;
use crate::{Error, Result, address, error::need, event};

/// The kind of the job that tells that a consultation opens.
pub const OPENING: &str = "consultation_opening";

/// Makes a consultation public before it opens. How much notice that leaves is shown to everybody.
///
/// # Errors
/// `consultation-already-announced`; `consultation-opens-in-the-past`.
pub async fn announce(actor: &Actor, tx: &mut Tx, id: ConsultationId) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    if before.is_public() {
        return Err(Error::Refused("consultation-already-announced"));
    }
    if before.opens_at < tx.now() {
        return Err(Error::Refused("consultation-opens-in-the-past"));
    }
    let after = Consultation { announced_at: Some(tx.now()), ..before };
    consultation::update(tx, &after).await?;
    let path = address::consultation(&after.slug);
    event::record(tx, EventKind::ConsultationAnnounced, &after.title, path, Some(after.plan_id)).await?;
    Ok(after)
}

/// Lets a consultation open on its day, the first three gates of the law being met.
///
/// # Errors
/// `consultation-not-announced`, `consultation-already-approved`, `consultation-has-ended`, and for
/// the first gate that is not met: `consultation-gate-rules`, `consultation-gate-information`,
/// `consultation-gate-time`, `consultation-time-is-over` when the closing date has passed.
pub async fn approve(actor: &Actor, tx: &mut Tx, id: ConsultationId) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    may_open(&before, tx.now())?;
    let after = Consultation { approved_at: Some(tx.now()), ..before };
    consultation::update(tx, &after).await?;
    plan_opening(tx, &after).await?;
    Ok(after)
}

fn may_open(consultation: &Consultation, now: Instant) -> Result<()> {
    if !consultation.is_public() {
        return Err(Error::Refused("consultation-not-announced"));
    }
    if consultation.approved_at.is_some() {
        return Err(Error::Refused("consultation-already-approved"));
    }
    if consultation.outcome.is_some() {
        return Err(Error::Refused("consultation-has-ended"));
    }
    if let Some(gate) = consultation.missing_to_open().first() {
        return Err(Error::Refused(refusal(*gate)));
    }
    // Approved late, it opens at once: what is left must still be a reasonable time.
    if !Consultation::is_long_enough(consultation.opens_at.max(now), consultation.closes_at) {
        return Err(Error::Refused("consultation-time-is-over"));
    }
    Ok(())
}

const fn refusal(gate: Gate) -> &'static str {
    match gate {
        Gate::Rules => "consultation-gate-rules",
        Gate::Information => "consultation-gate-information",
        Gate::Time => "consultation-gate-time",
        Gate::FollowUp => "consultation-gate-follow-up",
    }
}

/// Gives the worker the opening to tell, on the day and at the hour.
pub(super) async fn plan_opening(tx: &mut Tx, consultation: &Consultation) -> Result<()> {
    let run_at = consultation.opens_at.max(tx.now());
    let promised = consultation.opens_at.micros().to_le_bytes();
    let payload = [consultation.id.uuid().as_bytes().as_slice(), &promised].concat();
    job::add(tx, OPENING, payload, run_at).await?;
    Ok(())
}

/// Tells that a consultation has opened; does nothing when it moved or was called off since. The
/// consultation, when it was told.
///
/// # Errors
/// [`Error::Internal`] when the payload is not one of ours.
pub async fn tell_opening(tx: &mut Tx, payload: &[u8]) -> Result<Option<Consultation>> {
    let (id, promised) = opening(payload).ok_or_else(|| Error::Internal("an opening that cannot be read".into()))?;
    let Some(consultation) = consultation::find(tx, id).await? else { return Ok(None) };
    if consultation.opens_at != promised || consultation.state(tx.now()) != ConsultationState::Open {
        return Ok(None);
    }
    let path = address::consultation(&consultation.slug);
    event::record(tx, EventKind::ConsultationOpened, &consultation.title, path, Some(consultation.plan_id)).await?;
    Ok(Some(consultation))
}

fn opening(payload: &[u8]) -> Option<(ConsultationId, Instant)> {
    let (id, promised) = payload.split_at_checked(16)?;
    let promised = i64::from_le_bytes(promised.try_into().ok()?);
    Some((ConsultationId::from_uuid(Uuid::from_slice(id).ok()?), Instant::from_micros(promised)))
}
