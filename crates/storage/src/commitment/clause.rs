//! Clauses: numbered once, versioned, struck out but never taken away.

use fabrique_domain::{
    LocalizedText,
    commitment::{Clause, ClauseVersion},
    id::{AccountId, ClauseId, CommitmentId},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one, fetch_optional, places},
};

record!(Clause { id, commitment_id, number, text, version, contributions, repealed_at, updated_at });
record!(ClauseVersion { clause_id, version, text, reason, created_at });

const NEXT_NUMBER: &str = "SELECT COALESCE(MAX(number), 0) + 1 FROM clauses WHERE commitment_id = $1";
const INSERT: &str =
    "INSERT INTO clauses (id, commitment_id, number, text, version, contributions, repealed_at, updated_at)
    VALUES ($1, $2, $3, $4, 1, 0, NULL, $5)";

/// Adds a clause under the next number. Since no row is ever deleted, a number is never given again.
///
/// # Errors
/// When the commitment does not exist, or the database refuses.
pub async fn add(
    tx: &mut Tx,
    commitment_id: CommitmentId,
    text: &LocalizedText,
    reason: &str,
    author_id: Option<AccountId>,
) -> Result<Clause> {
    let (number,): (i64,) = fetch_one!(tx, NEXT_NUMBER, commitment_id)?;
    let (id, now) = (tx.new_id(), tx.now());
    execute!(tx, INSERT, id, commitment_id, number, *text, now)?;
    let clause = Clause {
        id,
        commitment_id,
        number,
        text: text.clone(),
        version: 1,
        contributions: 0,
        repealed_at: None,
        updated_at: now,
    };
    remember(tx, &clause, reason, author_id).await?;
    Ok(clause)
}

const REMEMBER: &str = "INSERT INTO clause_versions (clause_id, version, text, reason, author_id, created_at)
    VALUES ($1, $2, $3, $4, $5, $6)";

async fn remember(tx: &mut Tx, clause: &Clause, reason: &str, author_id: Option<AccountId>) -> Result<()> {
    execute!(tx, REMEMBER, clause.id, clause.version, clause.text, reason, author_id, clause.updated_at)?;
    Ok(())
}

const UPDATE: &str = "UPDATE clauses SET text = $3, repealed_at = $4, updated_at = $5, version = version + 1
    WHERE id = $1 AND version = $2 RETURNING *";

/// Writes a new version of the clause (its text, whether it is struck out), provided that it still
/// has the version that it was read with; `None` when it has not.
///
/// # Errors
/// When the database refuses.
pub async fn update(
    tx: &mut Tx,
    clause: &Clause,
    reason: &str,
    author_id: Option<AccountId>,
) -> Result<Option<Clause>> {
    let now = tx.now();
    let written: Option<Clause> =
        fetch_optional!(tx, UPDATE, clause.id, clause.version, clause.text, clause.repealed_at, now)?;
    if let Some(written) = &written {
        remember(tx, written, reason, author_id).await?;
    }
    Ok(written)
}

const FIND: &str = "SELECT * FROM clauses WHERE id = $1";

/// The clause.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: ClauseId) -> Result<Option<Clause>> {
    fetch_optional!(reader, FIND, id)
}

const BY_NUMBER: &str = "SELECT * FROM clauses WHERE commitment_id = $1 AND number = $2";

/// The clause that has `number` in a commitment.
///
/// # Errors
/// When the database refuses.
pub async fn by_number(reader: &mut Reader, commitment_id: CommitmentId, number: i64) -> Result<Option<Clause>> {
    fetch_optional!(reader, BY_NUMBER, commitment_id, number)
}

const OF_COMMITMENT: &str = "SELECT * FROM clauses WHERE commitment_id = $1 ORDER BY number";

/// Every clause of a commitment, struck out or not, by number.
///
/// # Errors
/// When the database refuses.
pub async fn of_commitment(reader: &mut Reader, commitment_id: CommitmentId) -> Result<Vec<Clause>> {
    fetch_all!(reader, OF_COMMITMENT, commitment_id)
}

/// The clauses that have these identifiers, by commitment and number; those unknown are left out.
///
/// # Errors
/// When the database refuses.
pub async fn find_all(reader: &mut Reader, ids: &[ClauseId]) -> Result<Vec<Clause>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT * FROM clauses WHERE id IN ({}) ORDER BY commitment_id, number", places(1, ids.len()));
    fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()); each ids)
}

const VERSIONS: &str = "SELECT * FROM clause_versions WHERE clause_id = $1 ORDER BY version DESC LIMIT $2";

/// The versions of a clause, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn versions(reader: &mut Reader, clause_id: ClauseId, limit: i64) -> Result<Vec<ClauseVersion>> {
    fetch_all!(reader, VERSIONS, clause_id, limit)
}

const COUNT: &str = "UPDATE clauses SET contributions = contributions + $2 WHERE id = $1";

/// Counts contributions that now stand behind the clause (fewer, when negative): called by whoever
/// publishes or corrects an answer, in the same transaction.
///
/// # Errors
/// When the database refuses.
pub async fn count_contributions(tx: &mut Tx, clause_id: ClauseId, more: i64) -> Result<()> {
    execute!(tx, COUNT, clause_id, more)?;
    Ok(())
}
