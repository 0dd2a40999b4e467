//! Proposals: drafting, publishing, editing, withdrawing, and reading them.

mod draft;
mod edit;
mod list;
mod publish;
mod read;
mod version;
mod voice;

pub use draft::{Draft, discard, save_draft};
pub use edit::{Edit, edit, withdraw};
pub use list::{Listing, PAGE, Place, Query, list};
pub use publish::{Publication, Text, propose, publish};
pub(crate) use read::may_read_words;
pub use read::{appendices, mine, show};
pub use version::{Comparison, Parts, compare, versions};
pub use voice::Voice;

use fabrique_domain::{
    account::{Actor, Permission, Person},
    consultation::{Consultation, ConsultationState},
    id::{Id, ProposalId, ThemeId},
    proposal::{Proposal, ProposalState, ProposalVersion},
    text::Fault,
};
use fabrique_storage::{Reader, Tx, outbox, outbox::OutboxTopic, proposal};

use crate::{Error, Result, error::need};

/// The person who contributes.
fn contributor(actor: &Actor) -> Result<&Person> {
    need(actor, Permission::Contribute)?;
    actor.person().ok_or(Error::SignInNeeded)
}

/// A proposal of one's own; somebody else's draft does not exist for anybody else.
async fn own(person: &Person, reader: &mut Reader, id: ProposalId) -> Result<Proposal> {
    let proposal = proposal::find(reader, id).await?.ok_or(Error::NotFound)?;
    if proposal.author_id == Some(person.account.id) {
        Ok(proposal)
    } else if proposal.state == ProposalState::Draft {
        Err(Error::NotFound)
    } else {
        Err(Error::Refused("proposal-not-yours"))
    }
}

/// Goes on only while people contribute.
fn need_open(consultation: &Consultation, reader: &Reader) -> Result<()> {
    match consultation.state(reader.now()) {
        ConsultationState::Open => Ok(()),
        ConsultationState::Planned => Err(Error::Refused("proposal-consultation-not-open-yet")),
        _ => Err(Error::Refused("proposal-consultation-closed")),
    }
}

/// Goes on only when the theme is one of the plan's.
async fn need_theme(reader: &mut Reader, consultation: &Consultation, theme: Option<ThemeId>) -> Result<()> {
    let Some(id) = theme else { return Ok(()) };
    let plan = proposal::plan_of_theme(reader, id).await?;
    if plan == Some(consultation.plan_id) { Ok(()) } else { Err(Error::field("theme", Fault::Unknown)) }
}

/// Keeps the text as the version that it now is, and tells the index.
async fn keep_version(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    proposal::add_version(tx, &ProposalVersion::of(proposal)).await?;
    tell_index(tx, proposal.id).await
}

/// Writes down that the index must read the proposal again.
async fn tell_index(tx: &mut Tx, id: ProposalId) -> Result<()> {
    Ok(outbox::add(tx, OutboxTopic::Proposal, id.uuid()).await?)
}
