//! A proposal or an argument, as moderation needs them.

use fabrique_domain::{
    id::{AccountId, Id, ProposalId},
    moderation::Subject,
    proposal::{Argument, ArgumentState, Proposal, ProposalState},
};
use fabrique_storage::{Reader, Tx, argument, outbox, outbox::OutboxTopic, proposal};

use crate::{Error, Result};

/// A contribution of either kind, as moderation needs it.
pub(super) enum Contribution {
    Proposal(Box<Proposal>),
    Argument(Box<Argument>),
}

impl Contribution {
    /// The contribution; a draft does not exist for anybody but its author.
    pub(super) async fn find(reader: &mut Reader, subject: Subject) -> Result<Self> {
        match subject {
            Subject::Proposal(id) => {
                let found = proposal::find(reader, id).await?.filter(|found| found.state != ProposalState::Draft);
                found.map(|found| Self::Proposal(Box::new(found)))
            }
            Subject::Argument(id) => argument::find(reader, id).await?.map(|found| Self::Argument(Box::new(found))),
        }
        .ok_or(Error::NotFound)
    }

    pub(super) fn is_published(&self) -> bool {
        match self {
            Self::Proposal(proposal) => proposal.state == ProposalState::Published,
            Self::Argument(argument) => argument.state == ArgumentState::Published,
        }
    }

    pub(super) fn is_hidden(&self) -> bool {
        match self {
            Self::Proposal(proposal) => proposal.state == ProposalState::Hidden,
            Self::Argument(argument) => argument.state == ArgumentState::Hidden,
        }
    }

    pub(super) const fn author_id(&self) -> Option<AccountId> {
        match self {
            Self::Proposal(proposal) => proposal.author_id,
            Self::Argument(argument) => argument.author_id,
        }
    }

    pub(super) fn author_name(&self) -> &str {
        match self {
            Self::Proposal(proposal) => &proposal.author_name,
            Self::Argument(argument) => &argument.author_name,
        }
    }

    pub(super) const fn proposal_id(&self) -> ProposalId {
        match self {
            Self::Proposal(proposal) => proposal.id,
            Self::Argument(argument) => argument.proposal_id,
        }
    }

    pub(super) fn excerpt(&self) -> &str {
        match self {
            Self::Proposal(proposal) => &proposal.title,
            Self::Argument(argument) => &argument.body,
        }
    }

    /// Shows or hides it, and moves what counts it.
    pub(super) async fn show(&self, tx: &mut Tx, shown: bool, reason: &str) -> Result<()> {
        match self {
            Self::Proposal(before) => {
                let state = if shown { ProposalState::Published } else { ProposalState::Hidden };
                let after = Proposal {
                    state,
                    state_reason: reason.to_owned(),
                    updated_at: tx.now(),
                    ..Proposal::clone(before)
                };
                proposal::update(tx, before, &after).await?;
                outbox::add(tx, OutboxTopic::Proposal, after.id.uuid()).await?;
            }
            Self::Argument(argument) => {
                let (state, change) = if shown { (ArgumentState::Published, 1) } else { (ArgumentState::Hidden, -1) };
                argument::set_state(tx, argument.id, state, reason).await?;
                argument::count(tx, argument.proposal_id, argument.side, change).await?;
            }
        }
        Ok(())
    }
}
