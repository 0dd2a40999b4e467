//! Personal tokens of the API.

use fabrique_domain::{
    Instant,
    account::Account,
    id::{AccountId, TokenId},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

/// A personal token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its identifier.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// Since when.
    pub created_at: Instant,
    /// Until when.
    pub expires_at: Instant,
}

record!(ApiToken { id, name, created_at, expires_at });

const INSERT: &str = "INSERT INTO tokens (id, account_id, name, token_digest, created_at, expires_at, revoked_at)
    VALUES ($1, $2, $3, $4, $5, $6, NULL)";

/// Keeps a token by its digest.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &mut Tx,
    account: AccountId,
    name: &str,
    token_digest: Vec<u8>,
    expires_at: Instant,
) -> Result<TokenId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, INSERT, id, account, name, token_digest, now, expires_at)?;
    Ok(id)
}

const HOLDER: &str = "SELECT a.* FROM tokens t JOIN accounts a ON a.id = t.account_id
    WHERE t.token_digest = $1 AND t.revoked_at IS NULL AND t.expires_at > $2";

/// Whose the token of this digest is, if it is in force.
///
/// # Errors
/// When the database refuses.
pub async fn holder(reader: &mut Reader, token_digest: Vec<u8>) -> Result<Option<Account>> {
    let now = reader.now();
    fetch_optional!(reader, HOLDER, token_digest, now)
}

const LIST: &str = "SELECT id, name, created_at, expires_at FROM tokens
    WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC";

/// The tokens in force of an account, the newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, account: AccountId) -> Result<Vec<ApiToken>> {
    let now = reader.now();
    fetch_all!(reader, LIST, account, now)
}

const REVOKE: &str = "UPDATE tokens SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL";

/// Ends a token of `account`; says whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn revoke(tx: &mut Tx, id: TokenId, account: AccountId) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, REVOKE, id, account, now)? == 1)
}
