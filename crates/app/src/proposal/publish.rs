//! Publishing a proposal: everything is asked for, and from then on everybody reads it.

use fabrique_domain::{
    Language,
    account::{Actor, Person},
    consultation::Consultation,
    id::{ConsultationId, ProposalId, ThemeId},
    proposal::{Proposal, ProposalBody, ProposalPart, ProposalState, ProposalTitle},
};
use fabrique_storage::{Tx, proposal};

use super::{
    Voice, contributor,
    draft::{blank, own_draft},
    keep_version, need_open, need_theme,
};
use crate::{Result, consultation};

/// The words of a proposal, complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The title.
    pub title: ProposalTitle,
    /// The theme.
    pub theme_id: Option<ThemeId>,
    /// The problem.
    pub problem: ProposalPart,
    /// What it would change.
    pub change: ProposalPart,
    /// The text.
    pub body: ProposalBody,
    /// The language it is written in.
    pub language: Language,
}

/// A proposal, ready for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Its words.
    pub text: Text,
    /// As whom.
    pub voice: Voice,
}

/// Publishes a draft with its last words.
///
/// # Errors
/// `proposal-not-a-draft`; `proposal-consultation-not-open-yet`; `proposal-consultation-closed`;
/// [`Error::Invalid`](crate::Error::Invalid) on `theme`, `author_kind` or `capacity`.
pub async fn publish(actor: &Actor, tx: &mut Tx, id: ProposalId, input: &Publication) -> Result<Proposal> {
    let person = contributor(actor)?;
    let before = own_draft(person, tx, id).await?;
    let consultation = consultation::find(actor, tx, before.consultation_id).await?;
    let after = input.complete(person, tx, &consultation, &before).await?;
    proposal::update(tx, &before, &after).await?;
    keep_version(tx, &after).await?;
    Ok(after)
}

/// Publishes a proposal that was never a draft.
///
/// # Errors
/// As for [`publish`].
pub async fn propose(
    actor: &Actor,
    tx: &mut Tx,
    consultation: ConsultationId,
    input: &Publication,
) -> Result<Proposal> {
    let person = contributor(actor)?;
    let consultation = consultation::find(actor, tx, consultation).await?;
    let blank = blank(&consultation, person, tx);
    let proposal = input.complete(person, tx, &consultation, &blank).await?;
    proposal::insert(tx, &proposal).await?;
    keep_version(tx, &proposal).await?;
    Ok(proposal)
}

impl Publication {
    async fn complete(
        &self,
        person: &Person,
        tx: &mut Tx,
        consultation: &Consultation,
        draft: &Proposal,
    ) -> Result<Proposal> {
        need_open(consultation, tx)?;
        need_theme(tx, consultation, self.text.theme_id).await?;
        let published = Proposal {
            state: ProposalState::Published,
            published_at: Some(tx.now()),
            updated_at: tx.now(),
            ..self.text.written_on(draft)
        };
        self.voice.sign(person, published)
    }
}

impl Text {
    pub(super) fn written_on(&self, proposal: &Proposal) -> Proposal {
        Proposal {
            title: self.title.to_string(),
            theme_id: self.theme_id,
            problem: self.problem.to_string(),
            change: self.change.to_string(),
            body: self.body.to_string(),
            language: self.language,
            ..proposal.clone()
        }
    }
}
