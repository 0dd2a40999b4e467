//! The versions of a proposal, and what each changed.

use fabrique_domain::{
    account::Actor,
    id::ProposalId,
    proposal::{Proposal, ProposalVersion},
};
use fabrique_storage::{Reader, proposal};

use super::{read::may_read_words, show};
use crate::{
    Error, Result,
    difference::{self, Piece},
};

/// A version beside the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The proposal as it now stands.
    pub proposal: Proposal,
    /// The version.
    pub version: ProposalVersion,
    /// The number of the one before; none for the first.
    pub previous: Option<i64>,
    /// What changed in each part; all the same for the first version.
    pub parts: Parts,
}

/// The differences, a part at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// In the title.
    pub title: Vec<Piece>,
    /// In the problem.
    pub problem: Vec<Piece>,
    /// In the change.
    pub change: Vec<Piece>,
    /// In the text.
    pub body: Vec<Piece>,
}

/// The versions, the last first; none of what was hidden.
///
/// # Errors
/// [`Error::NotFound`] as for [`show`].
pub async fn versions(actor: &Actor, reader: &mut Reader, id: ProposalId) -> Result<Vec<ProposalVersion>> {
    let proposal = show(actor, reader, id).await?;
    if may_read_words(actor, &proposal) { Ok(proposal::versions(reader, id).await?) } else { Ok(Vec::new()) }
}

/// What a version changed.
///
/// # Errors
/// [`Error::NotFound`] when the version does not exist or may not be read.
pub async fn compare(actor: &Actor, reader: &mut Reader, id: ProposalId, number: i64) -> Result<Comparison> {
    let proposal = show(actor, reader, id).await?;
    if !may_read_words(actor, &proposal) {
        return Err(Error::NotFound);
    }
    let version = proposal::version(reader, id, number).await?.ok_or(Error::NotFound)?;
    let previous = proposal::version(reader, id, number - 1).await?;
    let parts = Parts::between(previous.as_ref().unwrap_or(&version), &version);
    Ok(Comparison { proposal, previous: previous.map(|previous| previous.version), version, parts })
}

impl Parts {
    fn between(old: &ProposalVersion, new: &ProposalVersion) -> Self {
        Self {
            title: difference::between(&old.title, &new.title),
            problem: difference::between(&old.problem, &new.problem),
            change: difference::between(&old.change, &new.change),
            body: difference::between(&old.body, &new.body),
        }
    }
}
