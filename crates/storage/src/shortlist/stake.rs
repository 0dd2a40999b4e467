//! Marks of interest and influence, and who is absent.

use fabrique_domain::{
    id::{AccountId, EntryId, ShortlistId, StakeId},
    shortlist::{Absent, Axis, Mark, ShortlistEntry, Stake},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

record!(Stake { id, entry_id, axis, mark, reason, author_id, author_name, created_at, replaced_at });
record!(Absent { id, who, why, author_id, author_name, created_at });

const REPLACE: &str = "UPDATE stakes SET replaced_at = $3 WHERE entry_id = $1 AND axis = $2 AND replaced_at IS NULL";
const INSERT: &str = "INSERT INTO stakes
    (id, shortlist_id, entry_id, axis, mark, reason, author_id, created_at, replaced_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)";

/// Gives an entry a mark, in the place of the one before, which stays in the history.
///
/// # Errors
/// When the database refuses.
pub async fn give(
    tx: &mut Tx,
    entry: &ShortlistEntry,
    axis: Axis,
    mark: Mark,
    reason: &str,
    author: AccountId,
) -> Result<StakeId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, REPLACE, entry.id, axis, now)?;
    execute!(tx, INSERT, id, entry.shortlist_id, entry.id, axis, mark, reason, author, now)?;
    Ok(id)
}

const IN_FORCE: &str = "SELECT k.*, a.display_name AS author_name FROM stakes k JOIN accounts a ON a.id = k.author_id
    WHERE k.shortlist_id = $1 AND k.replaced_at IS NULL ORDER BY k.created_at, k.id";

/// The marks in force on a list.
///
/// # Errors
/// When the database refuses.
pub async fn in_force(reader: &mut Reader, list: ShortlistId) -> Result<Vec<Stake>> {
    fetch_all!(reader, IN_FORCE, list)
}

const FOR_ENTRY: &str = "SELECT k.*, a.display_name AS author_name FROM stakes k JOIN accounts a ON a.id = k.author_id
    WHERE k.entry_id = $1 AND k.axis = $2 AND k.replaced_at IS NULL";

/// The mark in force of an entry on an axis, if it has one.
///
/// # Errors
/// When the database refuses.
pub async fn for_entry(reader: &mut Reader, entry: EntryId, axis: Axis) -> Result<Option<Stake>> {
    fetch_optional!(reader, FOR_ENTRY, entry, axis)
}

const HISTORY: &str = "SELECT k.*, a.display_name AS author_name FROM stakes k JOIN accounts a ON a.id = k.author_id
    WHERE k.entry_id = $1 ORDER BY k.created_at DESC, k.id DESC LIMIT $2";

/// The marks that an entry has and had, the last first.
///
/// # Errors
/// When the database refuses.
pub async fn history(reader: &mut Reader, entry: EntryId, limit: i64) -> Result<Vec<Stake>> {
    fetch_all!(reader, HISTORY, entry, limit)
}

const INSERT_ABSENT: &str =
    "INSERT INTO absents (id, shortlist_id, who, why, author_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)";

/// Keeps an answer to the question of who is absent; `who` is none for “nobody, as far as we know”.
///
/// # Errors
/// When the database refuses.
pub async fn absent(tx: &mut Tx, list: ShortlistId, who: Option<&str>, why: &str, author: AccountId) -> Result<()> {
    let (id, now): (fabrique_domain::id::AbsentId, _) = (tx.new_id(), tx.now());
    let who = who.map(str::to_owned);
    execute!(tx, INSERT_ABSENT, id, list, who, why, author, now)?;
    Ok(())
}

const ABSENTS: &str = "SELECT b.*, a.display_name AS author_name FROM absents b JOIN accounts a ON a.id = b.author_id
    WHERE b.shortlist_id = $1 ORDER BY b.created_at DESC, b.id DESC LIMIT $2";

/// The answers to the question of who is absent, the last first.
///
/// # Errors
/// When the database refuses.
pub async fn absents(reader: &mut Reader, list: ShortlistId, limit: i64) -> Result<Vec<Absent>> {
    fetch_all!(reader, ABSENTS, list, limit)
}
