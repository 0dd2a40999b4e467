//! Entering a plan and correcting what it says of itself.

use fabrique_domain::{
    LocalizedText,
    account::{Actor, Permission},
    content::EventKind,
    id::PlanId,
    plan::{Plan, PlanCard, PlanState},
    text::{Fault, Slug},
};
use fabrique_storage::{Tx, plan};

use super::existing;
use crate::{Error, Result, address, error::need, event};

/// Enters a plan, in preparation and public from now on, at the address that ends by `slug`.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] on `slug` when another plan has it.
pub async fn create(actor: &Actor, tx: &mut Tx, slug: &Slug, card: &PlanCard) -> Result<PlanId> {
    need(actor, Permission::PublishPlans)?;
    let plan = entered(tx, slug, card);
    if !plan::insert(tx, &plan).await? {
        return Err(Error::field("slug", Fault::Taken));
    }
    let path = address::plan(&plan.slug);
    event::record(tx, EventKind::PlanAnnounced, &plan.national_label, path, Some(plan.id)).await?;
    Ok(plan.id)
}

/// Corrects what a plan says of itself. Its address never changes: others wrote it down.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`].
pub async fn edit(actor: &Actor, tx: &mut Tx, id: PlanId, card: &PlanCard) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let mut plan = existing(tx, id).await?;
    describe(&mut plan, card);
    Ok(plan::update(tx, &plan).await?)
}

fn entered(tx: &Tx, slug: &Slug, card: &PlanCard) -> Plan {
    let mut plan = Plan {
        id: tx.new_id(),
        slug: slug.to_string(),
        national_label: LocalizedText::default(),
        ogp_label: String::new(),
        national_start: card.national.start,
        national_end: card.national.end,
        ogp_start: card.ogp.start,
        ogp_end: card.ogp.end,
        introduction: LocalizedText::default(),
        state: PlanState::Preparation,
        published_at: None,
        source: String::new(),
        created_at: tx.now(),
    };
    describe(&mut plan, card);
    plan
}

fn describe(plan: &mut Plan, card: &PlanCard) {
    plan.national_label = card.national_label.text();
    plan.ogp_label = card.ogp_label.to_string();
    (plan.national_start, plan.national_end) = (card.national.start, card.national.end);
    (plan.ogp_start, plan.ogp_end) = (card.ogp.start, card.ogp.end);
    plan.introduction = card.introduction.text();
    plan.source = card.source.to_string();
}
