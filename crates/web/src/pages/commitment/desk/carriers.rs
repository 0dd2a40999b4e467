//! `POST /admin/commitments/{id}/carriers`: who leads, co-carries, supports.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::commitment::{self, CarrierChoice, ChangeReason};
use fabrique_domain::{
    commitment::Part,
    id::{CommitmentId, OrganisationId},
};
use fabrique_storage::{Tx, commitment::carrier::NamedCarrier};

use super::{
    super::named,
    parts::{back, change, reason_called},
};
use crate::{
    form::{FormState, Typed, parsed},
    state::Web,
    visitor::{PageResult, Visitor},
};

/// What the forms call the reasons of adding a carrier and of taking one away.
const REASON: &str = "carrier_reason";
const REASON_GONE: &str = "carrier_gone_reason";

type Here = State<Arc<Web>>;

pub(super) async fn add(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), choice, |tx, id, version, added| async {
        let mut choices = carriers(&visitor, tx, id).await?;
        choices.push(added.0);
        commitment::set_carriers(&visitor.actor, tx, id, version, &choices, &added.1).await
    });
    back(&web, &visitor, id, form, done.map_err(reason_called(REASON))).await
}

pub(super) async fn remove(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), gone, |tx, id, version, gone| async {
        let mut choices = carriers(&visitor, tx, id).await?;
        choices.retain(|choice| choice.organisation_id != gone.0);
        commitment::set_carriers(&visitor.actor, tx, id, version, &choices, &gone.1).await
    });
    back(&web, &visitor, id, form, done.map_err(reason_called(REASON_GONE))).await
}

fn choice(form: &mut FormState) -> Option<(CarrierChoice, ChangeReason)> {
    let (organisation_id, part) = (form.read("organisation", parsed), form.read_choice::<Part>("part"));
    let reason = form.read(REASON, ChangeReason::parse);
    Some((CarrierChoice { organisation_id: organisation_id?, part: part? }, reason?))
}

fn gone(form: &mut FormState) -> Option<(OrganisationId, ChangeReason)> {
    let (organisation, reason) = (form.read("gone", parsed), form.read(REASON_GONE, ChangeReason::parse));
    Some((organisation?, reason?))
}

/// Those who carry it now.
async fn carriers(visitor: &Visitor, tx: &mut Tx, id: CommitmentId) -> fabrique_app::Result<Vec<CarrierChoice>> {
    let sheet = commitment::read(&visitor.actor, tx, id).await?;
    let choice =
        |carrier: &NamedCarrier| CarrierChoice { organisation_id: carrier.organisation_id, part: carrier.part };
    Ok(sheet.carriers.iter().map(choice).collect())
}
