//! Reasoned responses: written, read over and published, corrected, contested.

use anyhow::{Context, Result, anyhow};
use fabrique_app::{
    Error,
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::{
    Choice,
    account::{Actor, Role},
    id::{ClauseId, ConsultationId, ResponseId},
    response::Decision,
    text::Markdown,
};
use fabrique_storage::{Reader, Tx, commitment::clause, response as kept};

use super::{
    script::{Contest, Correction, Response, checked},
    stage::{Stage, act, named},
};

impl Stage {
    pub(super) async fn write_response(&mut self, entry: &Response) -> Result<()> {
        let author = self.actor(&entry.by)?;
        let institution = self.person(&entry.by)?.organisation(Role::Agent);
        let answered = entry.answers.iter().map(|key| self.proposal(key)).collect::<Result<Vec<_>>>()?;
        let consultation = answered.first().map(|(consultation, _)| *consultation).context("it answers nothing")?;
        let input = ResponseDraft {
            institution_id: institution.with_context(|| format!("{} works nowhere", entry.by))?,
            contributions: answered.iter().map(|(_, proposal)| *proposal).collect(),
            decision: Decision::from_code(&entry.decision)?,
            reason: checked(&entry.reason.fr, Markdown::parse)?,
            reason_en: checked(entry.reason.en.as_deref().unwrap_or_default(), Markdown::parse)?,
            merged_into: entry.into.as_deref().map(|key| self.proposal(key)).transpose()?.map(|(_, id)| id),
            clauses: self.clauses(entry).await?,
        };
        let id = act!(self, |tx| write(tx, &author, consultation, &input))?;
        self.responses.insert(entry.answers[0].clone(), id);
        Ok(())
    }

    async fn clauses(&self, entry: &Response) -> Result<Vec<ClauseId>> {
        let mut clauses = Vec::new();
        let mut reader = self.platform.store.read().await?;
        for name in &entry.clauses {
            let (key, number) = name.split_once('/').with_context(|| format!("“{name}” names no clause"))?;
            let commitment = named(&self.commitments, key)?;
            let found = clause::by_number(&mut reader, commitment, number.parse()?).await?;
            clauses.push(found.with_context(|| format!("there is no clause “{name}”"))?.id);
        }
        Ok(clauses)
    }

    pub(super) async fn publish_response(&mut self, entry: &Response) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, self.response(entry)?);
        let platform = &self.platform;
        let seen = self.seen(id).await?;
        act!(self, |tx| response::publish(platform, &coordinator, tx, seen))
    }

    pub(super) async fn correct(&mut self, entry: &Response, correction: &Correction) -> Result<()> {
        let (actor, id) = (self.actor(&correction.by)?, self.response(entry)?);
        let (platform, seen) = (&self.platform, self.seen(id).await?);
        let english = correction.reason.en.as_deref();
        let input = response::Correction {
            decision: Decision::from_code(&entry.decision)?,
            reason: checked(&correction.reason.fr, Markdown::parse)?,
            reason_en: english.map(|text| checked(text, Markdown::parse)).transpose()?,
            merged_into: None,
            clauses: self.clauses(entry).await?,
            note: checked(&correction.note, Markdown::parse)?,
        };
        act!(self, |tx| response::correct(platform, &actor, tx, seen, &input))
    }

    pub(super) async fn contest(&mut self, entry: &Response, contest: &Contest) -> Result<()> {
        let (author, (_, proposal)) = (self.actor(&contest.by)?, self.proposal(&entry.answers[0])?);
        let (platform, body) = (&self.platform, checked(&contest.text, Markdown::parse)?);
        let id = act!(self, |tx| response::contest(platform, &author, tx, proposal, &body))?;
        self.contests.insert(entry.answers[0].clone(), id);
        Ok(())
    }

    pub(super) async fn reply(&mut self, entry: &Response, contest: &Contest) -> Result<()> {
        let (actor, id) = (self.actor(&contest.reply_by)?, named(&self.contests, &entry.answers[0])?);
        let (platform, text) = (&self.platform, checked(&contest.reply, Markdown::parse)?);
        act!(self, |tx| response::reply(platform, &actor, tx, id, &text))
    }

    fn response(&self, entry: &Response) -> Result<ResponseId> {
        named(&self.responses, &entry.answers[0])
    }

    async fn seen(&self, id: ResponseId) -> Result<Seen> {
        seen(&mut self.platform.store.read().await?, id).await.map_err(|error| anyhow!(error))
    }
}

async fn write(
    tx: &mut Tx,
    author: &Actor,
    consultation: ConsultationId,
    input: &ResponseDraft,
) -> Result<ResponseId, Error> {
    let id = response::draft(author, tx, consultation, input).await?;
    let seen = seen(tx, id).await?;
    response::submit(author, tx, seen).await?;
    Ok(id)
}

async fn seen(reader: &mut Reader, id: ResponseId) -> Result<Seen, Error> {
    let found = kept::get(reader, id).await?.ok_or(Error::NotFound)?;
    Ok(Seen { id, version: found.version })
}
