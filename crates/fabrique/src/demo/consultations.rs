//! Consultations prepared, announced, approved and ended.

use anyhow::{Context, Result};
use fabrique_app::consultation::{self, Preparation};
use fabrique_domain::{
    Choice,
    consultation::{Ballot, Outcome},
    text::{Line, Markdown, Slug},
};

use super::{
    script::{Consultation, checked},
    stage::{Stage, act, named},
};

impl Stage {
    pub(super) async fn prepare(&mut self, entry: &Consultation) -> Result<()> {
        let [opens, closes] = entry.days;
        let input = Preparation {
            plan_id: self.plan()?,
            slug: checked(&entry.slug, Slug::parse)?,
            title: entry.title.parse(Line::parse)?,
            summary: entry.summary.parse(Markdown::parse)?,
            rules: entry.rules.parse(Markdown::parse)?,
            information: entry.information.parse(Markdown::parse)?,
            opens_at: self.midnight(opens),
            closes_at: self.midnight(closes + 1),
            ballot: Ballot::from_code(&entry.ballot)?,
            answer_within_days: entry.answer_within_days,
        };
        let coordinator = self.coordinator()?;
        let prepared = act!(self, |tx| consultation::prepare(&coordinator, tx, &input))?;
        self.consultations.insert(entry.slug.clone(), prepared.id);
        Ok(())
    }

    pub(super) async fn announce(&mut self, entry: &Consultation) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, named(&self.consultations, &entry.slug)?);
        act!(self, |tx| consultation::announce(&coordinator, tx, id)).map(drop)
    }

    pub(super) async fn approve(&mut self, entry: &Consultation) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, named(&self.consultations, &entry.slug)?);
        act!(self, |tx| consultation::approve(&coordinator, tx, id)).map(drop)
    }

    pub(super) async fn publish_follow_up(&mut self, entry: &Consultation) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, named(&self.consultations, &entry.slug)?);
        let text = entry.follow_up.as_ref().context("no follow-up is written")?.text.parse(Markdown::parse)?;
        act!(self, |tx| consultation::publish_follow_up(&coordinator, tx, id, &text)).map(drop)
    }

    pub(super) async fn conclude(&mut self, entry: &Consultation) -> Result<()> {
        let (coordinator, id) = (self.coordinator()?, named(&self.consultations, &entry.slug)?);
        let outcome = Outcome::from_code(entry.outcome.as_deref().unwrap_or_default())?;
        let reason = checked(&entry.outcome_reason, Markdown::parse)?;
        act!(self, |tx| consultation::conclude(&coordinator, tx, id, outcome, &reason)).map(drop)
    }
}
