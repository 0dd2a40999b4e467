//! Editing what is published, and taking it back.

use fabrique_domain::{
    account::Actor,
    id::ProposalId,
    proposal::{Proposal, ProposalState, Reason},
};
use fabrique_storage::{Tx, proposal};

use super::{Text, contributor, keep_version, need_open, need_theme, own, tell_index};
use crate::{Error, Result, amendment, consultation, subscription::news};

/// Other words for a published proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The version that the author had before their eyes.
    pub base_version: i64,
    /// The words.
    pub text: Text,
}

/// Edits one's published proposal. While nobody has supported, argued or amended, the words are
/// replaced; afterwards each edit is a version beside the others. The same words change nothing.
///
/// # Errors
/// [`Error::Changed`] when another version was written in between; `proposal-not-published`,
/// `proposal-not-yours`, `proposal-consultation-closed`; [`Error::Invalid`] on `theme`.
pub async fn edit(actor: &Actor, tx: &mut Tx, id: ProposalId, input: &Edit) -> Result<Proposal> {
    let person = contributor(actor)?;
    let before = own(person, tx, id).await?;
    if before.state != ProposalState::Published {
        return Err(Error::Refused("proposal-not-published"));
    }
    let consultation = consultation::find(actor, tx, before.consultation_id).await?;
    need_open(&consultation, tx)?;
    need_theme(tx, &consultation, input.text.theme_id).await?;
    if before.version != input.base_version {
        return Err(Error::Changed);
    }
    let written = input.text.written_on(&before);
    if written == before {
        return Ok(before);
    }
    let untouched = before.is_untouched() && before.version == 1;
    let version = if untouched { 1 } else { before.version + 1 };
    if untouched {
        proposal::remove_versions(tx, id).await?;
    }
    let after = Proposal { version, updated_at: tx.now(), ..written };
    proposal::update(tx, &before, &after).await?;
    keep_version(tx, &after).await?;
    amendment::outdate(tx, &after).await?;
    if !untouched {
        news::tell_version(actor, tx, &after).await?;
    }
    Ok(after)
}

/// Takes one's published proposal back. Its address stays and says so.
///
/// # Errors
/// `proposal-not-published`, `proposal-not-yours`; `proposal-already-answered`, since the answer and
/// what it changed would hang in the air.
pub async fn withdraw(actor: &Actor, tx: &mut Tx, id: ProposalId, reason: Option<&Reason>) -> Result<Proposal> {
    let person = contributor(actor)?;
    let before = own(person, tx, id).await?;
    if before.state != ProposalState::Published {
        return Err(Error::Refused("proposal-not-published"));
    }
    if before.response_id.is_some() {
        return Err(Error::Refused("proposal-already-answered"));
    }
    let after = Proposal {
        state: ProposalState::Withdrawn,
        state_reason: reason.map(ToString::to_string).unwrap_or_default(),
        updated_at: tx.now(),
        ..before.clone()
    };
    proposal::update(tx, &before, &after).await?;
    tell_index(tx, id).await?;
    Ok(after)
}
