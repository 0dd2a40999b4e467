//! Who is named on a list.

use fabrique_domain::{
    id::{AccountId, ShortlistId},
    shortlist::{Member, ShortlistRight},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional},
};

record!(Member { account_id, name, access, named_at });

const SET: &str = "INSERT INTO shortlist_members (shortlist_id, account_id, access, named_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (shortlist_id, account_id) DO UPDATE SET access = excluded.access";

/// Names somebody, or gives them another right.
///
/// # Errors
/// When the database refuses.
pub async fn set(tx: &mut Tx, list: ShortlistId, account: AccountId, access: ShortlistRight) -> Result<()> {
    let now = tx.now();
    execute!(tx, SET, list, account, access, now)?;
    Ok(())
}

const REMOVE: &str = "DELETE FROM shortlist_members WHERE shortlist_id = $1 AND account_id = $2";

/// Names somebody no more; says whether they were.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, list: ShortlistId, account: AccountId) -> Result<bool> {
    Ok(execute!(tx, REMOVE, list, account)? == 1)
}

const RIGHT: &str = "SELECT access FROM shortlist_members WHERE shortlist_id = $1 AND account_id = $2";

/// What somebody named may do; none when they are not.
///
/// # Errors
/// When the database refuses.
pub async fn right(reader: &mut Reader, list: ShortlistId, account: AccountId) -> Result<Option<ShortlistRight>> {
    let found: Option<(ShortlistRight,)> = fetch_optional!(reader, RIGHT, list, account)?;
    Ok(found.map(|(access,)| access))
}

const LIST: &str = "SELECT m.account_id, a.display_name AS name, m.access, m.named_at
    FROM shortlist_members m JOIN accounts a ON a.id = m.account_id
    WHERE m.shortlist_id = $1 ORDER BY m.named_at, m.account_id";

/// Everybody named on a list, the first named first.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, list: ShortlistId) -> Result<Vec<Member>> {
    fetch_all!(reader, LIST, list)
}
