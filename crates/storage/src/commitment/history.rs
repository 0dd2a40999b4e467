//! What changed in a public commitment: append-only, field by field, and clause by clause.

use fabrique_domain::{
    Instant, LocalizedText,
    commitment::{Change, Field},
    id::{AccountId, CommitmentId, OrganisationId},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all},
};

choices!(Field);

/// Who changes a commitment, and why.
#[derive(Debug, Clone, Copy)]
pub struct Hand<'a> {
    /// Who.
    pub author_id: Option<AccountId>,
    /// In the name of which institution; none for the coordinator.
    pub institution_id: Option<OrganisationId>,
    /// Why, or nothing.
    pub reason: &'a str,
}

/// More than the fields that one version can change.
const MOST_FIELDS: i64 = 100;

const ADD: &str = "INSERT INTO commitment_changes
        (commitment_id, number, version, field, was, became, reason, author_id, institution_id, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Keeps what a version of a commitment changed.
///
/// # Errors
/// When the version is already told, or the database refuses.
pub async fn add(tx: &mut Tx, id: CommitmentId, version: i64, changes: &[Change], hand: Hand<'_>) -> Result<()> {
    let now = tx.now();
    for (change, number) in changes.iter().zip(version.saturating_mul(MOST_FIELDS)..) {
        let Change { field, before, after } = change;
        let Hand { author_id, institution_id, reason } = hand;
        execute!(tx, ADD, id, number, version, *field, *before, *after, reason, author_id, institution_id, now)?;
    }
    Ok(())
}

/// A change that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The version that it made.
    pub version: i64,
    /// Which field.
    pub field: Field,
    /// What it said.
    pub was: LocalizedText,
    /// What it says since.
    pub became: LocalizedText,
    /// Why, or nothing.
    pub reason: String,
    /// The name of the institution that made it; none for the coordinator.
    pub institution: Option<String>,
    /// When.
    pub created_at: Instant,
}

record!(Past { version, field, was, became, reason, institution, created_at });

const OF_COMMITMENT: &str = "SELECT h.version, h.field, h.was, h.became, h.reason, o.name AS institution, h.created_at
    FROM commitment_changes h LEFT JOIN organisations o ON o.id = h.institution_id
    WHERE h.commitment_id = $1 ORDER BY h.version DESC, h.number LIMIT $2";

/// What changed in a commitment, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_commitment(reader: &mut Reader, id: CommitmentId, limit: i64) -> Result<Vec<Past>> {
    fetch_all!(reader, OF_COMMITMENT, id, limit)
}

/// A change of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastClause {
    /// The number of the clause.
    pub number: i64,
    /// The version that the change made.
    pub version: i64,
    /// What it said; none where it was added.
    pub was: Option<LocalizedText>,
    /// What it says since.
    pub became: LocalizedText,
    /// Why, or nothing.
    pub reason: String,
    /// When.
    pub created_at: Instant,
}

record!(PastClause { number, version, was, became, reason, created_at });

const CLAUSES: &str = "SELECT c.number, v.version, w.text AS was, v.text AS became, v.reason, v.created_at
    FROM clauses c JOIN clause_versions v ON v.clause_id = c.id
    LEFT JOIN clause_versions w ON w.clause_id = v.clause_id AND w.version = v.version - 1
    WHERE c.commitment_id = $1 AND v.created_at > $2 ORDER BY v.created_at DESC, c.number, v.version DESC LIMIT $3";

/// What changed in the clauses of a commitment after `since`, the latest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_clauses(reader: &mut Reader, id: CommitmentId, since: Instant, limit: i64) -> Result<Vec<PastClause>> {
    fetch_all!(reader, CLAUSES, id, since, limit)
}
