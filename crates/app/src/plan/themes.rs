//! The themes of a plan.

use fabrique_domain::{
    account::{Actor, Permission},
    id::{PlanId, ThemeId},
    plan::{Theme, ThemeCard},
    text::{Fault, Slug},
};
use fabrique_storage::{Reader, Tx, plan::theme};

use super::existing;
use crate::{Error, Result, error::need};

/// The themes of a plan, in order. Anyone may read them.
///
/// # Errors
/// When storage fails.
pub async fn list(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Theme>> {
    Ok(theme::list(reader, plan_id).await?)
}

/// Adds a theme at the end of those of a plan; its address comes from its French name.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`]; [`Error::Invalid`] on `name` when another theme of
/// the plan has the same address.
pub async fn add(actor: &Actor, tx: &mut Tx, plan_id: PlanId, card: &ThemeCard) -> Result<ThemeId> {
    need(actor, Permission::PublishPlans)?;
    existing(tx, plan_id).await?;
    let theme = Theme {
        id: tx.new_id(),
        plan_id,
        slug: Slug::of(&card.name.fr).into(),
        name: card.name.text(),
        description: card.description.text(),
        position: theme::next_position(tx, plan_id).await?,
    };
    if theme::insert(tx, &theme).await? { Ok(theme.id) } else { Err(Error::field("name", Fault::Taken)) }
}

/// Renames or describes a theme otherwise; its address stays.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`].
pub async fn edit(actor: &Actor, tx: &mut Tx, id: ThemeId, card: &ThemeCard) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let theme = theme::find(tx, id).await?.ok_or(Error::NotFound)?;
    let edited = Theme { name: card.name.text(), description: card.description.text(), ..theme };
    Ok(theme::update(tx, &edited).await?)
}

/// Puts the themes of a plan in the order of `ids`.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Changed`] when `ids` are not exactly the themes that the plan has
/// now: somebody added or renamed one meanwhile.
pub async fn reorder(actor: &Actor, tx: &mut Tx, plan_id: PlanId, ids: &[ThemeId]) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let themes = theme::list(tx, plan_id).await?;
    if !is_permutation(&themes, ids) {
        return Err(Error::Changed);
    }
    for theme in themes {
        let place = ids.iter().position(|id| *id == theme.id).unwrap_or_default();
        let position = i64::try_from(place).unwrap_or(i64::MAX).saturating_add(1);
        theme::update(tx, &Theme { position, ..theme }).await?;
    }
    Ok(())
}

/// Which way a theme moves among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Before the one above it.
    Up,
    /// After the one below it.
    Down,
}

/// Moves a theme by one place; at the end of the list it stays where it is.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NotFound`].
pub async fn shift(actor: &Actor, tx: &mut Tx, id: ThemeId, way: Way) -> Result<()> {
    need(actor, Permission::PublishPlans)?;
    let theme = theme::find(tx, id).await?.ok_or(Error::NotFound)?;
    let mut ids: Vec<_> = theme::list(tx, theme.plan_id).await?.iter().map(|theme| theme.id).collect();
    let place = ids.iter().position(|other| *other == id).ok_or(Error::NotFound)?;
    let other = match way {
        Way::Up => place.saturating_sub(1),
        Way::Down => (place + 1).min(ids.len() - 1),
    };
    ids.swap(place, other);
    reorder(actor, tx, theme.plan_id, &ids).await
}

fn is_permutation(themes: &[Theme], ids: &[ThemeId]) -> bool {
    let mut present: Vec<_> = themes.iter().map(|theme| theme.id).collect();
    let mut asked = ids.to_vec();
    present.sort();
    asked.sort();
    present == asked
}
