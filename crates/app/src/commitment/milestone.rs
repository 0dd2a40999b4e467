//! Milestones: what is delivered, and by when.

use fabrique_domain::{
    Date,
    account::Actor,
    commitment::Milestone,
    id::{CommitmentId, MilestoneId, OrganisationId},
    localized::Localized,
    text::{Fault, Line, Markdown},
};
use fabrique_storage::{Tx, commitment::milestone, organisation};

use super::access::to_change_a_part;
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
}

/// Adds a milestone.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Invalid`] on `lead` when there is no such organisation.
pub async fn add_milestone(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    input: &MilestoneInput,
) -> Result<MilestoneId> {
    to_change_a_part(actor, tx, id, version).await?;
    check_lead(tx, input.lead_id).await?;
    let position = milestone::next_position(tx, id).await?;
    let added = input.milestone(tx.new_id(), id, position);
    milestone::insert(tx, &added).await?;
    Ok(added.id)
}

/// Changes a milestone.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such milestone;
/// [`Error::Invalid`] on `lead`.
pub async fn edit_milestone(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    milestone_id: MilestoneId,
    input: &MilestoneInput,
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    check_lead(tx, input.lead_id).await?;
    let found = milestone::update(tx, &input.milestone(milestone_id, id, 0)).await?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}

/// Takes a milestone away.
///
/// # Errors
/// [`Error::Changed`]; [`Error::NotFound`] when the commitment has no such milestone.
pub async fn remove_milestone(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    milestone_id: MilestoneId,
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    if milestone::remove(tx, id, milestone_id).await? { Ok(()) } else { Err(Error::NotFound) }
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
