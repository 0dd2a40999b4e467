//! `POST /admin/commitments/{id}/lineage`: what a commitment continues, was split from, or absorbed.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::{Result, commitment, plan};
use fabrique_domain::{commitment::LineageKind, id::CommitmentId};
use fabrique_storage::Reader;

use super::{
    super::{listed::numbered, named},
    parts::{back, change},
};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

type Here = State<Arc<Web>>;

pub(super) async fn add(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), descent, |tx, id, version, descent| {
        commitment::descend(&visitor.actor, tx, id, version, descent.0, descent.1)
    });
    back(&web, &visitor, id, form, done).await
}

pub(super) async fn remove(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), earlier, |tx, id, version, earlier| {
        commitment::forget_descent(&visitor.actor, tx, id, version, earlier)
    });
    back(&web, &visitor, id, form, done).await
}

fn descent(form: &mut FormState) -> Option<(CommitmentId, LineageKind)> {
    let (earlier, kind) = (earlier(form), form.read_choice("descent"));
    Some((earlier?, kind?))
}

fn earlier(form: &mut FormState) -> Option<CommitmentId> {
    form.read("earlier", parsed)
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
