//! Where accounts are signed in.

use fabrique_domain::{
    Instant, Language,
    account::Account,
    id::{AccountId, SessionId},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

/// A session of an account on one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: SessionId,
    /// The browser and the system, as far as they are told.
    pub device: String,
    /// Since when.
    pub created_at: Instant,
    /// When it was last used, to the hour.
    pub seen_at: Instant,
    /// Until when.
    pub expires_at: Instant,
}

record!(Session { id, device, created_at, seen_at, expires_at });

/// A session about to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession<'a> {
    /// Whose.
    pub account_id: AccountId,
    /// What is kept of the token in the cookie.
    pub token_digest: Vec<u8>,
    /// The browser and the system.
    pub device: &'a str,
    /// Until when.
    pub expires_at: Instant,
}

const INSERT: &str = "INSERT INTO sessions
    (id, account_id, token_digest, device, created_at, seen_at, expires_at, revoked_at)
    VALUES ($1, $2, $3, $4, $5, $5, $6, NULL)";

/// Opens a session.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, session: &NewSession<'_>) -> Result<SessionId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, INSERT, id, session.account_id, session.token_digest, session.device, now, session.expires_at)?;
    Ok(id)
}

/// A session in force, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The session.
    pub session_id: SessionId,
    /// When it was last used, to the hour.
    pub seen_at: Instant,
    /// Until when.
    pub expires_at: Instant,
    /// The account.
    pub account: Account,
    /// Whether it was given any role that is in force.
    pub has_grants: bool,
}

struct HolderRow {
    session_id: SessionId,
    seen_at: Instant,
    expires_at: Instant,
    id: AccountId,
    email: Option<String>,
    display_name: String,
    language: Language,
    created_at: Instant,
    has_grants: bool,
}

record!(HolderRow { session_id, seen_at, expires_at, id, email, display_name, language, created_at, has_grants });

impl From<HolderRow> for Holder {
    fn from(row: HolderRow) -> Self {
        let HolderRow { session_id, seen_at, expires_at, has_grants, .. } = row;
        let HolderRow { id, email, display_name, language, created_at, .. } = row;
        Self {
            session_id,
            seen_at,
            expires_at,
            account: Account { id, email, display_name, language, created_at },
            has_grants,
        }
    }
}

const HOLDER: &str =
    "SELECT s.id AS session_id, s.seen_at AS seen_at, s.expires_at AS expires_at, a.id AS id, a.email AS email,
        a.display_name AS display_name, a.language AS language, a.created_at AS created_at,
        EXISTS (SELECT 1 FROM grants g WHERE g.account_id = a.id AND g.revoked_at IS NULL) AS has_grants
    FROM sessions s JOIN accounts a ON a.id = s.account_id
    WHERE s.token_digest = $1 AND s.revoked_at IS NULL AND s.expires_at > $2";

/// Who holds the token of this digest, if its session is in force.
///
/// # Errors
/// When the database refuses.
pub async fn holder(reader: &mut Reader, token_digest: Vec<u8>) -> Result<Option<Holder>> {
    let now = reader.now();
    let row: Option<HolderRow> = fetch_optional!(reader, HOLDER, token_digest, now)?;
    Ok(row.map(Holder::from))
}

const SEEN: &str = "UPDATE sessions SET seen_at = $2 WHERE id = $1";

/// Says that a session is in use now.
///
/// # Errors
/// When the database refuses.
pub async fn seen(tx: &mut Tx, id: SessionId) -> Result<()> {
    let now = tx.now();
    execute!(tx, SEEN, id, now)?;
    Ok(())
}

const LIST: &str = "SELECT id, device, created_at, seen_at, expires_at FROM sessions
    WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY seen_at DESC, id DESC";

/// The sessions in force of an account, the one used last first.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, account: AccountId) -> Result<Vec<Session>> {
    let now = reader.now();
    fetch_all!(reader, LIST, account, now)
}

const REVOKE: &str = "UPDATE sessions SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL";

/// Ends a session of `account`; says whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn revoke(tx: &mut Tx, id: SessionId, account: AccountId) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, REVOKE, id, account, now)? == 1)
}

const REVOKE_OTHERS: &str =
    "UPDATE sessions SET revoked_at = $3 WHERE account_id = $2 AND id <> $1 AND revoked_at IS NULL";

/// Ends every session of `account` but `kept`; says how many.
///
/// # Errors
/// When the database refuses.
pub async fn revoke_others(tx: &mut Tx, kept: SessionId, account: AccountId) -> Result<u64> {
    let now = tx.now();
    execute!(tx, REVOKE_OTHERS, kept, account, now)
}

const SWEEP: &str = "DELETE FROM sessions WHERE expires_at < $1 OR revoked_at < $1";

/// Forgets the sessions that ended before `before`; says how many.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    execute!(tx, SWEEP, before)
}
