//! Drafts: kept as they are typed, however little that is.

use fabrique_domain::{
    Language,
    account::{Actor, Person},
    consultation::{Consultation, ConsultationState},
    id::{ConsultationId, ProposalId, ThemeId},
    proposal::{Proposal, ProposalPart, ProposalState},
    text::{Line, Markdown},
};
use fabrique_storage::{Reader, Tx, proposal};

use super::{Voice, contributor, need_theme, own};
use crate::{Error, Result, consultation};

/// The most drafts that somebody keeps.
const MOST_DRAFTS: usize = 50;

/// What was typed so far. Everything may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The title.
    pub title: Line<0, 160>,
    /// The theme.
    pub theme_id: Option<ThemeId>,
    /// The problem.
    pub problem: ProposalPart,
    /// What it would change.
    pub change: ProposalPart,
    /// The text.
    pub body: Markdown<0, 40_000>,
    /// The language it is written in.
    pub language: Language,
    /// As whom.
    pub voice: Voice,
}

/// Keeps a draft: a new one, or the one that `id` names. Safe to call at every pause of the keys.
///
/// # Errors
/// `proposal-not-a-draft` when it was published since; `proposal-consultation-closed`;
/// `proposal-too-many-drafts`; [`Error::Invalid`] on `theme`, `author_kind` or `capacity`.
pub async fn save_draft(
    actor: &Actor,
    tx: &mut Tx,
    consultation: ConsultationId,
    id: Option<ProposalId>,
    input: &Draft,
) -> Result<Proposal> {
    let person = contributor(actor)?;
    tx.leaves_pages_unchanged();
    let consultation = consultation::find(actor, tx, consultation).await?;
    need_not_closed(&consultation, tx)?;
    need_theme(tx, &consultation, input.theme_id).await?;
    match id {
        Some(id) => {
            let before = own_draft(person, tx, id).await?;
            let after = input.voice.sign(person, input.written_on(&before, tx))?;
            proposal::update(tx, &before, &after).await?;
            Ok(after)
        }
        None => {
            need_room(person, tx).await?;
            let blank = blank(&consultation, person, tx);
            let draft = input.voice.sign(person, input.written_on(&blank, tx))?;
            proposal::insert(tx, &draft).await?;
            Ok(draft)
        }
    }
}

/// Throws a draft away.
///
/// # Errors
/// `proposal-not-a-draft` when it was published.
pub async fn discard(actor: &Actor, tx: &mut Tx, id: ProposalId) -> Result<()> {
    let person = contributor(actor)?;
    tx.leaves_pages_unchanged();
    own_draft(person, tx, id).await?;
    proposal::delete_draft(tx, id).await?;
    Ok(())
}

/// A draft of one's own.
pub(super) async fn own_draft(person: &Person, reader: &mut Reader, id: ProposalId) -> Result<Proposal> {
    let proposal = own(person, reader, id).await?;
    if proposal.state == ProposalState::Draft { Ok(proposal) } else { Err(Error::Refused("proposal-not-a-draft")) }
}

fn need_not_closed(consultation: &Consultation, reader: &Reader) -> Result<()> {
    match consultation.state(reader.now()) {
        ConsultationState::Planned | ConsultationState::Open => Ok(()),
        _ => Err(Error::Refused("proposal-consultation-closed")),
    }
}

async fn need_room(person: &Person, reader: &mut Reader) -> Result<()> {
    let own = proposal::by_author(reader, person.account.id).await?;
    let drafts = own.iter().filter(|proposal| proposal.state == ProposalState::Draft).count();
    if drafts < MOST_DRAFTS { Ok(()) } else { Err(Error::Refused("proposal-too-many-drafts")) }
}

impl Draft {
    fn written_on(&self, proposal: &Proposal, reader: &Reader) -> Proposal {
        Proposal {
            title: self.title.to_string(),
            theme_id: self.theme_id,
            problem: self.problem.to_string(),
            change: self.change.to_string(),
            body: self.body.to_string(),
            language: self.language,
            updated_at: reader.now(),
            ..proposal.clone()
        }
    }
}

/// A draft with nothing in it.
pub(super) fn blank(consultation: &Consultation, person: &Person, tx: &Tx) -> Proposal {
    Proposal {
        author_id: Some(person.account.id),
        author_name: person.account.display_name.clone(),
        ..Proposal::begun(tx.new_id(), consultation.id, tx.now())
    }
}
