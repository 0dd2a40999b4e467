//! Reading one proposal, or one's own.

use fabrique_domain::{
    account::{Actor, Permission},
    id::ProposalId,
    proposal::{Proposal, ProposalState},
};
use fabrique_storage::{
    Reader,
    proposal::{self, Appendix},
};

use crate::{Error, Result};

/// The proposal as the actor may read it. A draft exists for its author only; what was hidden is
/// there without its words, but for its author and those who moderate.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(actor: &Actor, reader: &mut Reader, id: ProposalId) -> Result<Proposal> {
    let proposal = proposal::find(reader, id).await?.ok_or(Error::NotFound)?;
    let author = proposal.author_id.is_some() && proposal.author_id == actor.account_id();
    match proposal.state {
        ProposalState::Draft if !author => Err(Error::NotFound),
        ProposalState::Hidden if !author && !actor.may(Permission::Moderate) => Ok(without_words(proposal)),
        _ => Ok(proposal),
    }
}

/// Whether the actor may read the words of the proposal, and not only that it exists.
pub(crate) fn may_read_words(actor: &Actor, proposal: &Proposal) -> bool {
    let author = proposal.author_id.is_some() && proposal.author_id == actor.account_id();
    match proposal.state {
        ProposalState::Published | ProposalState::Withdrawn => true,
        ProposalState::Draft => author,
        ProposalState::Hidden => author || actor.may(Permission::Moderate),
    }
}

fn without_words(proposal: Proposal) -> Proposal {
    let nothing = String::new;
    Proposal { title: nothing(), problem: nothing(), change: nothing(), body: nothing(), ..proposal }
}

/// The named parts that the proposal came with, as far as its words may be read.
///
/// # Errors
/// When storage fails.
pub async fn appendices(actor: &Actor, reader: &mut Reader, proposal: &Proposal) -> Result<Vec<Appendix>> {
    if !may_read_words(actor, proposal) {
        return Ok(Vec::new());
    }
    Ok(proposal::appendices(reader, proposal.id).await?)
}

/// What the person wrote, in every state, what changed last first.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn mine(actor: &Actor, reader: &mut Reader) -> Result<Vec<Proposal>> {
    let author = actor.account_id().ok_or(Error::SignInNeeded)?;
    Ok(proposal::by_author(reader, author).await?)
}
