//! Amendments proposed and settled.

use anyhow::Result;
use fabrique_app::amendment::{self, NewAmendment};
use fabrique_domain::{Choice, proposal::ProposalField, text::Markdown};

use super::{
    script::{Amendment, Proposal, checked},
    stage::{Stage, act},
};

impl Stage {
    pub(super) async fn amend(&mut self, entry: &Proposal, words: &Amendment) -> Result<()> {
        let (actor, (_, proposal)) = (self.actor(&words.by)?, self.proposal(&entry.key)?);
        let new = NewAmendment {
            proposal,
            field: ProposalField::from_code(&words.field)?,
            passage: checked(&words.passage, Markdown::parse)?,
            replacement: checked(&words.replacement, Markdown::parse)?,
            reason: checked(&words.reason, Markdown::parse)?,
            author_kind: self.kind(&words.by)?,
        };
        let platform = &self.platform;
        let id = act!(self, |tx| amendment::propose(platform, &actor, tx, &new))?;
        self.amendments.insert((entry.key.clone(), words.by.clone()), id);
        Ok(())
    }

    pub(super) async fn settle(&mut self, entry: &Proposal, words: &Amendment) -> Result<()> {
        let author = self.actor(&entry.by)?;
        let Some(id) = self.amendments.get(&(entry.key.clone(), words.by.clone())).copied() else { return Ok(()) };
        let platform = &self.platform;
        match words.decision.as_deref() {
            Some("accepted") => act!(self, |tx| amendment::accept(platform, &author, tx, id)).map(drop),
            Some(_) => {
                let reason = checked(&words.note, Markdown::parse)?;
                act!(self, |tx| amendment::decline(platform, &author, tx, id, &reason)).map(drop)
            }
            None => Ok(()),
        }
    }
}
