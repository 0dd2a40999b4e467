//! Indicators: what is measured, from where, to where.

use fabrique_domain::{
    LocalizedText,
    account::Actor,
    commitment::{Change, Commitment, Field, Indicator},
    id::{CommitmentId, IndicatorId},
    localized::Localized,
    text::Line,
};
use fabrique_storage::{Reader, Tx, commitment::indicator};

use super::{
    access::to_change_a_part,
    clause::ChangeReason,
    history::{self, check_reason},
};
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
    /// Why it changes, which everybody reads once the commitment is published.
    pub reason: ChangeReason,
}

/// Adds an indicator.
///
/// # Errors
/// [`Error::Changed`] when somebody else wrote in between; [`Error::Invalid`] on `reason` when the
/// commitment is published and none is given.
pub async fn add_indicator(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    input: &IndicatorInput,
) -> Result<IndicatorId> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, &input.reason)?;
    let position = indicator::next_position(tx, id).await?;
    let added = input.indicator(tx.new_id(), id, position);
    indicator::insert(tx, &added).await?;
    tell(actor, tx, &commitment, (None, Some(&added)), &input.reason).await?;
    Ok(added.id)
}

/// Changes an indicator.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such indicator;
/// [`Error::Invalid`] on `reason`.
pub async fn edit_indicator(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    indicator_id: IndicatorId,
    input: &IndicatorInput,
) -> Result<()> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, &input.reason)?;
    let before = named(tx, id, indicator_id).await?;
    let after = input.indicator(indicator_id, id, before.position);
    indicator::update(tx, &after).await?;
    tell(actor, tx, &commitment, (Some(&before), Some(&after)), &input.reason).await
}

/// Takes an indicator away.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such indicator;
/// [`Error::Invalid`] on `reason`.
pub async fn remove_indicator(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    indicator_id: IndicatorId,
    reason: &ChangeReason,
) -> Result<()> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, reason)?;
    let before = named(tx, id, indicator_id).await?;
    indicator::remove(tx, id, indicator_id).await?;
    tell(actor, tx, &commitment, (Some(&before), None), reason).await
}

async fn named(reader: &mut Reader, commitment: CommitmentId, id: IndicatorId) -> Result<Indicator> {
    let mut all = indicator::of_commitment(reader, commitment).await?.into_iter();
    all.find(|found| found.id == id).ok_or(Error::NotFound)
}

async fn tell(
    actor: &Actor,
    tx: &mut Tx,
    of: &Commitment,
    (before, after): (Option<&Indicator>, Option<&Indicator>),
    reason: &str,
) -> Result<()> {
    let words = |one: Option<&Indicator>| one.map(in_words).unwrap_or_default();
    let change = Change::of(Field::Indicator, words(before), words(after));
    history::record(actor, tx, of, change.as_slice(), reason).await
}

/// "Part des avis publiés (%), 12 → 100, 40".
fn in_words(indicator: &Indicator) -> LocalizedText {
    LocalizedText::in_each(|language| {
        let Indicator { unit, baseline, target, latest, .. } = indicator;
        let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
        let latest = if latest.is_empty() { String::new() } else { format!(", {latest}") };
        format!("{}{unit}, {baseline} → {target}{latest}", indicator.name.get(language))
    })
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
