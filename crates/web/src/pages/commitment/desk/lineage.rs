//! `POST /admin/commitments/{id}/lineage`: what a commitment continues, was split from, or absorbed.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::{
    Result,
    commitment::{self, ChangeReason},
    plan,
};
use fabrique_domain::{commitment::LineageKind, id::CommitmentId};
use fabrique_storage::Reader;

use super::{
    super::{listed::numbered, named},
    parts::{back, change, reason_called},
};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// What the forms call the reasons of saying a descent and of taking it back.
const REASON: &str = "lineage_reason";
const REASON_GONE: &str = "lineage_gone_reason";

type Here = State<Arc<Web>>;

pub(super) async fn add(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), descent, |tx, id, version, descent| {
        commitment::descend(&visitor.actor, tx, id, version, descent.0, descent.1, &descent.2)
    });
    back(&web, &visitor, id, form, done.map_err(reason_called(REASON))).await
}

pub(super) async fn remove(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), gone, |tx, id, version, gone| {
        commitment::forget_descent(&visitor.actor, tx, id, version, gone.0, &gone.1)
    });
    back(&web, &visitor, id, form, done.map_err(reason_called(REASON_GONE))).await
}

fn descent(form: &mut FormState) -> Option<(CommitmentId, LineageKind, ChangeReason)> {
    let (earlier, kind) = (form.read("earlier", parsed), form.read_choice("descent"));
    let reason = form.read(REASON, ChangeReason::parse);
    Some((earlier?, kind?, reason?))
}

fn gone(form: &mut FormState) -> Option<(CommitmentId, ChangeReason)> {
    let (earlier, reason) = (form.read("gone", parsed), form.read(REASON_GONE, ChangeReason::parse));
    Some((earlier?, reason?))
}

/// The public commitments that `id` may descend from, each with its plan.
pub(super) async fn choices(reader: &mut Reader, frame: &Frame, id: CommitmentId) -> Result<Vec<(String, String)>> {
    let plans = plan::list(reader).await?;
    let cards = commitment::earlier_choices(reader, id).await?;
    let label = |card: &fabrique_storage::commitment::list::Card| {
        let plan =
            plans.iter().find(|plan| plan.id == card.plan_id).map_or("", |plan| frame.text(&plan.national_label));
        let number = if card.national_number.is_empty() { &card.ogp_id } else { &card.national_number };
        format!("{plan} · {}", numbered(number, frame.text(&card.title)))
    };
    Ok(cards.iter().map(|card| (card.id.to_string(), label(card))).collect())
}
