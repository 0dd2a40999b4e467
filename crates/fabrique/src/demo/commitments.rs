//! Commitments written, submitted, published, and their clauses changed.

use anyhow::{Context, Result};
use fabrique_app::{
    Error,
    commitment::{
        self, CarrierChoice, ChangeReason, ClauseChange, Draft, Fields, IndicatorInput, MilestoneInput, NewClause,
    },
};
use fabrique_domain::{
    Choice,
    account::Actor,
    commitment::{Level, LineageKind, Part},
    id::CommitmentId,
    text::{Line, Markdown},
};
use fabrique_storage::{Reader, Tx, commitment as kept};

use super::{
    entries::period,
    script::{Change, Clause, Commitment, Indicator, Milestone, checked},
    stage::{Stage, act, named},
};

/// Everything that a commitment is written with.
struct Writing {
    draft: Draft,
    fields: Fields,
    carriers: Vec<CarrierChoice>,
    clauses: Vec<fabrique_domain::localized::Localized<fabrique_domain::commitment::ClauseText>>,
    milestones: Vec<MilestoneInput>,
    indicators: Vec<IndicatorInput>,
    lineage: Vec<(CommitmentId, LineageKind)>,
}

impl Stage {
    pub(super) async fn draft(&mut self, entry: &Commitment) -> Result<()> {
        let (author, writing) = (self.actor(&entry.by)?, self.writing(entry)?);
        let id = act!(self, |tx| write(tx, &author, &writing))?;
        self.commitments.insert(entry.key.clone(), id);
        Ok(())
    }

    pub(super) async fn submit(&mut self, entry: &Commitment) -> Result<()> {
        let (author, id) = (self.actor(&entry.by)?, named(&self.commitments, &entry.key)?);
        act!(self, |tx| submit(tx, &author, id))
    }

    pub(super) async fn publish(&mut self, entry: &Commitment) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, named(&self.commitments, &entry.key)?);
        act!(self, |tx| publish(tx, &coordinator, id))
    }

    /// Once published, a clause changes through the coordinator only.
    pub(super) async fn change_clause(&mut self, entry: &Commitment, number: i64, change: &Change) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, named(&self.commitments, &entry.key)?);
        let before = kept::clause::by_number(&mut self.platform.store.read().await?, id, number).await?;
        let before = before.with_context(|| format!("{} has no clause {number}", entry.key))?;
        let input = ClauseChange {
            clause_id: before.id,
            version: before.version,
            text: change.text.parse(Markdown::parse)?,
            reason: checked(&change.reason, Line::parse)?,
        };
        act!(self, |tx| commitment::amend_clause(&coordinator, tx, &input)).map(drop)
    }

    fn writing(&self, entry: &Commitment) -> Result<Writing> {
        let parent_id = entry.parent.as_deref().map(|key| named(&self.commitments, key)).transpose()?;
        Ok(Writing {
            draft: self.beginning(entry, parent_id)?,
            fields: self.fields(entry, parent_id)?,
            carriers: self.carriers(entry)?,
            clauses: entry
                .clause
                .iter()
                .map(|clause: &Clause| clause.text.parse(Markdown::parse))
                .collect::<Result<_>>()?,
            milestones: entry.milestone.iter().map(|milestone| self.milestone(milestone)).collect::<Result<_>>()?,
            indicators: entry.indicator.iter().map(indicator).collect::<Result<_>>()?,
            lineage: self.lineage(entry)?,
        })
    }

    fn beginning(&self, entry: &Commitment, parent_id: Option<CommitmentId>) -> Result<Draft> {
        let days = period(&entry.dates)?;
        Ok(Draft {
            plan_id: self.plan()?,
            level: Level::from_code(&entry.level)?,
            parent_id,
            theme_id: Some(self.theme(&entry.theme)?),
            title: entry.title.parse(Line::parse)?,
            starts_on: days.start,
            ends_on: days.end,
        })
    }

    fn fields(&self, entry: &Commitment, parent_id: Option<CommitmentId>) -> Result<Fields> {
        let days = period(&entry.dates)?;
        Ok(Fields {
            level: Level::from_code(&entry.level)?,
            parent_id,
            theme_id: Some(self.theme(&entry.theme)?),
            national_number: checked(&entry.number, Line::parse)?,
            ogp_id: checked("", Line::parse)?,
            title: entry.title.parse(Line::parse)?,
            summary: entry.summary.parse(Line::parse)?,
            problem: entry.problem.parse(Markdown::parse)?,
            causes: entry.causes.parse(Markdown::parse)?,
            done_so_far: entry.done.parse(Markdown::parse)?,
            solution: entry.solution.parse(Markdown::parse)?,
            results_wanted: entry.results.parse(Markdown::parse)?,
            transparency: entry.transparency.parse(Markdown::parse)?,
            accountability: entry.accountability.parse(Markdown::parse)?,
            participation: entry.participation.parse(Markdown::parse)?,
            budget: checked(&entry.budget, Line::parse)?,
            development_goals: checked(&entry.goals, Line::parse)?,
            contact: checked(&entry.contact, Line::parse)?,
            starts_on: days.start,
            ends_on: days.end,
            reason: checked("", Line::parse)?,
        })
    }

    fn carriers(&self, entry: &Commitment) -> Result<Vec<CarrierChoice>> {
        let parts =
            [(Part::Lead, &entry.leads), (Part::CoCarrier, &entry.co_carriers), (Part::Supporting, &entry.supporting)];
        let named = parts.iter().flat_map(|(part, slugs)| slugs.iter().map(|slug| (*part, slug)));
        named.map(|(part, slug)| Ok(CarrierChoice { organisation_id: self.organisation(slug)?, part })).collect()
    }

    fn milestone(&self, entry: &Milestone) -> Result<MilestoneInput> {
        Ok(MilestoneInput {
            title: entry.title.parse(Line::parse)?,
            expected_output: entry.output.parse(Markdown::parse)?,
            due_on: entry.due.parse()?,
            lead_id: Some(self.organisation(&entry.lead)?),
            reason: checked("", Line::parse)?,
        })
    }

    fn lineage(&self, entry: &Commitment) -> Result<Vec<(CommitmentId, LineageKind)>> {
        let continues = entry.continues.iter().map(|key| (key, LineageKind::Continues));
        let merges = entry.merges.iter().map(|key| (key, LineageKind::Merges));
        continues.chain(merges).map(|(key, kind)| Ok((named(&self.commitments, key)?, kind))).collect()
    }
}

