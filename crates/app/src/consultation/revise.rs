//! Changing what the public was promised, with a reason that the public reads.

use fabrique_domain::{
    Instant, Localized,
    account::{Actor, Permission},
    consultation::{Consultation, ConsultationText},
    id::ConsultationId,
    proposal::Reason,
};
use fabrique_storage::{Tx, consultation};

use super::{approve::plan_opening, existing};
use crate::{Error, Result, error::need};

/// What changes in an approved consultation, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The rules from now on.
    pub rules: Localized<ConsultationText>,
    /// When it opens.
    pub opens_at: Instant,
    /// When it closes.
    pub closes_at: Instant,
    /// Why.
    pub reason: Reason,
}

/// Changes the rules or the dates of an approved consultation.
///
/// # Errors
/// `consultation-not-approved`; `consultation-has-closed`; `consultation-already-open` when the
/// opening would move after it happened; `consultation-closes-in-the-past`; and as for approval,
/// `consultation-gate-rules` and `consultation-gate-time`: a revision takes away neither the rules
/// nor the reasonable time.
pub async fn revise(actor: &Actor, tx: &mut Tx, id: ConsultationId, input: &Revision) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    let after = Consultation {
        rules: input.rules.text(),
        opens_at: input.opens_at,
        closes_at: input.closes_at,
        ..before.clone()
    };
    apply(actor, tx, &before, after, &input.reason).await
}

/// Leaves the public more time.
///
/// # Errors
/// As for [`revise`]; `consultation-not-an-extension` when the date is not a later one.
pub async fn extend(
    actor: &Actor,
    tx: &mut Tx,
    id: ConsultationId,
    closes_at: Instant,
    reason: &Reason,
) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    if closes_at <= before.closes_at {
        return Err(Error::Refused("consultation-not-an-extension"));
    }
    let after = Consultation { closes_at, ..before.clone() };
    apply(actor, tx, &before, after, reason).await
}

/// Keeps a revision that the rules allow.
pub(super) async fn apply(
    actor: &Actor,
    tx: &mut Tx,
    before: &Consultation,
    after: Consultation,
    reason: &Reason,
) -> Result<Consultation> {
    may_change(before, &after, tx.now())?;
    consultation::add_revision(tx, before, reason, actor.account_id()).await?;
    consultation::update(tx, &after).await?;
    if before.opens_at != after.opens_at {
        plan_opening(tx, &after).await?;
    }
    Ok(after)
}

fn may_change(before: &Consultation, after: &Consultation, now: Instant) -> Result<()> {
    let refusal = if before.approved_at.is_none() {
        "consultation-not-approved"
    } else if before.outcome.is_some() || before.closes_at <= now {
        "consultation-has-closed"
    } else if before.opens_at <= now && before.opens_at != after.opens_at {
        "consultation-already-open"
    } else if after.closes_at < now || (after.opens_at != before.opens_at && after.opens_at < now) {
        "consultation-closes-in-the-past"
    } else if after.rules.is_blank() {
        "consultation-gate-rules"
    } else if !Consultation::is_long_enough(after.opens_at, after.closes_at) {
        "consultation-gate-time"
    } else {
        return Ok(());
    };
    Err(Error::Refused(refusal))
}
