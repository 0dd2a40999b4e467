//! Proposals, arguments and positions.

use anyhow::Result;
use fabrique_app::{
    Error,
    argument::{self, NewArgument},
    position,
    proposal::{self, Publication, Text, Voice},
};
use fabrique_domain::{
    Choice, Language,
    account::{Actor, AuthorKind, Capacity},
    id::ProposalId,
    proposal::{Position, Side},
    text::{Line, Markdown},
};
use fabrique_storage::Tx;

use super::{
    script::{Argument, Proposal, checked},
    stage::{Stage, act, named},
};

impl Stage {
    pub(super) async fn propose(&mut self, entry: &Proposal) -> Result<()> {
        let (actor, consultation) = (self.actor(&entry.by)?, named(&self.consultations, &entry.consultation)?);
        let input = Publication { text: self.text(entry)?, voice: self.voice(entry)? };
        let published = act!(self, |tx| proposal::propose(&actor, tx, consultation, &input))?;
        self.proposals.insert(entry.key.clone(), (consultation, published.id));
        Ok(())
    }

    fn text(&self, entry: &Proposal) -> Result<Text> {
        let language = entry.language.as_deref().map(Language::from_code).transpose()?;
        Ok(Text {
            title: checked(&entry.title, Line::parse)?,
            theme_id: Some(self.theme(&entry.theme)?),
            problem: checked(&entry.problem, Markdown::parse)?,
            change: checked(&entry.change, Markdown::parse)?,
            body: checked(&entry.text, Markdown::parse)?,
            language: language.unwrap_or(Language::French),
        })
    }

    fn voice(&self, entry: &Proposal) -> Result<Voice> {
        let kind = self.kind(&entry.by)?;
        let usual = if kind == AuthorKind::Citizen { Capacity::Personal } else { Capacity::Service };
        let capacity = entry.capacity.as_deref().map(Capacity::from_code).transpose()?;
        Ok(Voice { kind, capacity: capacity.unwrap_or(usual) })
    }

    pub(super) async fn argue(&mut self, entry: &Proposal, said: &Argument) -> Result<()> {
        let (actor, (_, proposal)) = (self.actor(&said.by)?, self.proposal(&entry.key)?);
        let new = NewArgument {
            proposal,
            side: Side::from_code(&said.side)?,
            body: checked(&said.text, Markdown::parse)?,
            author_kind: self.kind(&said.by)?,
        };
        let readers = self.passers_by(said.text.len(), said.useful, &said.by)?;
        act!(self, |tx| argue_and_mark(tx, &actor, &new, &readers))
    }

    pub(super) async fn take_positions(&mut self, entry: &Proposal, taken: &[(usize, Position)]) -> Result<()> {
        let (_, proposal) = self.proposal(&entry.key)?;
        let others: Vec<&String> = self.crowd.iter().filter(|key| **key != entry.by).collect();
        let voters = taken.iter().map(|(turn, position)| Ok((self.actor(others[turn % others.len()])?, *position)));
        let voters = voters.collect::<Result<Vec<_>>>()?;
        act!(self, |tx| take_all(tx, proposal, &voters))
    }

    /// Some people of the crowd, never the same first, never the author.
    fn passers_by(&self, first: usize, count: usize, author: &str) -> Result<Vec<Actor>> {
        let others = self.crowd.iter().filter(|key| *key != author);
        others.cycle().skip(first % self.crowd.len()).take(count).map(|key| self.actor(key)).collect()
    }
}

async fn argue_and_mark(tx: &mut Tx, actor: &Actor, new: &NewArgument, readers: &[Actor]) -> Result<(), Error> {
    let id = argument::add(actor, tx, new).await?;
    for reader in readers {
        argument::mark_useful(reader, tx, id).await?;
    }
    Ok(())
}

async fn take_all(tx: &mut Tx, proposal: ProposalId, voters: &[(Actor, Position)]) -> Result<(), Error> {
    for (actor, position) in voters {
        position::take(actor, tx, proposal, *position).await?;
    }
    Ok(())
}
