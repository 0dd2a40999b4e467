//! Institutions and civil-society organisations.

use fabrique_domain::{
    id::OrganisationId,
    organisation::{Organisation, OrganisationCard, OrganisationKind},
    text::fold,
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional, places},
};

choices!(OrganisationKind);
record!(Organisation { id, slug, kind, name, acronym, purpose, website, register_number, created_at });

const INSERT: &str = "INSERT INTO organisations
    (id, slug, kind, name, name_folded, acronym, purpose, website, register_number, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Adds an organisation.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when the slug is taken.
pub async fn insert(tx: &mut Tx, card: &OrganisationCard) -> Result<OrganisationId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(
        tx,
        INSERT,
        id,
        &*card.slug,
        card.kind,
        &*card.name,
        fold(&card.name),
        &*card.acronym,
        &*card.purpose,
        &*card.website,
        &*card.register_number,
        now
    )?;
    Ok(id)
}

const UPDATE: &str = "UPDATE organisations SET slug = $2, kind = $3, name = $4, name_folded = $5, acronym = $6,
    purpose = $7, website = $8, register_number = $9 WHERE id = $1";

/// Corrects an organisation; says whether it exists.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when the slug is taken.
pub async fn update(tx: &mut Tx, id: OrganisationId, card: &OrganisationCard) -> Result<bool> {
    let touched = execute!(
        tx,
        UPDATE,
        id,
        &*card.slug,
        card.kind,
        &*card.name,
        fold(&card.name),
        &*card.acronym,
        &*card.purpose,
        &*card.website,
        &*card.register_number
    )?;
    Ok(touched == 1)
}

const FIND: &str = "SELECT * FROM organisations WHERE id = $1";

/// The organisation that has `id`.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: OrganisationId) -> Result<Option<Organisation>> {
    fetch_optional!(reader, FIND, id)
}

const FIND_BY_SLUG: &str = "SELECT * FROM organisations WHERE slug = $1";

/// The organisation that has `slug` in its address.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_slug(reader: &mut Reader, slug: &str) -> Result<Option<Organisation>> {
    fetch_optional!(reader, FIND_BY_SLUG, slug)
}

/// The organisations among `ids` that exist, by name.
///
/// # Errors
/// When the database refuses.
pub async fn find_many(reader: &mut Reader, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places = places(1, ids.len());
    let sql = format!("SELECT * FROM organisations WHERE id IN ({places}) ORDER BY name_folded, id");
    fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()); each ids)
}

/// Where a page of the list begins: after this name, folded, and this identifier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct After {
    /// The folded name of the last organisation seen; empty at the start.
    pub name: String,
    /// Its identifier.
    pub id: Uuid,
}

impl After {
    /// The page that follows `organisation`.
    #[must_use]
    pub fn organisation(organisation: &Organisation) -> Self {
        Self { name: fold(&organisation.name), id: fabrique_domain::id::Id::uuid(organisation.id) }
    }
}

const LIST: &str = "SELECT * FROM organisations WHERE (name_folded, id) > ($1, $2) ORDER BY name_folded, id LIMIT $3";

/// A page of organisations, by name without accents or case.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, after: &After, limit: i64) -> Result<Vec<Organisation>> {
    fetch_all!(reader, LIST, after.name, after.id, limit)
}

const LIST_OF_KIND: &str = "SELECT * FROM organisations WHERE kind = $1 AND (name_folded, id) > ($2, $3)
    ORDER BY name_folded, id LIMIT $4";

/// A page of the organisations of one kind, by name without accents or case.
///
/// # Errors
/// When the database refuses.
pub async fn list_of_kind(
    reader: &mut Reader,
    kind: OrganisationKind,
    after: &After,
    limit: i64,
) -> Result<Vec<Organisation>> {
    fetch_all!(reader, LIST_OF_KIND, kind, after.name, after.id, limit)
}
