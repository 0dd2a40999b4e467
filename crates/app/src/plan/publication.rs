//! The two moments that everybody is told of: a plan is published, a plan ends.

use fabrique_domain::{
    LocalizedText,
    account::{Actor, Permission},
    content::{EventKind, Topic},
    id::{Id, PlanId},
    plan::{Plan, PlanState},
};
use fabrique_storage::{Tx, plan};

use super::existing;
use crate::{
    Error, Platform, Result, address,
    commitment::check_plan_publishable,
    error::need,
    event,
    subscription::{self, Announcement},
};

/// Publishes a plan: it is in force from its first day on, and those who follow it are told.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`], [`Error::Refused`] `plan-already-published`, or with what
/// [`check_plan_publishable`] finds missing.
pub async fn publish(platform: &Platform, actor: &Actor, tx: &mut Tx, id: PlanId) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let plan = existing(tx, id).await?;
    if plan.state != PlanState::Preparation {
        return Err(Error::Refused("plan-already-published"));
    }
    check_plan_publishable(tx, id).await?;
    let now = tx.now();
    plan::set_state(tx, id, PlanState::Published, Some(now)).await?;
    let path = address::plan(&plan.slug);
    event::record(tx, EventKind::PlanPublished, &plan.national_label, &path, Some(id)).await?;
    subscription::announce(tx, Topic::Plan, id.uuid(), news(platform, &plan, path)).await
}

/// Says that a plan is over; its page and its history stay.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`], [`Error::Refused`] `plan-not-published`.
pub async fn end(actor: &Actor, tx: &mut Tx, id: PlanId) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let plan = existing(tx, id).await?;
    if plan.state != PlanState::Published {
        return Err(Error::Refused("plan-not-published"));
    }
    Ok(plan::set_state(tx, id, PlanState::Ended, plan.published_at).await?)
}

fn news(platform: &Platform, plan: &Plan, path: String) -> Announcement {
    let say = |key: &'static str| {
        LocalizedText::in_each(|language| {
            platform.texts(language).get(key).with_text("plan", plan.national_label.get(language)).to_string()
        })
    };
    Announcement { subject: say("plan-published-mail-subject"), text: say("plan-published-mail-text"), path }
}
