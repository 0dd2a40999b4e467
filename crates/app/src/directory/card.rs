//! What an organisation says of itself, written by those who have a role in its name.

use fabrique_domain::{
    account::{Actor, Permission},
    directory::{Card, CardInput},
    id::OrganisationId,
    organisation::Organisation,
};
use fabrique_storage::{Reader, Tx, directory::card, organisation};

use crate::{Error, Result, error::need};

/// Whether the actor writes the card of an organisation.
#[must_use]
pub fn may_write(actor: &Actor, organisation: OrganisationId) -> bool {
    actor.may(Permission::Contribute) && actor.person().is_some_and(|person| person.speaks_for(organisation))
}

fn need_voice(actor: &Actor, organisation: OrganisationId) -> Result<()> {
    need(actor, Permission::Contribute)?;
    if may_write(actor, organisation) { Ok(()) } else { Err(Error::Forbidden(Permission::Contribute)) }
}

/// The organisation and its card, for whoever is about to write it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for those who do not speak in its name.
pub async fn to_write(actor: &Actor, reader: &mut Reader, slug: &str) -> Result<(Organisation, Option<Card>)> {
    need(actor, Permission::Contribute)?;
    let found = organisation::find_by_slug(reader, slug).await?.ok_or(Error::NotFound)?;
    need_voice(actor, found.id)?;
    let card = card::find(reader, found.id).await?;
    Ok((found, card))
}

/// Writes the next version of a card. Saying the same again adds none.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not speak in its name; [`Error::Changed`] when somebody else wrote in between.
pub async fn write(actor: &Actor, tx: &mut Tx, organisation: OrganisationId, input: &CardInput) -> Result<()> {
    need_voice(actor, organisation)?;
    let before = card::find(tx, organisation).await?;
    if before.as_ref().map_or(0, |card| card.version) != input.seen {
        return Err(Error::Changed);
    }
    if before.as_ref().is_some_and(|card| input.says_the_same(card)) {
        return Ok(());
    }
    let goals_at = input.goals_at(before.as_ref(), tx.now());
    let written = card::write(tx, organisation, input, goals_at, actor.account_id()).await?;
    if written { Ok(()) } else { Err(Error::Changed) }
}

/// The versions of a card before one, the latest first: public, like the card.
///
/// # Errors
/// When storage fails.
pub async fn versions(
    reader: &mut Reader,
    organisation: OrganisationId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Card>> {
    Ok(card::versions(reader, organisation, before, limit).await?)
}
