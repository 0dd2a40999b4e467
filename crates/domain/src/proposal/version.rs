//! The texts that a proposal had.

use serde::Serialize;

use super::Proposal;
use crate::{
    Instant,
    id::{AmendmentId, ProposalId},
};

/// A text of a proposal as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalVersion {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Its number, from one.
    pub version: i64,
    /// The title.
    pub title: String,
    /// The problem.
    pub problem: String,
    /// The change.
    pub change: String,
    /// The text.
    pub body: String,
    /// Who wrote these words: the author, or whoever amended.
    pub author_name: String,
    /// The amendment that made it, if one did.
    pub amendment_id: Option<AmendmentId>,
    /// When.
    pub created_at: Instant,
}

impl ProposalVersion {
    /// The text of `proposal` as it stands, in the name of its author.
    #[must_use]
    pub fn of(proposal: &Proposal) -> Self {
        Self {
            proposal_id: proposal.id,
            version: proposal.version,
            title: proposal.title.clone(),
            problem: proposal.problem.clone(),
            change: proposal.change.clone(),
            body: proposal.body.clone(),
            author_name: proposal.author_name.clone(),
            amendment_id: None,
            created_at: proposal.updated_at,
        }
    }
}
