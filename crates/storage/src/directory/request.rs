//! What is asked of the coordination about the directory, and what it answered. No row is ever removed.

use fabrique_domain::{
    directory::{Ask, Fact, Request, RequestKind, RequestState, Subject},
    id::{AccountId, DirectoryRequestId},
};

use crate::{
    Reader, Result, Tx,
    column::{Column, choices, record},
    query::{execute, fetch_all, fetch_one, fetch_optional, places},
};

choices!(RequestKind, RequestState, Fact);

impl Column for Subject {
    type Stored = String;
    fn store(&self) -> String {
        (**self).to_owned()
    }
    fn load(stored: String) -> Result<Self, String> {
        Ok(Self::kept(stored))
    }
}

record!(Request {
    id,
    kind,
    subject,
    name,
    fact,
    truth,
    link,
    reason,
    state,
    asked_by,
    asker,
    asked_at,
    answer,
    handled_at
});

const INSERT: &str = "INSERT INTO directory_requests
        (id, kind, subject, name, fact, truth, link, reason, state, asked_by, asked_at, answer, handled_by, handled_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, '', NULL, NULL)";

/// Adds a request about `subject`, called `name` today.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &mut Tx,
    subject: &Subject,
    name: &str,
    ask: &Ask,
    asked_by: AccountId,
) -> Result<DirectoryRequestId> {
    let (id, now) = (tx.new_id(), tx.now());
    let (truth, link, reason) = match ask {
        Ask::Contest { truth, link, .. } => (&**truth, &**link, ""),
        Ask::Withdrawal { reason } | Ask::Voice { reason } => ("", "", &**reason),
    };
    execute!(tx, INSERT, id, ask.kind(), *subject, name, ask.fact(), truth, link, reason, asked_by, now)?;
    Ok(id)
}

const FIND: &str = "SELECT r.*, a.display_name AS asker FROM directory_requests r JOIN accounts a ON a.id = r.asked_by
    WHERE r.id = $1";

/// The request that has `id`.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: DirectoryRequestId) -> Result<Option<Request>> {
    fetch_optional!(reader, FIND, id)
}

const WAITING_FIRST: &str = "SELECT r.*, a.display_name AS asker
    FROM directory_requests r JOIN accounts a ON a.id = r.asked_by
    WHERE r.state = 'waiting' ORDER BY r.id LIMIT $1";
const WAITING_NEXT: &str = "SELECT r.*, a.display_name AS asker
    FROM directory_requests r JOIN accounts a ON a.id = r.asked_by
    WHERE r.state = 'waiting' AND r.id > $2 ORDER BY r.id LIMIT $1";

/// The requests that wait, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(reader: &mut Reader, after: Option<DirectoryRequestId>, limit: i64) -> Result<Vec<Request>> {
    match after {
        None => fetch_all!(reader, WAITING_FIRST, limit),
        Some(after) => fetch_all!(reader, WAITING_NEXT, limit, after),
    }
}

const HANDLED: &str = "SELECT r.*, a.display_name AS asker
    FROM directory_requests r JOIN accounts a ON a.id = r.asked_by
    WHERE r.state <> 'waiting' ORDER BY r.id DESC LIMIT $1";

/// The last requests that no longer wait, the latest asked first.
///
/// # Errors
/// When the database refuses.
pub async fn handled(reader: &mut Reader, limit: i64) -> Result<Vec<Request>> {
    fetch_all!(reader, HANDLED, limit)
}

const COUNT_WAITING: &str = "SELECT COUNT(*) FROM directory_requests WHERE state = 'waiting'";

/// How many requests wait. Counts rows: for the desk.
///
/// # Errors
/// When the database refuses.
pub async fn count_waiting(reader: &mut Reader) -> Result<i64> {
    let (count,): (i64,) = fetch_one!(reader, COUNT_WAITING)?;
    Ok(count)
}

/// The requests about an organisation, under any of its names, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn about(reader: &mut Reader, subjects: &[Subject], limit: i64) -> Result<Vec<Request>> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    let places = places(2, subjects.len());
    let sql = format!(
        "SELECT r.*, a.display_name AS asker FROM directory_requests r JOIN accounts a ON a.id = r.asked_by
        WHERE r.subject IN ({places}) ORDER BY r.id DESC LIMIT $1"
    );
    fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()), limit; each subjects)
}

const OF_PERSON: &str = "SELECT r.*, a.display_name AS asker
    FROM directory_requests r JOIN accounts a ON a.id = r.asked_by
    WHERE r.asked_by = $1 ORDER BY r.id DESC LIMIT $2";

/// What a person asked, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(reader: &mut Reader, person: AccountId, limit: i64) -> Result<Vec<Request>> {
    fetch_all!(reader, OF_PERSON, person, limit)
}

const CLOSE: &str = "UPDATE directory_requests SET state = $2, answer = $3, handled_by = $4, handled_at = $5
    WHERE id = $1 AND state = 'waiting'";

/// Closes a request that waits; says whether it did.
///
/// # Errors
/// When the database refuses.
pub async fn close(
    tx: &mut Tx,
    id: DirectoryRequestId,
    state: RequestState,
    answer: &str,
    by: Option<AccountId>,
) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, CLOSE, id, state, answer, by, now)? == 1)
}
