//! The consultation that an import fills, and its plan.

use fabrique_domain::{
    Date, Instant, LocalizedText,
    consultation::{Ballot, Consultation, Outcome},
    id::{ConsultationId, PlanId},
    plan::{Plan, PlanState},
};
use fabrique_storage::{Reader, Tx, consultation, plan};
use jiff::tz::TimeZone;

use super::Options;
use crate::{Error, Result};

/// The plan that holds what belongs to no plan.
const ARCHIVE: &str = "archives";

/// Where the records go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) consultation_id: ConsultationId,
    pub(super) plan_id: PlanId,
    /// The first part of the keys of imported records: two exports may use the same numbers.
    pub(super) source: String,
}

impl Place {
    fn of(consultation: &Consultation, kind: &str) -> Self {
        let source = format!("{kind}/{}", consultation.slug);
        Self { consultation_id: consultation.id, plan_id: consultation.plan_id, source }
    }

    /// The place that an earlier import made.
    pub(super) async fn find(reader: &mut Reader, kind: &str, options: &Options) -> Result<Option<Self>> {
        let found = consultation::find_by_slug(reader, &options.into).await?;
        match found {
            // What people contribute here is never mixed with what comes from elsewhere.
            Some(found) if found.source.is_empty() => Err(Error::Refused("import-into-own-consultation")),
            found => Ok(found.map(|found| Self::of(&found, kind))),
        }
    }

    /// The place of this import, made when it is the first; its dates widen to hold `first..=last`.
    pub(super) async fn prepare(
        tx: &mut Tx,
        kind: &str,
        options: &Options,
        zone: &TimeZone,
        (first, last): (Instant, Instant),
    ) -> Result<Self> {
        if let Some(place) = Self::find(tx, kind, options).await? {
            widen(tx, place.consultation_id, first, last).await?;
            return Ok(place);
        }
        let plan_id = plan_for(tx, options, first.date(zone)).await?;
        let consultation = historic(tx, options, plan_id, first, last);
        consultation::insert(tx, &consultation).await?;
        Ok(Self::of(&consultation, kind))
    }
}

async fn widen(tx: &mut Tx, id: ConsultationId, first: Instant, last: Instant) -> Result<()> {
    let before = consultation::find(tx, id).await?.ok_or(Error::NotFound)?;
    let after =
        Consultation { opens_at: before.opens_at.min(first), closes_at: before.closes_at.max(last), ..before.clone() };
    if after != before {
        consultation::update(tx, &after).await?;
    }
    Ok(())
}

async fn plan_for(tx: &mut Tx, options: &Options, day: Date) -> Result<PlanId> {
    if let Some(slug) = &options.plan {
        let named = plan::find_by_slug(tx, slug).await?;
        return named.map(|plan| plan.id).ok_or(Error::Refused("import-unknown-plan"));
    }
    let plans = plan::list(tx).await?;
    let of_the_day = plans.iter().rev().find(|plan| plan.national_start <= day && day <= plan.national_end);
    if let Some(plan) = of_the_day.or_else(|| plans.iter().find(|plan| plan.slug == ARCHIVE)) {
        return Ok(plan.id);
    }
    let archive = archive(tx, day);
    plan::insert(tx, &archive).await?;
    Ok(archive.id)
}

fn archive(tx: &Tx, day: Date) -> Plan {
    Plan {
        id: tx.new_id(),
        slug: ARCHIVE.to_owned(),
        national_label: LocalizedText::both("Consultations d’autrefois", "Earlier consultations"),
        ogp_label: String::new(),
        national_start: day,
        national_end: day,
        ogp_start: day,
        ogp_end: day,
        introduction: LocalizedText::both(
            "Des consultations menées ailleurs, gardées ici pour qu’elles restent lisibles.",
            "Consultations held elsewhere, kept here so that they stay readable.",
        ),
        state: PlanState::Ended,
        published_at: None,
        source: "Import".to_owned(),
        created_at: tx.now(),
    }
}

fn historic(tx: &Tx, options: &Options, plan_id: PlanId, first: Instant, last: Instant) -> Consultation {
    let now = tx.now();
    Consultation {
        id: tx.new_id(),
        plan_id,
        slug: options.into.to_string(),
        title: LocalizedText::french(options.title.to_string()),
        summary: LocalizedText::both(
            "Une consultation menée sur une autre plateforme, reprise ici avec ses contributions, ses arguments et ses votes.",
            "A consultation held on another platform, brought here with its contributions, arguments and votes.",
        ),
        rules: LocalizedText::both(
            "Cette consultation est close. Ses règles étaient celles de la plateforme d’origine. Les votes sont repris en totaux, sans le nom des votants.",
            "This consultation is closed. Its rules were those of the original platform. Votes are brought as totals, without any voter’s name.",
        ),
        information: LocalizedText::french(options.source.clone()),
        follow_up: LocalizedText::default(),
        opens_at: first,
        closes_at: last,
        announced_at: Some(now),
        approved_at: Some(now),
        outcome: Some(Outcome::NoReportExpected),
        outcome_reason: "Consultation close avant d’être reprise ici.".to_owned(),
        outcome_at: Some(now),
        ballot: Ballot::ThreePositions,
        answer_within_days: 0,
        source: options.source.clone(),
        proposals: 0,
        answered: 0,
        positions: 0,
        arguments: 0,
        created_at: now,
    }
}
