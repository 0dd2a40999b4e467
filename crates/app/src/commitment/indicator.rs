//! Indicators: what is measured, from where, to where.

use fabrique_domain::{
    account::Actor,
    commitment::Indicator,
    id::{CommitmentId, IndicatorId},
    localized::Localized,
    text::Line,
};
use fabrique_storage::{Tx, commitment::indicator};

use super::access::to_change_a_part;
use crate::{Error, Result};

/// An indicator as somebody fills it in. A baseline and a target are asked for: without them
/// nothing is measured.
#[derive(Debug, Clone)]
pub struct IndicatorInput {
    /// What is measured.
    pub name: Localized<Line<5, 200>>,
    /// In what unit.
    pub unit: Line<0, 40>,
    /// Where it stood at the start.
    pub baseline: Line<1, 80>,
    /// Where it should stand at the end.
    pub target: Line<1, 80>,
    /// Where it stands now, or nothing.
    pub latest: Line<0, 80>,
}

/// Adds an indicator.
///
/// # Errors
/// [`Error::Changed`] when somebody else wrote in between.
pub async fn add_indicator(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    input: &IndicatorInput,
) -> Result<IndicatorId> {
    to_change_a_part(actor, tx, id, version).await?;
    let position = indicator::next_position(tx, id).await?;
    let added = input.indicator(tx.new_id(), id, position);
    indicator::insert(tx, &added).await?;
    Ok(added.id)
}

/// Changes an indicator.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such indicator.
pub async fn edit_indicator(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    indicator_id: IndicatorId,
    input: &IndicatorInput,
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    let found = indicator::update(tx, &input.indicator(indicator_id, id, 0)).await?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}

/// Takes an indicator away.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such indicator.
pub async fn remove_indicator(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    indicator_id: IndicatorId,
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    if indicator::remove(tx, id, indicator_id).await? { Ok(()) } else { Err(Error::NotFound) }
}

impl IndicatorInput {
    fn indicator(&self, id: IndicatorId, commitment_id: CommitmentId, position: i64) -> Indicator {
        Indicator {
            id,
            commitment_id,
            position,
            name: self.name.text(),
            unit: self.unit.to_string(),
            baseline: self.baseline.to_string(),
            target: self.target.to_string(),
            latest: self.latest.to_string(),
        }
    }
}
