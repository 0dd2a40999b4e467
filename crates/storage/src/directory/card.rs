//! What organisations say of themselves: every version, the last one in force.

use fabrique_domain::{
    Instant,
    directory::{Card, CardInput},
    id::{AccountId, OrganisationId},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

record!(Card {
    organisation_id,
    version,
    causes,
    audience,
    goals,
    goals_at,
    reach,
    website,
    author_id,
    author_name,
    written_at
});

const FIND: &str = "SELECT c.*, COALESCE(a.display_name, '') AS author_name
    FROM directory_cards c LEFT JOIN accounts a ON a.id = c.author_id
    WHERE c.organisation_id = $1 ORDER BY c.version DESC LIMIT 1";

/// The card of an organisation, as it last wrote it.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, organisation: OrganisationId) -> Result<Option<Card>> {
    fetch_optional!(reader, FIND, organisation)
}

const VERSIONS: &str = "SELECT c.*, COALESCE(a.display_name, '') AS author_name
    FROM directory_cards c LEFT JOIN accounts a ON a.id = c.author_id
    WHERE c.organisation_id = $1 AND c.version < $2 ORDER BY c.version DESC LIMIT $3";

/// The versions of a card before one, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn versions(
    reader: &mut Reader,
    organisation: OrganisationId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Card>> {
    fetch_all!(reader, VERSIONS, organisation, before.unwrap_or(i64::MAX), limit)
}

const INSERT: &str = "INSERT INTO directory_cards
        (organisation_id, version, causes, audience, goals, goals_at, reach, website, author_id, written_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organisation_id, version) DO NOTHING";

/// Adds the version after the one that was read; says whether nobody else had written it.
///
/// # Errors
/// When the database refuses.
pub async fn write(
    tx: &mut Tx,
    organisation: OrganisationId,
    card: &CardInput,
    goals_at: Option<Instant>,
    author: Option<AccountId>,
) -> Result<bool> {
    let now = tx.now();
    let touched = execute!(
        tx,
        INSERT,
        organisation,
        card.seen + 1,
        &*card.causes,
        &*card.audience,
        &*card.goals,
        goals_at,
        &*card.reach,
        &*card.website,
        author,
        now
    )?;
    Ok(touched == 1)
}
