//! Who carries a commitment: lead institutions, civil-society co-carriers, supporting stakeholders.

use fabrique_domain::{
    commitment::{Carrier, Part},
    id::{CommitmentId, OrganisationId, PlanId},
};
use serde::Serialize;
use sqlx::AssertSqlSafe;

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, places},
};

/// A part in a commitment with the organisation that has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedCarrier {
    /// The commitment.
    pub commitment_id: CommitmentId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its part.
    pub part: Part,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its acronym, or nothing.
    pub acronym: String,
}

impl NamedCarrier {
    /// The acronym where there is one, else the name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        if self.acronym.is_empty() { &self.name } else { &self.acronym }
    }
}

record!(NamedCarrier { commitment_id, organisation_id, part, slug, name, acronym });

const REMOVE: &str = "DELETE FROM carriers WHERE commitment_id = $1";
const INSERT: &str = "INSERT INTO carriers (commitment_id, organisation_id, part, position) VALUES ($1, $2, $3, $4)";

/// Writes who carries a commitment, in place of those written before.
///
/// # Errors
/// When an organisation does not exist or is there twice, or the database refuses.
pub async fn replace(tx: &mut Tx, commitment_id: CommitmentId, carriers: &[Carrier]) -> Result<()> {
    execute!(tx, REMOVE, commitment_id)?;
    for carrier in carriers {
        execute!(tx, INSERT, commitment_id, carrier.organisation_id, carrier.part, carrier.position)?;
    }
    Ok(())
}

const OF_COMMITMENT: &str = "SELECT k.commitment_id, k.organisation_id, k.part, o.slug, o.name, o.acronym
    FROM carriers k JOIN organisations o ON o.id = k.organisation_id
    WHERE k.commitment_id = $1 ORDER BY k.position, o.slug";

/// Who carries a commitment, in the order chosen.
///
/// # Errors
/// When the database refuses.
pub async fn of_commitment(reader: &mut Reader, commitment_id: CommitmentId) -> Result<Vec<NamedCarrier>> {
    fetch_all!(reader, OF_COMMITMENT, commitment_id)
}

const OF_PLAN: &str = "SELECT k.commitment_id, k.organisation_id, k.part, o.slug, o.name, o.acronym
    FROM commitments c JOIN carriers k ON k.commitment_id = c.id JOIN organisations o ON o.id = k.organisation_id
    WHERE c.plan_id = $1 AND c.state = 'published' ORDER BY c.position, c.id, k.position, o.slug";

/// Who carries the published commitments of a plan.
///
/// # Errors
/// When the database refuses.
pub async fn of_plan(reader: &mut Reader, plan_id: PlanId) -> Result<Vec<NamedCarrier>> {
    fetch_all!(reader, OF_PLAN, plan_id)
}

/// Who carries the commitments called `ids`.
///
/// # Errors
/// When the database refuses.
pub async fn of_commitments(reader: &mut Reader, ids: &[CommitmentId]) -> Result<Vec<NamedCarrier>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT k.commitment_id, k.organisation_id, k.part, o.slug, o.name, o.acronym
        FROM carriers k JOIN organisations o ON o.id = k.organisation_id
        WHERE k.commitment_id IN ({}) ORDER BY k.commitment_id, k.position, o.slug",
        places(1, ids.len())
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()); each ids)
}
