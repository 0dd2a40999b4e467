//! What a commitment continues, was split from, or absorbed.

use fabrique_domain::{
    LocalizedText,
    commitment::{CommitmentState, LineageKind},
    id::CommitmentId,
};
use serde::Serialize;

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_one},
};

/// A commitment at the other end of a line of descent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kin {
    /// The other commitment.
    pub id: CommitmentId,
    /// How the later one descends from the earlier one.
    pub kind: LineageKind,
    /// The other's number in its plan, or nothing.
    pub national_number: String,
    /// The other's title.
    pub title: LocalizedText,
    /// Where the other is in its life.
    pub state: CommitmentState,
    /// The plan of the other, as the country calls it.
    pub plan_label: LocalizedText,
    /// The short name of that plan in addresses.
    pub plan_slug: String,
}

record!(Kin { id, kind, national_number, title, state, plan_label, plan_slug });

const ADD: &str = "INSERT INTO lineage (commitment_id, earlier_id, kind) VALUES ($1, $2, $3)
    ON CONFLICT (commitment_id, earlier_id) DO UPDATE SET kind = excluded.kind";

/// Says that a commitment descends from an earlier one, and how.
///
/// # Errors
/// When one of them does not exist, or the database refuses.
pub async fn add(tx: &mut Tx, id: CommitmentId, earlier: CommitmentId, kind: LineageKind) -> Result<()> {
    execute!(tx, ADD, id, earlier, kind)?;
    Ok(())
}

const REMOVE: &str = "DELETE FROM lineage WHERE commitment_id = $1 AND earlier_id = $2";

/// Takes that back; says whether it had been said.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, id: CommitmentId, earlier: CommitmentId) -> Result<bool> {
    Ok(execute!(tx, REMOVE, id, earlier)? == 1)
}

const EARLIER: &str = "SELECT c.id, l.kind, c.national_number, c.title, c.state,
        p.national_label AS plan_label, p.slug AS plan_slug
    FROM lineage l JOIN commitments c ON c.id = l.earlier_id JOIN plans p ON p.id = c.plan_id
    WHERE l.commitment_id = $1 ORDER BY p.national_start, c.position, c.id";

/// What a commitment descends from, by plan.
///
/// # Errors
/// When the database refuses.
pub async fn earlier(reader: &mut Reader, id: CommitmentId) -> Result<Vec<Kin>> {
    fetch_all!(reader, EARLIER, id)
}

const LATER: &str = "SELECT c.id, l.kind, c.national_number, c.title, c.state,
        p.national_label AS plan_label, p.slug AS plan_slug
    FROM lineage l JOIN commitments c ON c.id = l.commitment_id JOIN plans p ON p.id = c.plan_id
    WHERE l.earlier_id = $1 ORDER BY p.national_start, c.position, c.id";

/// What descends from a commitment, by plan.
///
/// # Errors
/// When the database refuses.
pub async fn later(reader: &mut Reader, id: CommitmentId) -> Result<Vec<Kin>> {
    fetch_all!(reader, LATER, id)
}

const DESCENDS: &str = "WITH RECURSIVE ancestors (id) AS (
        SELECT earlier_id FROM lineage WHERE commitment_id = $1
        UNION SELECT l.earlier_id FROM lineage l JOIN ancestors a ON l.commitment_id = a.id
    ) SELECT EXISTS (SELECT 1 FROM ancestors WHERE id = $2)";

/// Whether `id` descends from `ancestor`, over any number of plans.
///
/// # Errors
/// When the database refuses.
pub async fn descends(reader: &mut Reader, id: CommitmentId, ancestor: CommitmentId) -> Result<bool> {
    let (descends,): (bool,) = fetch_one!(reader, DESCENDS, id, ancestor)?;
    Ok(descends)
}
