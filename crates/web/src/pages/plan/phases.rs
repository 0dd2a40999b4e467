//! `/admin/plans/{slug}/calendar`: setting the dates of the public calendar. A date published less
//! than two weeks ahead warns and is kept.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use fabrique_app::plan::{Overview, calendar};
use fabrique_domain::{
    Choice,
    id::PhaseId,
    plan::{Phase, PhaseCard, PhaseKind, PhaseNote},
};
use fabrique_storage::transact;
use jiff::tz::TimeZone;

use super::{
    calendar::dates,
    keep::{kept, period},
};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "plan/phases.html")]
struct Phases {
    frame: Frame,
    form: FormState,
    overview: Overview,
    zone: TimeZone,
}

#[derive(Template)]
#[template(path = "plan/phase.html")]
struct PhasePage {
    frame: Frame,
    form: FormState,
    overview: Overview,
    phase: Phase,
}

impl Phases {
    fn dates(&self, phase: &Phase) -> String {
        dates(&self.frame, phase.starts_on, phase.ends_on)
    }

    /// What warns of a date published too late: the days of notice that people have.
    fn short_notice(&self, phase: &Phase) -> Option<i64> {
        phase.is_short_of_notice(&self.zone).then(|| phase.notice_days(&self.zone).max(0))
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        kinds(&self.frame)
    }
}

impl PhasePage {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        kinds(&self.frame)
    }
}

fn kinds(frame: &Frame) -> Vec<(&'static str, String)> {
    PhaseKind::ALL.iter().map(|kind| (kind.code(), frame.t.choice("phase", *kind).to_string())).collect()
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    visitor.page(&phases(&web, &visitor, FormState::default(), overview))
}

pub(super) async fn add(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let (mut form, plan_id) = (FormState::from(typed), overview.plan.id);
    let Some(card) = card(&mut form) else {
        return visitor.again(&phases(&web, &visitor, form, overview));
    };
    transact!(web.platform.store, |tx| calendar::add(&visitor.actor, tx, plan_id, &card).await)?;
    Ok(back_to(&slug))
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let phase = phase(&overview, &id)?;
    let form = filled(&phase);
    visitor.page(&PhasePage { frame: visitor.frame("admin"), form, overview, phase })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let phase = phase(&overview, &id)?;
    let mut form = FormState::from(typed);
    let Some(card) = card(&mut form) else {
        return visitor.again(&PhasePage { frame: visitor.frame("admin"), form, overview, phase });
    };
    transact!(web.platform.store, |tx| calendar::change(&visitor.actor, tx, phase.id, &card).await)?;
    Ok(back_to(&slug))
}

pub(super) async fn remove(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, String)>,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let id = phase(&overview, &id)?.id;
    transact!(web.platform.store, |tx| calendar::remove(&visitor.actor, tx, id).await)?;
    Ok(back_to(&slug))
}

fn phases(web: &Web, visitor: &Visitor, form: FormState, overview: Overview) -> Phases {
    Phases { frame: visitor.frame("admin"), form, overview, zone: web.platform.site.zone.clone() }
}

fn phase(overview: &Overview, id: &str) -> Result<Phase, Problem> {
    let id: PhaseId = id.parse().map_err(|_| Problem::NotFound)?;
    overview.phases.iter().find(|phase| phase.id == id).cloned().ok_or(Problem::NotFound)
}

fn back_to(slug: &str) -> Response {
    Redirect::to(&format!("/admin/plans/{slug}/calendar")).into_response()
}

fn card(form: &mut FormState) -> Option<PhaseCard> {
    let kind = form.read_choice("kind");
    let days = period(form, "starts_on", "ends_on");
    let note = form.read_localized("note_fr", "note_en", PhaseNote::parse);
    Some(PhaseCard { kind: kind?, days: days?, note: note? })
}

fn filled(phase: &Phase) -> FormState {
    FormState::default()
        .with("kind", phase.kind.code())
        .with("starts_on", phase.starts_on.to_string())
        .with("ends_on", phase.ends_on.to_string())
        .with("note_fr", &*phase.note.fr)
        .with("note_en", phase.note.en.clone().unwrap_or_default())
}
