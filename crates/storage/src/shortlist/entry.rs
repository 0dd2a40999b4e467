//! The organisations on a list.

use fabrique_domain::{
    Instant,
    id::{AccountId, EntryId, ShortlistId},
    shortlist::{Origin, ShortlistEntry},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one, fetch_optional, places},
};

record!(ShortlistEntry {
    id,
    shortlist_id,
    directory_key,
    name,
    place,
    about,
    why,
    origin,
    sought,
    notes,
    rank,
    version,
    added_by,
    added_by_name,
    added_at,
    removed_at,
    removed_by_name,
    removed_why,
});

/// An organisation to put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry<'a> {
    /// On which list.
    pub shortlist_id: ShortlistId,
    /// Its key in the directory; none when written by hand.
    pub directory_key: Option<&'a str>,
    /// Its name now.
    pub name: &'a str,
    /// Where it is now, in words, or nothing.
    pub place: &'a str,
    /// What it is for, or nothing.
    pub about: &'a str,
    /// Why it is there, or nothing.
    pub why: &'a str,
    /// Where it was found.
    pub origin: Origin,
    /// The search or the text it was found by, or nothing.
    pub sought: &'a str,
    /// Who adds it.
    pub added_by: AccountId,
}

const LAST: &str = "SELECT COALESCE(MAX(rank), 0) FROM shortlist_entries WHERE shortlist_id = $1";
const INSERT: &str = "INSERT INTO shortlist_entries (id, shortlist_id, directory_key, name, place, about, why, origin,
    sought, notes, rank, version, added_by, added_at, removed_at, removed_by, removed_why)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10, 1, $11, $12, NULL, NULL, '')";

/// Puts an organisation at the end of a list.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when its key stands there already.
pub async fn insert(tx: &mut Tx, new: &NewEntry<'_>) -> Result<EntryId> {
    let (last,): (i64,) = fetch_one!(tx, LAST, new.shortlist_id)?;
    let (id, now) = (tx.new_id(), tx.now());
    let key = new.directory_key.map(str::to_owned);
    execute!(
        tx,
        INSERT,
        id,
        new.shortlist_id,
        key,
        new.name,
        new.place,
        new.about,
        new.why,
        new.origin,
        new.sought,
        last + 1,
        new.added_by,
        now
    )?;
    Ok(id)
}

/// The columns of an entry with the names of people.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT e.*, a.display_name AS added_by_name, r.display_name AS removed_by_name
             FROM shortlist_entries e JOIN accounts a ON a.id = e.added_by LEFT JOIN accounts r ON r.id = e.removed_by ",
            $rest
        )
    };
}

const FIND: &str = entries!("WHERE e.id = $1");

/// The entry that has `id`, removed or not.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: EntryId) -> Result<Option<ShortlistEntry>> {
    fetch_optional!(reader, FIND, id)
}

const LIST: &str = entries!("WHERE e.shortlist_id = $1 AND e.removed_at IS NULL ORDER BY e.rank, e.id");

/// What stands on a list, in its order.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, list: ShortlistId) -> Result<Vec<ShortlistEntry>> {
    fetch_all!(reader, LIST, list)
}

const REMOVED: &str =
    entries!("WHERE e.shortlist_id = $1 AND e.removed_at IS NOT NULL ORDER BY e.removed_at DESC, e.id LIMIT $2");

/// What was taken off a list, the last first.
///
/// # Errors
/// When the database refuses.
pub async fn removed(reader: &mut Reader, list: ShortlistId, limit: i64) -> Result<Vec<ShortlistEntry>> {
    fetch_all!(reader, REMOVED, list, limit)
}

/// The entry of a list that stands under one of some keys, if any does.
///
/// # Errors
/// When the database refuses.
pub async fn under(reader: &mut Reader, list: ShortlistId, keys: &[String]) -> Result<Option<EntryId>> {
    if keys.is_empty() {
        return Ok(None);
    }
    let places = places(2, keys.len());
    let sql = format!(
        "SELECT id FROM shortlist_entries WHERE shortlist_id = $1 AND removed_at IS NULL AND directory_key IN ({places})"
    );
    let found: Option<(EntryId,)> = fetch_optional!(reader, sqlx::AssertSqlSafe(sql.as_str()), list; each keys)?;
    Ok(found.map(|(id,)| id))
}

const ANNOTATE: &str =
    "UPDATE shortlist_entries SET why = $3, notes = $4, version = version + 1 WHERE id = $1 AND version = $2";

/// Writes why an entry is there and the notes on it; says whether it was still at `version`.
///
/// # Errors
/// When the database refuses.
pub async fn annotate(tx: &mut Tx, id: EntryId, version: i64, why: &str, notes: &str) -> Result<bool> {
    Ok(execute!(tx, ANNOTATE, id, version, why, notes)? == 1)
}

const RANK: &str = "UPDATE shortlist_entries SET rank = $2 WHERE id = $1";

/// Gives an entry another place.
///
/// # Errors
/// When the database refuses.
pub async fn rank(tx: &mut Tx, id: EntryId, rank: i64) -> Result<()> {
    execute!(tx, RANK, id, rank)?;
    Ok(())
}

const REMOVE: &str = "UPDATE shortlist_entries SET removed_at = $2, removed_by = $3, removed_why = $4
    WHERE id = $1 AND removed_at IS NULL";

/// Takes an entry off its list; says whether it stood there.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, id: EntryId, by: AccountId, why: &str) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, REMOVE, id, now, by, why)? == 1)
}

const RESTORE: &str = "UPDATE shortlist_entries SET removed_at = NULL, removed_by = NULL, removed_why = ''
    WHERE id = $1 AND removed_at IS NOT NULL";

/// Puts an entry back where it stood; says whether it had been taken off.
///
/// # Errors
/// [`Error::Duplicate`](crate::Error::Duplicate) when its key stands on the list again.
pub async fn restore(tx: &mut Tx, id: EntryId) -> Result<bool> {
    Ok(execute!(tx, RESTORE, id)? == 1)
}

/// Who put which of some keys on a list that they keep: one pair a key and a keeper, however many lists.
///
/// # Errors
/// When the database refuses.
pub async fn askers(reader: &mut Reader, keys: &[String], since: Instant) -> Result<Vec<(String, AccountId)>> {
    let mut found = Vec::new();
    // Far below what either engine binds at once.
    for keys in keys.chunks(500) {
        let places = places(2, keys.len());
        let sql = format!(
            "SELECT DISTINCT e.directory_key, s.keeper_id
             FROM shortlist_entries e JOIN shortlists s ON s.id = e.shortlist_id
             WHERE e.directory_key IN ({places}) AND e.added_at >= $1 AND e.removed_at IS NULL"
        );
        let pairs: Vec<(String, AccountId)> = fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()), since; each keys)?;
        found.extend(pairs);
    }
    Ok(found)
}
