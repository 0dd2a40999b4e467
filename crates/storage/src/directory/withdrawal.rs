//! Organisations that are not suggested.

use fabrique_domain::{Instant, directory::Subject, id::DirectoryRequestId};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional, places},
};

/// That an organisation is not suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Which.
    pub subject: Subject,
    /// Because of which request.
    pub request_id: DirectoryRequestId,
    /// Since when.
    pub since: Instant,
}

record!(Withdrawal { subject, request_id, since });

const INSERT: &str = "INSERT INTO directory_withdrawals (subject, request_id, since) VALUES ($1, $2, $3)
    ON CONFLICT (subject) DO NOTHING";

/// Takes an organisation out of the suggestions; says whether it was in.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, subject: &Subject, request: DirectoryRequestId) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, INSERT, *subject, request, now)? == 1)
}

/// Puts an organisation back among the suggestions, under any of its names; says whether it was out.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, subjects: &[Subject]) -> Result<bool> {
    if subjects.is_empty() {
        return Ok(false);
    }
    let places = places(1, subjects.len());
    let sql = format!("DELETE FROM directory_withdrawals WHERE subject IN ({places})");
    Ok(execute!(tx, sqlx::AssertSqlSafe(sql.as_str()); each subjects)? > 0)
}

/// Since when an organisation is not suggested, under any of its names.
///
/// # Errors
/// When the database refuses.
pub async fn of(reader: &mut Reader, subjects: &[Subject]) -> Result<Option<Withdrawal>> {
    if subjects.is_empty() {
        return Ok(None);
    }
    let places = places(1, subjects.len());
    let sql = format!("SELECT * FROM directory_withdrawals WHERE subject IN ({places}) ORDER BY since LIMIT 1");
    fetch_optional!(reader, sqlx::AssertSqlSafe(sql.as_str()); each subjects)
}

const KEYS: &str = "SELECT subject FROM directory_withdrawals ORDER BY subject";

/// The keys of all those that are not suggested.
///
/// # Errors
/// When the database refuses.
pub async fn keys(reader: &mut Reader) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = fetch_all!(reader, KEYS)?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}
