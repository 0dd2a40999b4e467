//! Preparing a consultation, and editing what may still be edited.

use fabrique_domain::{
    Instant, Localized, LocalizedText,
    account::{Actor, Permission},
    consultation::{Ballot, Consultation, ConsultationSummary, ConsultationText, ConsultationTitle},
    id::{ConsultationId, PlanId},
    text::{Fault, Slug},
};
use fabrique_storage::{Reader, Tx, consultation};

use super::existing;
use crate::{Error, Faults, Result, error::need};

/// What the coordinator writes of a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    /// The plan it feeds.
    pub plan_id: PlanId,
    /// Its short name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: Localized<ConsultationTitle>,
    /// What is asked.
    pub summary: Localized<ConsultationSummary>,
    /// The rules.
    pub rules: Localized<ConsultationText>,
    /// The useful information.
    pub information: Localized<ConsultationText>,
    /// When it opens.
    pub opens_at: Instant,
    /// When it closes.
    pub closes_at: Instant,
    /// What people can say without writing.
    pub ballot: Ballot,
    /// Within how many days an answer is promised: 1 to 365.
    pub answer_within_days: i64,
}

/// Begins a consultation that only coordinators see.
///
/// # Errors
/// [`Error::Invalid`] when the dates are in the wrong order, the slug is taken or the plan unknown.
pub async fn prepare(actor: &Actor, tx: &mut Tx, input: &Preparation) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    check(tx, input, None).await?;
    let consultation = Consultation {
        id: tx.new_id(),
        plan_id: input.plan_id,
        slug: String::new(),
        title: LocalizedText::default(),
        summary: LocalizedText::default(),
        rules: LocalizedText::default(),
        information: LocalizedText::default(),
        follow_up: LocalizedText::default(),
        opens_at: input.opens_at,
        closes_at: input.closes_at,
        announced_at: None,
        approved_at: None,
        outcome: None,
        outcome_reason: String::new(),
        outcome_at: None,
        ballot: input.ballot,
        answer_within_days: input.answer_within_days,
        source: String::new(),
        proposals: 0,
        answered: 0,
        positions: 0,
        arguments: 0,
        created_at: tx.now(),
    };
    let consultation = input.written_on(consultation);
    match consultation::insert(tx, &consultation).await {
        Err(fabrique_storage::Error::Dangling(_)) => Err(Error::field("plan", Fault::Unknown)),
        done => Ok(done.map(|()| consultation)?),
    }
}

/// Edits a consultation. Once it is approved, the rules, the dates and what was promised change
/// through [`revise`](super::revise()) only.
///
/// # Errors
/// [`Error::Invalid`] as for [`prepare`]; `consultation-needs-reason` when what the public was
/// promised would change; `consultation-has-ended` once it ended.
pub async fn edit(actor: &Actor, tx: &mut Tx, id: ConsultationId, input: &Preparation) -> Result<Consultation> {
    need(actor, Permission::RunConsultations)?;
    let before = existing(tx, id).await?;
    if before.outcome.is_some() {
        return Err(Error::Refused("consultation-has-ended"));
    }
    check(tx, input, Some(&before)).await?;
    let after = input.written_on(before.clone());
    if before.approved_at.is_some() && promise(&before) != promise(&after) {
        return Err(Error::Refused("consultation-needs-reason"));
    }
    if before.is_public() && before.slug != after.slug {
        return Err(Error::Refused("consultation-address-is-public"));
    }
    match consultation::update(tx, &after).await {
        Err(fabrique_storage::Error::Dangling(_)) => Err(Error::field("plan", Fault::Unknown)),
        done => Ok(done.map(|()| after)?),
    }
}

/// What the public was promised when the consultation was approved.
type Promise<'a> = (&'a LocalizedText, Instant, Instant, Ballot, i64);

const fn promise(consultation: &Consultation) -> Promise<'_> {
    let c = consultation;
    (&c.rules, c.opens_at, c.closes_at, c.ballot, c.answer_within_days)
}

impl Preparation {
    fn written_on(&self, consultation: Consultation) -> Consultation {
        Consultation {
            plan_id: self.plan_id,
            slug: self.slug.to_string(),
            title: self.title.text(),
            summary: self.summary.text(),
            rules: self.rules.text(),
            information: self.information.text(),
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            ballot: self.ballot,
            answer_within_days: self.answer_within_days,
            ..consultation
        }
    }
}

async fn check(reader: &mut Reader, input: &Preparation, itself: Option<&Consultation>) -> Result<()> {
    let mut faults = Vec::new();
    let namesake = consultation::find_by_slug(reader, &input.slug).await?;
    if namesake.is_some_and(|other| itself.is_none_or(|itself| itself.id != other.id)) {
        faults.push(("slug", Fault::Taken));
    }
    if input.closes_at <= input.opens_at {
        faults.push(("closes_on", Fault::Order));
    }
    if !(1..=365).contains(&input.answer_within_days) {
        faults.push(("answer_within_days", Fault::Malformed));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(Faults(faults))) }
}
