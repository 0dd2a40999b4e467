//! Public data: what each collection holds, for everybody, in pages.

use std::borrow::Cow;

use fabrique_domain::{
    consultation::Consultation,
    id::{ConsultationId, Id, PlanId, ProposalId},
    open_data::{self, Cell, Collection},
    text::Fault,
};
use fabrique_storage::{Reader, open_data as storage, proposal::filterable};
use uuid::Uuid;

use crate::{Error, Platform, Result, search};

pub use fabrique_storage::open_data::{Condition, Cursor, Extent, Page, Scope};

/// Rows of one page: large enough to be quick, small enough to weigh nothing.
pub const PAGE: usize = 500;

/// The names of the values of a row, in order.
#[must_use]
pub fn header(collection: Collection) -> Vec<String> {
    open_data::header(storage::columns(collection))
}

/// The filters that an address asks of a collection; other names ask for nothing here.
///
/// # Errors
/// [`Error::Invalid`] on the filter whose value is not what it asks for.
pub fn conditions<'a>(
    collection: Collection,
    asked: impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)>,
) -> Result<Vec<Condition>> {
    let wanted = asked.filter(|(_, typed)| !typed.is_empty());
    wanted
        .filter_map(|(name, typed)| Condition::read(collection, &name, &typed).transpose())
        .collect::<Result<_, _>>()
        .map_err(|name| Error::field(name, Fault::Malformed))
}

/// How much of a collection an address asks for: what it belongs to, its filters and, for the
/// proposals of a consultation, the words searched for (`q`), as on the page of the consultation.
///
/// # Errors
/// As for [`scope`] and [`conditions`]; [`Error::Search`] when the index cannot be used.
pub async fn extent(
    platform: &Platform,
    reader: &mut Reader,
    collection: Collection,
    within: Option<&Within>,
    asked: &[(Cow<'_, str>, Cow<'_, str>)],
) -> Result<Extent> {
    let scope = match within {
        None => Scope::All,
        Some(within) => scope(reader, within).await?,
    };
    let words = asked.iter().find(|(name, typed)| name == "q" && !typed.trim().is_empty());
    let among = match (collection, scope, words) {
        (Collection::Proposals, Scope::Consultation(id), Some((_, words))) => {
            let found = filterable(reader, &search::holding(platform, id, words).await?).await?;
            Some(found.into_iter().map(|one| one.id.uuid()).collect())
        }
        _ => None,
    };
    Ok(Extent { scope, conditions: conditions(collection, asked.iter().cloned())?, among })
}

/// The names of the filters that a collection knows.
pub fn filters(collection: Collection) -> impl Iterator<Item = &'static str> {
    storage::filters(collection)
}

/// The columns of a collection, for its dictionary.
#[must_use]
pub fn columns(collection: Collection) -> &'static [open_data::Column] {
    storage::columns(collection)
}

/// A page of a part of a collection, of `limit` rows and at most [`PAGE`], after the row that `after` names. Everybody may read it.
///
/// # Errors
/// When storage fails.
pub async fn read(
    reader: &mut Reader,
    collection: Collection,
    extent: &Extent,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page> {
    Ok(storage::page(reader, collection, extent, after, limit.clamp(1, PAGE)).await?)
}

/// One row of a collection that is read by its identifier: links between things have none.
///
/// # Errors
/// [`Error::NotFound`] when there is no such public thing.
pub async fn find(reader: &mut Reader, collection: Collection, id: Uuid) -> Result<Vec<Cell>> {
    if !has_items(collection) {
        return Err(Error::NotFound);
    }
    storage::find(reader, collection, id).await?.ok_or(Error::NotFound)
}

/// Whether the rows of a collection have identifiers of their own.
#[must_use]
pub fn has_items(collection: Collection) -> bool {
    columns(collection).first().is_some_and(|column| column.name == "id")
}

/// What a collection is asked to be narrowed to, by what stands in addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// A plan, by its slug.
    Plan(String),
    /// A consultation, by its slug.
    Consultation(String),
    /// A proposal.
    Proposal(ProposalId),
}

/// The scope that an address names.
///
/// # Errors
/// [`Error::NotFound`] when there is no such public thing.
pub async fn scope(reader: &mut Reader, within: &Within) -> Result<Scope> {
    match within {
        Within::Plan(slug) => plan(reader, slug).await.map(Scope::Plan),
        Within::Consultation(slug) => consultation(reader, slug).await.map(Scope::Consultation),
        Within::Proposal(id) => Ok(Scope::Proposal(*id)),
    }
}

async fn plan(reader: &mut Reader, slug: &str) -> Result<PlanId> {
    let plan = fabrique_storage::plan::find_by_slug(reader, slug).await?;
    plan.map(|plan| plan.id).ok_or(Error::NotFound)
}

async fn consultation(reader: &mut Reader, slug: &str) -> Result<ConsultationId> {
    let consultation = fabrique_storage::consultation::find_by_slug(reader, slug).await?;
    consultation.filter(Consultation::is_public).map(|consultation| consultation.id).ok_or(Error::NotFound)
}
