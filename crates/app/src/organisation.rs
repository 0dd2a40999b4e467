//! Institutions and civil-society organisations: read by everybody, kept by those who give roles.

use fabrique_domain::{
    account::{Actor, Permission},
    id::OrganisationId,
    organisation::{Organisation, OrganisationCard, OrganisationKind},
    text::Fault,
};
use fabrique_storage::{Reader, Tx, organisation, organisation::After, proposal::ProposalItem, trace as kept_trace};

use crate::{
    Error, Platform, Result,
    error::need,
    trace::{self, Thread},
};

/// The organisation that has `slug` in its address.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn find(reader: &mut Reader, slug: &str) -> Result<Organisation> {
    organisation::find_by_slug(reader, slug).await?.ok_or(Error::NotFound)
}

/// The organisation that has `slug` in its address, if there is one.
///
/// # Errors
/// When storage fails.
pub async fn by_slug(reader: &mut Reader, slug: &str) -> Result<Option<Organisation>> {
    Ok(organisation::find_by_slug(reader, slug).await?)
}

/// The organisation, if there is one.
///
/// # Errors
/// When storage fails.
pub async fn by_id(reader: &mut Reader, id: OrganisationId) -> Result<Option<Organisation>> {
    Ok(organisation::find(reader, id).await?)
}

/// The latest published contributions made in the name of an organisation, each with its thread.
///
/// # Errors
/// When storage fails.
pub async fn contributions(
    platform: &Platform,
    reader: &mut Reader,
    id: OrganisationId,
    limit: i64,
) -> Result<Vec<(ProposalItem, Thread)>> {
    let ids = kept_trace::contributed_by(reader, id, limit).await?;
    trace::of_listed_proposals(platform, reader, &ids).await
}

/// A page of organisations by name, of one kind or of all.
///
/// # Errors
/// When storage fails.
pub async fn list(
    reader: &mut Reader,
    kind: Option<OrganisationKind>,
    after: &After,
    limit: i64,
) -> Result<Vec<Organisation>> {
    Ok(match kind {
        Some(kind) => organisation::list_of_kind(reader, kind, after, limit).await?,
        None => organisation::list(reader, after, limit).await?,
    })
}

/// Adds an organisation.
///
/// # Errors
/// [`Error::Invalid`] on `slug` when another has it.
pub async fn add(actor: &Actor, tx: &mut Tx, card: &OrganisationCard) -> Result<OrganisationId> {
    need(actor, Permission::GrantRoles)?;
    refuse_a_taken_slug(tx, card, None).await?;
    Ok(organisation::insert(tx, card).await?)
}

/// Corrects an organisation.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Invalid`] on `slug` when another has it.
pub async fn correct(actor: &Actor, tx: &mut Tx, id: OrganisationId, card: &OrganisationCard) -> Result<()> {
    need(actor, Permission::GrantRoles)?;
    refuse_a_taken_slug(tx, card, Some(id)).await?;
    organisation::update(tx, id, card).await?.then_some(()).ok_or(Error::NotFound)
}

/// Asked before writing: on PostgreSQL a refused insertion would end the transaction.
async fn refuse_a_taken_slug(tx: &mut Tx, card: &OrganisationCard, own: Option<OrganisationId>) -> Result<()> {
    match organisation::find_by_slug(tx, &card.slug).await? {
        Some(other) if Some(other.id) != own => Err(Error::field("slug", Fault::Taken)),
        _ => Ok(()),
    }
}
