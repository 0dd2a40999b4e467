//! Indicators: what is measured, from where, to where.

use fabrique_domain::{
    commitment::Indicator,
    id::{CommitmentId, IndicatorId},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one},
};

record!(Indicator { id, commitment_id, position, name, unit, baseline, target, latest });

const INSERT: &str = "INSERT INTO indicators (id, commitment_id, position, name, unit, baseline, target, latest)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Keeps a new indicator.
///
/// # Errors
/// When its commitment does not exist, or the database refuses.
pub async fn insert(tx: &mut Tx, indicator: &Indicator) -> Result<()> {
    let i = indicator;
    execute!(tx, INSERT, i.id, i.commitment_id, i.position, i.name, i.unit, i.baseline, i.target, i.latest)?;
    Ok(())
}

const UPDATE: &str = "UPDATE indicators SET name = $3, unit = $4, baseline = $5, target = $6, latest = $7
    WHERE id = $1 AND commitment_id = $2";

/// Keeps the indicator as it now is; says whether it was there.
///
/// # Errors
/// When the database refuses.
pub async fn update(tx: &mut Tx, indicator: &Indicator) -> Result<bool> {
    let i = indicator;
    Ok(execute!(tx, UPDATE, i.id, i.commitment_id, i.name, i.unit, i.baseline, i.target, i.latest)? == 1)
}

const REMOVE: &str = "DELETE FROM indicators WHERE id = $1 AND commitment_id = $2";

/// Takes an indicator away; says whether it was there.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, commitment_id: CommitmentId, id: IndicatorId) -> Result<bool> {
    Ok(execute!(tx, REMOVE, id, commitment_id)? == 1)
}

const NEXT: &str = "SELECT COALESCE(MAX(position), 0) + 1 FROM indicators WHERE commitment_id = $1";

/// The place after the last indicator.
///
/// # Errors
/// When the database refuses.
pub async fn next_position(reader: &mut Reader, commitment_id: CommitmentId) -> Result<i64> {
    let (position,): (i64,) = fetch_one!(reader, NEXT, commitment_id)?;
    Ok(position)
}

const OF_COMMITMENT: &str = "SELECT * FROM indicators WHERE commitment_id = $1 ORDER BY position, id";

/// The indicators of a commitment, in the order in which they were added.
///
/// # Errors
/// When the database refuses.
pub async fn of_commitment(reader: &mut Reader, commitment_id: CommitmentId) -> Result<Vec<Indicator>> {
    fetch_all!(reader, OF_COMMITMENT, commitment_id)
}
