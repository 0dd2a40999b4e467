//! Milestones: what is delivered, and by when.

use fabrique_domain::{
    Date, LocalizedText,
    account::Actor,
    commitment::{Change, Commitment, Field, Milestone},
    id::{CommitmentId, MilestoneId, OrganisationId},
    localized::Localized,
    text::{Fault, Line, Markdown},
};
use fabrique_storage::{Reader, Tx, commitment::milestone, organisation};

use super::{
    access::to_change_a_part,
    clause::ChangeReason,
    history::{self, check_reason},
};
use crate::{Error, Result};

/// A milestone as somebody fills it in.
#[derive(Debug, Clone)]
pub struct MilestoneInput {
    /// What is done.
    pub title: Localized<Line<5, 200>>,
    /// What can be seen once it is done.
    pub expected_output: Localized<Markdown<0, 1_000>>,
    /// By when.
    pub due_on: Date,
    /// Who leads it.
    pub lead_id: Option<OrganisationId>,
    /// Why it changes, which everybody reads once the commitment is published.
    pub reason: ChangeReason,
}

/// Adds a milestone.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Invalid`] on `lead` when there is no such organisation, on `reason`
/// when the commitment is published and none is given.
pub async fn add_milestone(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    input: &MilestoneInput,
) -> Result<MilestoneId> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, &input.reason)?;
    check_lead(tx, input.lead_id).await?;
    let position = milestone::next_position(tx, id).await?;
    let added = input.milestone(tx.new_id(), id, position);
    milestone::insert(tx, &added).await?;
    tell(actor, tx, &commitment, (None, Some(&added)), &input.reason).await?;
    Ok(added.id)
}

/// Changes a milestone.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such milestone;
/// [`Error::Invalid`] on `lead` or `reason`.
pub async fn edit_milestone(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    milestone_id: MilestoneId,
    input: &MilestoneInput,
) -> Result<()> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, &input.reason)?;
    check_lead(tx, input.lead_id).await?;
    let before = named(tx, id, milestone_id).await?;
    let after = input.milestone(milestone_id, id, before.position);
    milestone::update(tx, &after).await?;
    tell(actor, tx, &commitment, (Some(&before), Some(&after)), &input.reason).await
}

/// Takes a milestone away.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such milestone;
/// [`Error::Invalid`] on `reason`.
pub async fn remove_milestone(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    milestone_id: MilestoneId,
    reason: &ChangeReason,
) -> Result<()> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, reason)?;
    let before = named(tx, id, milestone_id).await?;
    milestone::remove(tx, id, milestone_id).await?;
    tell(actor, tx, &commitment, (Some(&before), None), reason).await
}

async fn named(reader: &mut Reader, commitment: CommitmentId, id: MilestoneId) -> Result<Milestone> {
    let mut all = milestone::of_commitment(reader, commitment).await?.into_iter();
    all.find(|found| found.id == id).ok_or(Error::NotFound)
}

async fn tell(
    actor: &Actor,
    tx: &mut Tx,
    of: &Commitment,
    (before, after): (Option<&Milestone>, Option<&Milestone>),
    reason: &str,
) -> Result<()> {
    let words = |one: Option<&Milestone>| one.map(in_words).unwrap_or_default();
    let change = Change::of(Field::Milestone, words(before), words(after));
    history::record(actor, tx, of, change.as_slice(), reason).await
}

/// "Premier jeu de données (2027-06-30) : un fichier public".
fn in_words(milestone: &Milestone) -> LocalizedText {
    LocalizedText::in_each(|language| {
        let (title, output) = (milestone.title.get(language), milestone.expected_output.get(language));
        let due = milestone.due_on;
        if output.is_empty() { format!("{title} ({due})") } else { format!("{title} ({due}), {output}") }
    })
}

async fn check_lead(tx: &mut Tx, lead_id: Option<OrganisationId>) -> Result<()> {
    match lead_id {
        Some(id) if organisation::find(tx, id).await?.is_none() => Err(Error::field("lead", Fault::Unknown)),
        _ => Ok(()),
    }
}

impl MilestoneInput {
    fn milestone(&self, id: MilestoneId, commitment_id: CommitmentId, position: i64) -> Milestone {
        Milestone {
            id,
            commitment_id,
            position,
            title: self.title.text(),
            expected_output: self.expected_output.text(),
            due_on: self.due_on,
            lead_id: self.lead_id,
        }
    }
}
