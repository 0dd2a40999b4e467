//! Short lists of organisations; in the rooms below what stands on them, who reads them and what is thought of it.

use fabrique_domain::{
    id::{AccountId, ShortlistId},
    shortlist::{Axis, Origin, Shortlist, ShortlistRight},
};

use crate::{
    Reader, Result, Tx,
    column::{Column, choices, record},
    query::{execute, fetch_all, fetch_one, fetch_optional},
};

pub mod entry;
pub mod leaving;
pub mod member;
pub mod stake;

choices!(Axis, Origin, ShortlistRight);
record!(Shortlist { id, keeper_id, title, aim, entries, link_made, link_open, version, created_at, changed_at });

impl Column for fabrique_domain::shortlist::Mark {
    type Stored = i64;
    fn store(&self) -> i64 {
        self.number()
    }
    fn load(stored: i64) -> Result<Self, String> {
        Self::new(stored).map_err(|fault| format!("{stored} {fault}"))
    }
}

const INSERT: &str = "INSERT INTO shortlists
    (id, keeper_id, title, aim, entries, link_made, link_open, version, created_at, changed_at)
    VALUES ($1, $2, $3, $4, 0, 0, $5, 1, $6, $6)";

/// Makes a list.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, keeper: AccountId, title: &str, aim: &str) -> Result<ShortlistId> {
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, INSERT, id, keeper, title, aim, false, now)?;
    Ok(id)
}

const FIND: &str = "SELECT * FROM shortlists WHERE id = $1";

/// The list that has `id`.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: ShortlistId) -> Result<Option<Shortlist>> {
    fetch_optional!(reader, FIND, id)
}

const DESCRIBE: &str =
    "UPDATE shortlists SET title = $3, aim = $4, version = version + 1, changed_at = $5 WHERE id = $1 AND version = $2";

/// Gives a list another title and aim; says whether it was still at `version`.
///
/// # Errors
/// When the database refuses.
pub async fn describe(tx: &mut Tx, id: ShortlistId, version: i64, title: &str, aim: &str) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, DESCRIBE, id, version, title, aim, now)? == 1)
}

const OPEN_LINK: &str =
    "UPDATE shortlists SET link_made = link_made + 1, link_open = $2, changed_at = $3 WHERE id = $1";

/// Makes another link, and opens or closes it: the one of before opens nothing any more.
///
/// # Errors
/// When the database refuses.
pub async fn renew_link(tx: &mut Tx, id: ShortlistId, open: bool) -> Result<()> {
    let now = tx.now();
    execute!(tx, OPEN_LINK, id, open, now)?;
    Ok(())
}

const TOUCH: &str = "UPDATE shortlists SET changed_at = $2, entries = entries + $3 WHERE id = $1";

/// Says that something on a list changed now, and by how many its entries grew.
///
/// # Errors
/// When the database refuses.
pub async fn touch(tx: &mut Tx, id: ShortlistId, grown: i64) -> Result<()> {
    let now = tx.now();
    execute!(tx, TOUCH, id, now, grown)?;
    Ok(())
}

/// A list as its readers find it among theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedShortlist {
    /// The list.
    pub list: Shortlist,
    /// Who keeps it, by name.
    pub keeper_name: String,
    /// What the reader may do; none when they keep it.
    pub access: Option<ShortlistRight>,
}

impl crate::column::Record for ListedShortlist {
    fn read(row: &impl crate::column::AnyRow) -> Result<Self> {
        Ok(Self {
            list: crate::column::Record::read(row)?,
            keeper_name: row.named("keeper_name")?,
            access: row.named("access")?,
        })
    }
}

// The room bounds how many lists a person keeps and is named on, so that these are short.
const OF_PERSON: &str = "SELECT s.*, a.display_name AS keeper_name, m.access AS access
    FROM shortlists s JOIN accounts a ON a.id = s.keeper_id
    LEFT JOIN shortlist_members m ON m.shortlist_id = s.id AND m.account_id = $1
    WHERE s.keeper_id = $1 OR s.id IN (SELECT shortlist_id FROM shortlist_members WHERE account_id = $1)
    ORDER BY s.changed_at DESC, s.id DESC LIMIT $2";

/// The lists that a person keeps or is named on, those that changed last first.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(reader: &mut Reader, account: AccountId, limit: i64) -> Result<Vec<ListedShortlist>> {
    fetch_all!(reader, OF_PERSON, account, limit)
}

const KEPT: &str = "SELECT COUNT(*) FROM shortlists WHERE keeper_id = $1";

/// How many lists a person keeps; asked when one more is made, over an index.
///
/// # Errors
/// When the database refuses.
pub async fn kept(reader: &mut Reader, account: AccountId) -> Result<i64> {
    let (kept,): (i64,) = fetch_one!(reader, KEPT, account)?;
    Ok(kept)
}

/// What stands on a list goes before it.
const DELETE: [&str; 5] = [
    "DELETE FROM stakes WHERE shortlist_id = $1",
    "DELETE FROM absents WHERE shortlist_id = $1",
    "DELETE FROM shortlist_entries WHERE shortlist_id = $1",
    "DELETE FROM shortlist_members WHERE shortlist_id = $1",
    "DELETE FROM shortlists WHERE id = $1",
];

/// Erases a list and all that stands on it.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &mut Tx, id: ShortlistId) -> Result<()> {
    for statement in DELETE {
        execute!(tx, statement, id)?;
    }
    Ok(())
}
