//! `/admin/commitments/{id}/milestones`: milestones, added, changed on a page of their own, taken away.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::commitment::{self, ChangeReason, MilestoneInput};
use fabrique_domain::{
    commitment::Milestone,
    id::MilestoneId,
    text::{Line, Markdown},
};

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
        commitment::add_milestone(&visitor.actor, tx, id, version, &input).await.map(drop)
    });
    back(&web, &visitor, id, form, done.map_err(Which::Milestone.faults())).await
}

pub(super) async fn show(State(web): Here, visitor: Visitor, Path((id, part)): Path<(String, String)>) -> PageResult {
    let (id, part) = (named(&id)?, named_one(&part)?);
    let mut page = PartPage::read(&web, &visitor, id, (Which::Milestone, part.to_string())).await?;
    let kept = page.sheet.milestones.iter().find(|kept| kept.id == part).ok_or(Problem::NotFound)?;
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
        commitment::edit_milestone(&visitor.actor, tx, id, version, part, &input)
    });
    settle(&web, &visitor, id, (Which::Milestone, part.to_string()), form, done).await
}

pub(super) async fn remove(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), gone, |tx, id, version, gone| {
        commitment::remove_milestone(&visitor.actor, tx, id, version, gone)
    });
    back(&web, &visitor, id, form, done).await
}

fn gone(form: &mut FormState) -> Option<MilestoneId> {
    form.read("gone", parsed)
}

fn named_one(part: &str) -> Result<MilestoneId, Problem> {
    part.parse().map_err(|_| Problem::NotFound)
}

fn read(form: &mut FormState) -> Option<MilestoneInput> {
    let title = form.read_localized("milestone", "milestone_en", Line::parse);
    let output = form.read_localized("output", "output_en", Markdown::parse);
    let due_on = form.read("due_on", parsed);
    let lead_id = form.read_optional("lead", parsed);
    let reason = form.read("milestone_reason", ChangeReason::parse);
    Some(MilestoneInput {
        title: title?,
        expected_output: output?,
        due_on: due_on?,
        lead_id: lead_id?,
        reason: reason?,
    })
}

fn filled(kept: &Milestone) -> FormState {
    FormState::default()
        .with("milestone", kept.title.fr.clone())
        .with("milestone_en", kept.title.en.clone().unwrap_or_default())
        .with("output", kept.expected_output.fr.clone())
        .with("output_en", kept.expected_output.en.clone().unwrap_or_default())
        .with("due_on", kept.due_on.to_string())
        .with("lead", kept.lead_id.map(|id| id.to_string()).unwrap_or_default())
}
