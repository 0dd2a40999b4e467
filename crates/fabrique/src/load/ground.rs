//! What a load stands on: a plan, its themes, an open consultation.

use fabrique_app::Error;
use fabrique_domain::{
    LocalizedText,
    consultation::{Ballot, Consultation},
    id::{ConsultationId, PlanId, ThemeId},
    plan::{Plan, PlanState, Theme},
    time::DAY,
};
use fabrique_storage::{Tx, consultation, plan};

use super::words::THEMES;

/// The consultation that is filled.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub(super) slug: String,
    pub(super) consultation_id: ConsultationId,
    pub(super) themes: Vec<ThemeId>,
}

/// A plan, its themes and a consultation; nothing when this seed was used.
pub(super) async fn lay_ground(tx: &mut Tx, seed: u64) -> Result<Option<Ground>, Error> {
    let slug = format!("load-{seed}");
    if consultation::find_by_slug(tx, &slug).await?.is_some() {
        return Ok(None);
    }
    let plan = plan_to_load(tx, &slug);
    plan::insert(tx, &plan).await?;
    let mut themes = Vec::new();
    for (position, name) in (1..).zip(THEMES) {
        let theme = theme(tx, plan.id, name, position);
        plan::theme::insert(tx, &theme).await?;
        themes.push(theme.id);
    }
    let consultation = open(tx, plan.id, &slug);
    consultation::insert(tx, &consultation).await?;
    Ok(Some(Ground { slug, consultation_id: consultation.id, themes }))
}

fn plan_to_load(tx: &Tx, slug: &str) -> Plan {
    let today = tx.now().date(&jiff::tz::TimeZone::UTC);
    Plan {
        id: tx.new_id(),
        slug: slug.to_owned(),
        national_label: LocalizedText::french("Plan d’essai de charge"),
        ogp_label: String::new(),
        national_start: today,
        national_end: today.plus_days(365),
        ogp_start: today,
        ogp_end: today.plus_days(365),
        introduction: LocalizedText::french("Des données inventées, pour mesurer."),
        state: PlanState::Preparation,
        published_at: None,
        source: "generate load".to_owned(),
        created_at: tx.now(),
    }
}

fn theme(tx: &Tx, plan_id: PlanId, name: &str, position: i64) -> Theme {
    Theme {
        id: tx.new_id(),
        plan_id,
        slug: fabrique_domain::text::Slug::of(name).into(),
        name: LocalizedText::french(name),
        description: LocalizedText::default(),
        position,
    }
}

fn open(tx: &Tx, plan_id: PlanId, slug: &str) -> Consultation {
    let now = tx.now();
    Consultation {
        id: tx.new_id(),
        plan_id,
        slug: slug.to_owned(),
        title: LocalizedText::french("Consultation d’essai de charge"),
        summary: LocalizedText::french("Des contributions inventées, pour mesurer."),
        rules: LocalizedText::french("Rien de ce qui est écrit ici n’est vrai."),
        information: LocalizedText::french("Tout est tiré au sort."),
        follow_up: LocalizedText::default(),
        opens_at: now.plus(-DAY),
        closes_at: now.plus(60 * DAY),
        announced_at: Some(now.plus(-20 * DAY)),
        approved_at: Some(now.plus(-20 * DAY)),
        outcome: None,
        outcome_reason: String::new(),
        outcome_at: None,
        ballot: Ballot::ThreePositions,
        answer_within_days: 60,
        source: String::new(),
        proposals: 0,
        answered: 0,
        positions: 0,
        arguments: 0,
        created_at: now.plus(-20 * DAY),
    }
}
