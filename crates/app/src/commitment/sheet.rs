//! A commitment with everything that its page shows.

use fabrique_domain::{
    account::{Actor, Permission},
    commitment::{Clause, Commitment, CommitmentState, Indicator, Milestone, Part},
    id::CommitmentId,
    plan::Plan,
};
use fabrique_storage::{
    Reader,
    commitment::{self, carrier::NamedCarrier, lineage::Kin, list::Card},
    plan,
};

use super::access::to_read;
use crate::{Error, Result};

/// A commitment and what it is made of.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The commitment.
    pub commitment: Commitment,
    /// Its plan.
    pub plan: Plan,
    /// The commitment that an action belongs to.
    pub parent: Option<Commitment>,
    /// The published actions of a commitment.
    pub actions: Vec<Card>,
    /// Its clauses by number, those struck out included.
    pub clauses: Vec<Clause>,
    /// Who carries it.
    pub carriers: Vec<NamedCarrier>,
    /// Its milestones by date.
    pub milestones: Vec<Milestone>,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// What it descends from.
    pub earlier: Vec<Kin>,
    /// What descends from it.
    pub later: Vec<Kin>,
}

/// A commitment with everything that its page shows, for whoever may read it.
///
/// # Errors
/// [`Error::NotFound`] also for a draft that this person may not read.
pub async fn read(actor: &Actor, reader: &mut Reader, id: CommitmentId) -> Result<Sheet> {
    let commitment = to_read(actor, reader, id).await?;
    let plan = plan::find(reader, commitment.plan_id).await?.ok_or(Error::NotFound)?;
    let parent = match commitment.parent_id {
        Some(parent_id) => commitment::find(reader, parent_id).await?,
        None => None,
    };
    let sees_drafts = actor.may(Permission::PublishPlans);
    Ok(Sheet {
        plan,
        parent,
        actions: commitment::list::actions(reader, id).await?,
        clauses: commitment::clause::of_commitment(reader, id).await?,
        carriers: commitment::carrier::of_commitment(reader, id).await?,
        milestones: commitment::milestone::of_commitment(reader, id).await?,
        indicators: commitment::indicator::of_commitment(reader, id).await?,
        earlier: commitment::lineage::earlier(reader, id).await?,
        later: visible(commitment::lineage::later(reader, id).await?, sees_drafts),
        commitment,
    })
}

/// An earlier commitment is always public; a later one may still be written.
fn visible(kin: Vec<Kin>, sees_drafts: bool) -> Vec<Kin> {
    kin.into_iter().filter(|kin| sees_drafts || kin.state == CommitmentState::Published).collect()
}

impl Sheet {
    /// Those who have `part` in it.
    pub fn having(&self, part: Part) -> impl Iterator<Item = &NamedCarrier> {
        self.carriers.iter().filter(move |carrier| carrier.part == part)
    }

    /// How many contributions stand behind its clauses in force.
    #[must_use]
    pub fn contributions(&self) -> i64 {
        self.clauses.iter().filter(|clause| clause.repealed_at.is_none()).map(|clause| clause.contributions).sum()
    }
}
