//! The public calendar: the dates are told in the news, and the moment at which each was made
//! public is kept, since the partnership asks for two weeks of notice.
//!
//! A short notice warns and never blocks: see [`Phase::is_short_of_notice`].

use fabrique_domain::{
    account::{Actor, Permission},
    content::EventKind,
    id::{PhaseId, PlanId},
    plan::{Phase, PhaseCard, Plan},
};
use fabrique_storage::{Reader, Tx, plan::phase};

use super::existing;
use crate::{Error, Result, address, error::need, event};

/// The calendar of a plan, in the order of its dates. Anyone may read it.
///
/// # Errors
/// When storage fails.
pub async fn list(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Phase>> {
    Ok(phase::list(reader, plan_id).await?)
}

/// Publishes the dates of a phase.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`].
pub async fn add(actor: &Actor, tx: &mut Tx, plan_id: PlanId, card: &PhaseCard) -> Result<PhaseId> {
    need(actor, Permission::PublishPlans)?;
    let plan = existing(tx, plan_id).await?;
    let phase = Phase {
        id: tx.new_id(),
        plan_id,
        kind: card.kind,
        starts_on: card.days.start,
        ends_on: card.days.end,
        note: card.note.text(),
        published_at: tx.now(),
    };
    phase::insert(tx, &phase).await?;
    tell(tx, &plan).await?;
    Ok(phase.id)
}

/// Changes a phase. Another first day is a new date, made public now; the rest is a correction.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`].
pub async fn change(actor: &Actor, tx: &mut Tx, id: PhaseId, card: &PhaseCard) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let phase = phase::find(tx, id).await?.ok_or(Error::NotFound)?;
    let moved = phase.starts_on != card.days.start || phase.kind != card.kind;
    let changed = Phase {
        kind: card.kind,
        starts_on: card.days.start,
        ends_on: card.days.end,
        note: card.note.text(),
        published_at: if moved { tx.now() } else { phase.published_at },
        ..phase
    };
    phase::update(tx, &changed).await?;
    if moved {
        let plan = existing(tx, changed.plan_id).await?;
        tell(tx, &plan).await?;
    }
    Ok(())
}

/// Takes a phase out of the calendar.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`].
pub async fn remove(actor: &Actor, tx: &mut Tx, id: PhaseId) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let phase = phase::find(tx, id).await?.ok_or(Error::NotFound)?;
    phase::delete(tx, id).await?;
    let plan = existing(tx, phase.plan_id).await?;
    tell(tx, &plan).await
}

async fn tell(tx: &mut Tx, plan: &Plan) -> Result<()> {
    let path = address::plan(&plan.slug);
    event::record(tx, EventKind::CalendarPublished, &plan.national_label, path, Some(plan.id)).await?;
    Ok(())
}
