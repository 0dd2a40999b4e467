//! Roles given to people, on evidence, and taken back. No row is ever removed.

use fabrique_domain::{
    Instant,
    account::{Grant, Role},
    id::{AccountId, GrantId, OrganisationId},
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one, fetch_optional},
};

record!(Grant { id, account_id, role, organisation_id, evidence, granted_at, revoked_at });

/// A role about to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGrant<'a> {
    /// To whom.
    pub account_id: AccountId,
    /// What.
    pub role: Role,
    /// For which organisation, where the role needs one.
    pub organisation_id: Option<OrganisationId>,
    /// On what evidence.
    pub evidence: &'a str,
    /// By whom; none when the platform itself gives it.
    pub granted_by: Option<AccountId>,
}

const INSERT: &str = "INSERT INTO grants
    (id, account_id, role, organisation_id, evidence, granted_by, granted_at, revoked_at, revoked_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)";

/// Gives a role.
///
/// # Errors
/// [`Error::Dangling`](crate::Error::Dangling) when the account or the organisation does not exist.
pub async fn insert(tx: &mut Tx, grant: &NewGrant<'_>) -> Result<GrantId> {
    let (id, now) = (tx.new_id(), tx.now());
    let NewGrant { account_id, role, organisation_id, evidence, granted_by } = *grant;
    execute!(tx, INSERT, id, account_id, role, organisation_id, evidence, granted_by, now)?;
    Ok(id)
}

const FIND: &str = "SELECT * FROM grants WHERE id = $1";

/// The grant that has `id`.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: GrantId) -> Result<Option<Grant>> {
    fetch_optional!(reader, FIND, id)
}

const IN_FORCE: &str = "SELECT * FROM grants WHERE account_id = $1 AND revoked_at IS NULL ORDER BY granted_at, id";

/// The grants that an account has now, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn in_force(reader: &mut Reader, account: AccountId) -> Result<Vec<Grant>> {
    fetch_all!(reader, IN_FORCE, account)
}

const REVOKE: &str = "UPDATE grants SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL";

/// Takes a role back; says whether it was in force.
///
/// # Errors
/// When the database refuses.
pub async fn revoke(tx: &mut Tx, id: GrantId, by: Option<AccountId>) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, REVOKE, id, now, by)? == 1)
}

const HOLDERS: &str =
    "SELECT COUNT(*) FROM (SELECT DISTINCT account_id FROM grants WHERE role = $1 AND revoked_at IS NULL) AS holders";

/// How many people have `role` now. Counts rows: not for a page.
///
/// # Errors
/// When the database refuses.
pub async fn holders(reader: &mut Reader, role: Role) -> Result<i64> {
    let (holders,): (i64,) = fetch_one!(reader, HOLDERS, role)?;
    Ok(holders)
}

/// A grant with the names to show beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantOfPerson {
    /// The grant.
    pub id: GrantId,
    /// To whom.
    pub account_id: AccountId,
    /// The name that others see.
    pub display_name: String,
    /// Where mail reaches the person; never shown in public.
    pub email: Option<String>,
    /// What.
    pub role: Role,
    /// The name of the organisation, where the role needs one.
    pub organisation_name: Option<String>,
    /// Its short name in addresses.
    pub organisation_slug: Option<String>,
    /// On what evidence.
    pub evidence: String,
    /// Since when.
    pub granted_at: Instant,
}

record!(GrantOfPerson {
    id,
    account_id,
    display_name,
    email,
    role,
    organisation_name,
    organisation_slug,
    evidence,
    granted_at
});

/// Where a page of grants begins: before this moment and this identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before {
    /// When the last grant seen was given.
    pub granted_at: Instant,
    /// Its identifier.
    pub id: Uuid,
}

impl Default for Before {
    fn default() -> Self {
        Self { granted_at: Instant::from_micros(i64::MAX), id: Uuid::max() }
    }
}

impl GrantOfPerson {
    /// The page that follows this grant.
    #[must_use]
    pub fn before(&self) -> Before {
        Before { granted_at: self.granted_at, id: fabrique_domain::id::Id::uuid(self.id) }
    }
}

const LIST: &str = "SELECT g.id AS id, g.account_id AS account_id, a.display_name AS display_name, a.email AS email,
        g.role AS role, o.name AS organisation_name, o.slug AS organisation_slug, g.evidence AS evidence,
        g.granted_at AS granted_at
    FROM grants g JOIN accounts a ON a.id = g.account_id LEFT JOIN organisations o ON o.id = g.organisation_id
    WHERE g.revoked_at IS NULL AND (g.granted_at, g.id) < ($1, $2)
    ORDER BY g.granted_at DESC, g.id DESC LIMIT $3";

/// A page of the roles in force, the newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, before: Before, limit: i64) -> Result<Vec<GrantOfPerson>> {
    fetch_all!(reader, LIST, before.granted_at, before.id, limit)
}
