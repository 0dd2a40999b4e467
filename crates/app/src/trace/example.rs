//! One thread that shows what a thread is.

use fabrique_domain::{
    account::Actor,
    id::{PlanId, ProposalId},
};
use fabrique_storage::{Reader, trace};

use super::{bead::Thread, from::of_proposal};
use crate::{Platform, Result};

/// A contribution that changed a plan, and the gist of its thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The contribution.
    pub proposal_id: ProposalId,
    /// Its title.
    pub title: String,
    /// Its thread, with one bead of each kind.
    pub thread: Thread,
}

/// The contribution that most people supported among those that changed a clause of the plan, if
/// there is one; commitments with milestones go ahead of the others. Anyone may read it.
///
/// # Errors
/// When storage fails.
pub async fn example(platform: &Platform, reader: &mut Reader, plan: PlanId) -> Result<Option<Example>> {
    let Some(proposal_id) = trace::most_told(reader, plan).await? else { return Ok(None) };
    let mut thread = of_proposal(platform, &Actor::Anonymous, reader, proposal_id).await?.gist();
    let title = thread.beads.first().map(|bead| bead.title.fr.clone()).unwrap_or_default();
    thread.beads.iter_mut().for_each(|bead| bead.current = false);
    Ok(Some(Example { proposal_id, title, thread }))
}
