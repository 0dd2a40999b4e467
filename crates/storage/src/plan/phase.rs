//! The phases of the public calendar of a plan.

use fabrique_domain::{
    id::{PhaseId, PlanId},
    plan::{Phase, PhaseKind},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional},
};

choices!(PhaseKind);
record!(Phase { id, plan_id, kind, starts_on, ends_on, note, published_at });

const INSERT: &str = "INSERT INTO phases (id, plan_id, kind, starts_on, ends_on, note, published_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Adds a phase.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, phase: &Phase) -> Result<()> {
    let Phase { id, plan_id, kind, starts_on, ends_on, note, published_at } = phase;
    execute!(tx, INSERT, *id, *plan_id, *kind, *starts_on, *ends_on, *note, *published_at)?;
    Ok(())
}

const UPDATE: &str =
    "UPDATE phases SET kind = $2, starts_on = $3, ends_on = $4, note = $5, published_at = $6 WHERE id = $1";

/// Keeps what `phase` says.
///
/// # Errors
/// When the database refuses.
pub async fn update(tx: &mut Tx, phase: &Phase) -> Result<()> {
    let Phase { id, plan_id: _, kind, starts_on, ends_on, note, published_at } = phase;
    execute!(tx, UPDATE, *id, *kind, *starts_on, *ends_on, *note, *published_at)?;
    Ok(())
}

const DELETE: &str = "DELETE FROM phases WHERE id = $1";

/// Takes a phase out of the calendar.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &mut Tx, id: PhaseId) -> Result<()> {
    execute!(tx, DELETE, id)?;
    Ok(())
}

const FIND: &str = "SELECT * FROM phases WHERE id = $1";

/// The phase that has `id`.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(reader: &mut Reader, id: PhaseId) -> Result<Option<Phase>> {
    fetch_optional!(reader, FIND, id)
}

const LIST: &str = "SELECT * FROM phases WHERE plan_id = $1 ORDER BY starts_on, ends_on, id";

/// The calendar of a plan, in the order of its dates.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Phase>> {
    fetch_all!(reader, LIST, plan_id)
}