fn indicator(entry: &Indicator) -> Result<IndicatorInput> {
    Ok(IndicatorInput {
        name: entry.name.parse(Line::parse)?,
        unit: checked(&entry.unit, Line::parse)?,
        baseline: checked(&entry.baseline, Line::parse)?,
        target: checked(&entry.target, Line::parse)?,
        latest: checked(&entry.latest, Line::parse)?,
        reason: checked("", Line::parse)?,
    })
}

async fn write(tx: &mut Tx, author: &Actor, writing: &Writing) -> Result<CommitmentId, Error> {
    let id = commitment::draft(author, tx, &writing.draft).await?;
    let seen = version(tx, id).await?;
    commitment::edit(author, tx, id, seen, &writing.fields).await?;
    // What is not public yet is written without saying why.
    let silence = ChangeReason::parse("").map_err(|fault| Error::field("reason", fault))?;
    for text in &writing.clauses {
        let new = NewClause { commitment_id: id, text: text.clone(), reason: silence.clone() };
        commitment::add_clause(author, tx, &new).await?;
    }
    for milestone in &writing.milestones {
        let seen = version(tx, id).await?;
        commitment::add_milestone(author, tx, id, seen, milestone).await?;
    }
    for indicator in &writing.indicators {
        let seen = version(tx, id).await?;
        commitment::add_indicator(author, tx, id, seen, indicator).await?;
    }
    for (earlier, kind) in &writing.lineage {
        let seen = version(tx, id).await?;
        commitment::descend(author, tx, id, seen, *earlier, *kind, &silence).await?;
    }
    let seen = version(tx, id).await?;
    commitment::set_carriers(author, tx, id, seen, &writing.carriers, &silence).await?;
    Ok(id)
}

async fn submit(tx: &mut Tx, author: &Actor, id: CommitmentId) -> Result<(), Error> {
    let seen = version(tx, id).await?;
    commitment::submit(author, tx, id, seen).await
}

async fn publish(tx: &mut Tx, coordinator: &Actor, id: CommitmentId) -> Result<(), Error> {
    let seen = version(tx, id).await?;
    commitment::publish(coordinator, tx, id, seen).await
}

async fn version(reader: &mut Reader, id: CommitmentId) -> Result<i64, Error> {
    Ok(kept::find(reader, id).await?.ok_or(Error::NotFound)?.version)
}
