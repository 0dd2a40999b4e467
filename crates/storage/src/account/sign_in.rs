//! Requests to sign in: a link and a code that answer once, kept as digests.

use fabrique_domain::{Instant, Language, id::SignInId};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_one, fetch_optional},
};

/// A request to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Its identifier.
    pub id: SignInId,
    /// The address that asked, or in whose name somebody asked.
    pub email: String,
    /// The language of the mail.
    pub language: Language,
    /// What is kept of the code.
    pub code_digest: Vec<u8>,
    /// Where to go once signed in.
    pub return_to: String,
    /// How many codes were tried.
    pub attempts: i64,
    /// Until when it can be answered.
    pub expires_at: Instant,
    /// When it was answered.
    pub consumed_at: Option<Instant>,
}

record!(SignIn { id, email, language, code_digest, return_to, attempts, expires_at, consumed_at });

/// A request about to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSignIn<'a> {
    /// Its identifier, to which the digest of the code is bound.
    pub id: SignInId,
    /// The address that asks.
    pub email: &'a str,
    /// The language of the mail.
    pub language: Language,
    /// What is kept of the link.
    pub link_digest: Vec<u8>,
    /// What is kept of the code.
    pub code_digest: Vec<u8>,
    /// Where to go once signed in.
    pub return_to: &'a str,
    /// Until when it can be answered.
    pub expires_at: Instant,
}

const INSERT: &str = "INSERT INTO sign_ins
    (id, email, language, link_digest, code_digest, return_to, attempts, created_at, expires_at, consumed_at)
    VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, NULL)";

/// Keeps a request.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, request: &NewSignIn<'_>) -> Result<()> {
    let now = tx.now();
    execute!(
        tx,
        INSERT,
        request.id,
        request.email,
        request.language,
        request.link_digest,
        request.code_digest,
        request.return_to,
        now,
        request.expires_at
    )?;
    Ok(())
}

const FIND: &str = "SELECT * FROM sign_ins WHERE id = $1";

/// The request that has `id`.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: SignInId) -> Result<Option<SignIn>> {
    fetch_optional!(reader, FIND, id)
}

const FIND_BY_LINK: &str = "SELECT * FROM sign_ins WHERE link_digest = $1";

/// The request that the link of this digest answers.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_link(reader: &mut Reader, link_digest: Vec<u8>) -> Result<Option<SignIn>> {
    fetch_optional!(reader, FIND_BY_LINK, link_digest)
}

const COUNT_ATTEMPT: &str = "UPDATE sign_ins SET attempts = attempts + 1 WHERE id = $1 RETURNING attempts";

/// Counts one more code tried; says how many were, this one included.
///
/// # Errors
/// When the database refuses, or the request does not exist.
pub async fn count_attempt(tx: &mut Tx, id: SignInId) -> Result<i64> {
    let (attempts,): (i64,) = fetch_one!(tx, COUNT_ATTEMPT, id)?;
    Ok(attempts)
}

const CONSUME: &str = "UPDATE sign_ins SET consumed_at = $2 WHERE id = $1 AND consumed_at IS NULL";

/// Answers a request; says whether it had not been answered before.
///
/// # Errors
/// When the database refuses.
pub async fn consume(tx: &mut Tx, id: SignInId) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, CONSUME, id, now)? == 1)
}

const SWEEP: &str = "DELETE FROM sign_ins WHERE expires_at < $1";

/// Forgets the requests that expired before `before`; says how many.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64> {
    execute!(tx, SWEEP, before)
}
