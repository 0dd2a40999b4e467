//! Ending a consultation, and saying what follows.

use fabrique_domain::{
    Localized,
    account::{Actor, Permission},
    consultation::{Consultation, ConsultationState, ConsultationText, Gate, Outcome},
    content::EventKind,
    id::ConsultationId,
    proposal::Reason,
};
use fabrique_storage::{Tx, consultation};

use super::{existing, revise::apply};
use crate::{Error, Result, address, error::need, event, subscription::news};

/// Closes an open consultation now, the reasonable time having passed.
///
/// # Errors
/// `consultation-not-open`; `consultation-gate-time` when the public had less than the reasonable time.
pub async fn close_early(actor: &Actor, tx: &mut Tx, id: ConsultationId, reason: &Reason) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    if before.state(tx.now()) != ConsultationState::Open {
        return Err(Error::Refused("consultation-not-open"));
    }
    let after = Consultation { closes_at: tx.now(), ..before.clone() };
    apply(actor, tx, &before, after, reason).await
}

/// Publishes the results, or the follow-up envisaged: the fourth gate.
///
/// # Errors
/// `consultation-not-announced`; `consultation-gate-follow-up` when nothing is written.
pub async fn publish_follow_up(
    actor: &Actor,
    tx: &mut Tx,
    id: ConsultationId,
    follow_up: &Localized<ConsultationText>,
) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    if !before.is_public() {
        return Err(Error::Refused("consultation-not-announced"));
    }
    let after = Consultation { follow_up: follow_up.text(), ..before };
    if !after.meets(Gate::FollowUp) {
        return Err(Error::Refused("consultation-gate-follow-up"));
    }
    consultation::update(tx, &after).await?;
    Ok(after)
}

/// Says how a consultation ended, or that it does not take place.
///
/// # Errors
/// `consultation-has-ended` when that was said already; `consultation-still-open` when it is not
/// closed and is not called off either; `consultation-gate-follow-up` when a report is said to be
/// available and none is published.
pub async fn conclude(
    actor: &Actor,
    tx: &mut Tx,
    id: ConsultationId,
    outcome: Outcome,
    reason: &Reason,
) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    may_conclude(&before, outcome, before.state(tx.now()))?;
    let after = Consultation {
        outcome: Some(outcome),
        outcome_reason: reason.to_string(),
        outcome_at: Some(tx.now()),
        ..before
    };
    consultation::update(tx, &after).await?;
    if after.is_public() {
        let path = address::consultation(&after.slug);
        event::record(tx, EventKind::ConsultationEnded, &after.title, path, Some(after.plan_id)).await?;
        news::tell_ended(actor, tx, &after, outcome).await?;
    }
    Ok(after)
}

fn may_conclude(consultation: &Consultation, outcome: Outcome, state: ConsultationState) -> Result<()> {
    // "No report expected" may be followed by a report after all; nothing else is said twice.
    let said = consultation.outcome.is_some_and(|said| said != Outcome::NoReportExpected || said == outcome);
    if said {
        return Err(Error::Refused("consultation-has-ended"));
    }
    let closed = matches!(state, ConsultationState::UnderAnalysis | ConsultationState::NoReportExpected);
    match outcome {
        Outcome::NotGoingAhead if closed => Err(Error::Refused("consultation-has-closed")),
        Outcome::NotGoingAhead => Ok(()),
        _ if !closed => Err(Error::Refused("consultation-still-open")),
        Outcome::ReportAvailable if !consultation.meets(Gate::FollowUp) => {
            Err(Error::Refused("consultation-gate-follow-up"))
        }
        _ => Ok(()),
    }
}
