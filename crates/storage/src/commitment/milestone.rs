//! Milestones: what is delivered, and by when.

use fabrique_domain::{
    commitment::Milestone,
    id::{CommitmentId, MilestoneId},
};

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one},
};

record!(Milestone { id, commitment_id, position, title, expected_output, due_on, lead_id });

const INSERT: &str = "INSERT INTO milestones (id, commitment_id, position, title, expected_output, due_on, lead_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Keeps a new milestone.
///
/// # Errors
/// When its commitment or its lead does not exist, or the database refuses.
pub async fn insert(tx: &mut Tx, milestone: &Milestone) -> Result<()> {
    let m = milestone;
    execute!(tx, INSERT, m.id, m.commitment_id, m.position, m.title, m.expected_output, m.due_on, m.lead_id)?;
    Ok(())
}

const UPDATE: &str = "UPDATE milestones SET title = $3, expected_output = $4, due_on = $5, lead_id = $6
    WHERE id = $1 AND commitment_id = $2";

/// Keeps the milestone as it now is; says whether it was there.
///
/// # Errors
/// When its lead does not exist, or the database refuses.
pub async fn update(tx: &mut Tx, milestone: &Milestone) -> Result<bool> {
    let m = milestone;
    Ok(execute!(tx, UPDATE, m.id, m.commitment_id, m.title, m.expected_output, m.due_on, m.lead_id)? == 1)
}

const REMOVE: &str = "DELETE FROM milestones WHERE id = $1 AND commitment_id = $2";

/// Takes a milestone away; says whether it was there.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, commitment_id: CommitmentId, id: MilestoneId) -> Result<bool> {
    Ok(execute!(tx, REMOVE, id, commitment_id)? == 1)
}

const NEXT: &str = "SELECT COALESCE(MAX(position), 0) + 1 FROM milestones WHERE commitment_id = $1";

/// The place after the last milestone.
///
/// # Errors
/// When the database refuses.
pub async fn next_position(reader: &mut Reader, commitment_id: CommitmentId) -> Result<i64> {
    let (position,): (i64,) = fetch_one!(reader, NEXT, commitment_id)?;
    Ok(position)
}

const OF_COMMITMENT: &str = "SELECT * FROM milestones WHERE commitment_id = $1 ORDER BY due_on, position, id";

/// The milestones of a commitment, by date.
///
/// # Errors
/// When the database refuses.
pub async fn of_commitment(reader: &mut Reader, commitment_id: CommitmentId) -> Result<Vec<Milestone>> {
    fetch_all!(reader, OF_COMMITMENT, commitment_id)
}
