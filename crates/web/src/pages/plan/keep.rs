//! `/admin/plans` and `/admin/plans/{slug}`: entering a plan, correcting it, publishing and ending it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    error::need,
    plan::{self, Overview},
};
use fabrique_domain::{
    account::Permission,
    plan::{Introduction, OgpLabel, Period, Plan, PlanCard, PlanLabel, PlanState, Source},
    text::Slug,
};
use fabrique_storage::transact;

use super::calendar::dates;
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "plan/keep_list.html")]
struct List {
    frame: Frame,
    form: FormState,
    plans: Vec<Plan>,
}

#[derive(Template)]
#[template(path = "plan/keep.html")]
struct Keep {
    frame: Frame,
    form: FormState,
    overview: Overview,
}

impl List {
    fn national(&self, plan: &Plan) -> String {
        dates(&self.frame, plan.national_start, plan.national_end)
    }
}

impl Keep {
    fn may_publish(&self) -> bool {
        self.overview.plan.state == PlanState::Preparation
    }

    fn may_end(&self) -> bool {
        self.overview.plan.state == PlanState::Published
    }
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    need(&visitor.actor, Permission::PublishPlans)?;
    let page = all(&web, &visitor, FormState::default()).await?;
    visitor.page(&page)
}

pub(super) async fn create(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    need(&visitor.actor, Permission::PublishPlans)?;
    let mut form = FormState::from(typed);
    let slug = form.read("slug", Slug::parse);
    if let (Some(slug), Some(card)) = (slug, card(&mut form)) {
        match transact!(web.platform.store, |tx| plan::create(&visitor.actor, tx, &slug, &card).await) {
            Ok(_) => return Ok(Redirect::to(&format!("/admin/plans/{}", &*slug)).into_response()),
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(error) => return Err(error.into()),
        }
    }
    let page = all(&web, &visitor, form).await?;
    visitor.again(&page)
}

/// The plan, for who keeps it.
pub(super) async fn kept(web: &Web, visitor: &Visitor, slug: &str) -> Result<Overview, Problem> {
    need(&visitor.actor, Permission::PublishPlans)?;
    Ok(plan::find(&mut web.platform.store.read().await?, slug).await?)
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let form = filled(&overview.plan);
    visitor.page(&Keep { frame: visitor.frame("admin"), form, overview })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let overview = kept(&web, &visitor, &slug).await?;
    let (mut form, id) = (FormState::from(typed), overview.plan.id);
    let Some(card) = card(&mut form) else {
        return visitor.again(&Keep { frame: visitor.frame("admin"), form, overview });
    };
    transact!(web.platform.store, |tx| plan::edit(&visitor.actor, tx, id, &card).await)?;
    Ok(back_to(&slug))
}

pub(super) async fn publish(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let id = plan::find(&mut web.platform.store.read().await?, &slug).await?.plan.id;
    transact!(web.platform.store, |tx| plan::publish(&web.platform, &visitor.actor, tx, id).await)?;
    Ok(Redirect::to(&format!("/plans/{slug}")).into_response())
}

pub(super) async fn end(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let id = plan::find(&mut web.platform.store.read().await?, &slug).await?.plan.id;
    transact!(web.platform.store, |tx| plan::end(&visitor.actor, tx, id).await)?;
    Ok(back_to(&slug))
}

fn back_to(slug: &str) -> axum::response::Response {
    Redirect::to(&format!("/admin/plans/{slug}")).into_response()
}

async fn all(web: &Web, visitor: &Visitor, form: FormState) -> Result<List, Problem> {
    let plans = plan::list(&mut web.platform.store.read().await?).await?;
    Ok(List { frame: visitor.frame("admin"), form, plans })
}

fn card(form: &mut FormState) -> Option<PlanCard> {
    let national_label = form.read_localized("national_label_fr", "national_label_en", PlanLabel::parse);
    let ogp_label = form.read("ogp_label", OgpLabel::parse);
    let national = period(form, "national_start", "national_end");
    let ogp = period(form, "ogp_start", "ogp_end");
    let introduction = form.read_localized("introduction_fr", "introduction_en", Introduction::parse);
    let source = form.read("source", Source::parse);
    Some(PlanCard {
        national_label: national_label?,
        ogp_label: ogp_label?,
        national: national?,
        ogp: ogp?,
        introduction: introduction?,
        source: source?,
    })
}

/// Two dates of a form; their order is a fault of the second.
pub(super) fn period(form: &mut FormState, start: &'static str, end: &'static str) -> Option<Period> {
    let (first, last) = (form.read(start, parsed), form.read(end, parsed));
    Period::new(first?, last?).map_err(|fault| form.fault(end, fault)).ok()
}

fn filled(plan: &Plan) -> FormState {
    let english = |text: &fabrique_domain::LocalizedText| text.en.clone().unwrap_or_default();
    FormState::default()
        .with("national_label_fr", &*plan.national_label.fr)
        .with("national_label_en", english(&plan.national_label))
        .with("ogp_label", &*plan.ogp_label)
        .with("national_start", plan.national_start.to_string())
        .with("national_end", plan.national_end.to_string())
        .with("ogp_start", plan.ogp_start.to_string())
        .with("ogp_end", plan.ogp_end.to_string())
        .with("introduction_fr", &*plan.introduction.fr)
        .with("introduction_en", english(&plan.introduction))
        .with("source", &*plan.source)
}
