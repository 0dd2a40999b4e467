//! `/admin/commitments/{id}/indicators`: indicators, added, changed on a page of their own, taken away.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::commitment::{self, ChangeReason, IndicatorInput};
use fabrique_domain::{commitment::Indicator, id::IndicatorId, text::Line};

use super::{
    super::named,
    part::{PartPage, Which, settle},
    parts::{back, change},
};
use crate::{
    form::{FormState, Typed, parsed},
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

type Here = State<Arc<Web>>;

pub(super) async fn add(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), read, |tx, id, version, input| async {
        commitment::add_indicator(&visitor.actor, tx, id, version, &input).await.map(drop)
    });
    back(&web, &visitor, id, form, done.map_err(Which::Indicator.faults())).await
}

pub(super) async fn show(State(web): Here, visitor: Visitor, Path((id, part)): Path<(String, String)>) -> PageResult {
    let (id, part) = (named(&id)?, named_one(&part)?);
    let mut page = PartPage::read(&web, &visitor, id, (Which::Indicator, part.to_string())).await?;
    let kept = page.sheet.indicators.iter().find(|kept| kept.id == part).ok_or(Problem::NotFound)?;
    page.form = filled(kept).with("version", page.sheet.commitment.version.to_string());
    visitor.page(&page)
}

pub(super) async fn save(
    State(web): Here,
    visitor: Visitor,
    Path((id, part)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let part = named_one(&part)?;
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), read, |tx, id, version, input| {
        commitment::edit_indicator(&visitor.actor, tx, id, version, part, &input)
    });
    settle(&web, &visitor, id, (Which::Indicator, part.to_string()), form, done).await
}

pub(super) async fn remove(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), gone, |tx, id, version, gone| {
        commitment::remove_indicator(&visitor.actor, tx, id, version, gone)
    });
    back(&web, &visitor, id, form, done).await
}

fn gone(form: &mut FormState) -> Option<IndicatorId> {
    form.read("gone", parsed)
}

fn named_one(part: &str) -> Result<IndicatorId, Problem> {
    part.parse().map_err(|_| Problem::NotFound)
}

fn read(form: &mut FormState) -> Option<IndicatorInput> {
    let name = form.read_localized("indicator", "indicator_en", Line::parse);
    let unit = form.read("unit", Line::parse);
    let baseline = form.read("baseline", Line::parse);
    let target = form.read("target", Line::parse);
    let latest = form.read("latest", Line::parse);
    let reason = form.read("indicator_reason", ChangeReason::parse);
    Some(IndicatorInput {
        name: name?,
        unit: unit?,
        baseline: baseline?,
        target: target?,
        latest: latest?,
        reason: reason?,
    })
}

fn filled(kept: &Indicator) -> FormState {
    FormState::default()
        .with("indicator", kept.name.fr.clone())
        .with("indicator_en", kept.name.en.clone().unwrap_or_default())
        .with("unit", kept.unit.clone())
        .with("baseline", kept.baseline.clone())
        .with("target", kept.target.clone())
        .with("latest", kept.latest.clone())
}
