//! `POST /admin/commitments/{id}/carriers`: who leads, co-carries, supports.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::commitment::{self, CarrierChoice};
use fabrique_domain::{
    commitment::Part,
    id::{CommitmentId, OrganisationId},
};
use fabrique_storage::{Tx, commitment::carrier::NamedCarrier};

use super::{
    super::named,
    parts::{back, change},
};
use crate::{
    form::{FormState, Typed, parsed},
    state::Web,
    visitor::{PageResult, Visitor},
};

type Here = State<Arc<Web>>;

pub(super) async fn add(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), choice, |tx, id, version, added| async {
        let mut choices = carriers(&visitor, tx, id).await?;
        choices.push(added);
        commitment::set_carriers(&visitor.actor, tx, id, version, &choices).await
    });
    back(&web, &visitor, id, form, done).await
}

pub(super) async fn remove(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, form, done) =
        change!(web, visitor, id, FormState::from(typed), named_one, |tx, id, version, gone| async {
            let mut choices = carriers(&visitor, tx, id).await?;
            choices.retain(|choice| choice.organisation_id != gone);
            commitment::set_carriers(&visitor.actor, tx, id, version, &choices).await
        });
    back(&web, &visitor, id, form, done).await
}

fn choice(form: &mut FormState) -> Option<CarrierChoice> {
    let (organisation_id, part) = (named_one(form), form.read_choice::<Part>("part"));
    Some(CarrierChoice { organisation_id: organisation_id?, part: part? })
}

fn named_one(form: &mut FormState) -> Option<OrganisationId> {
    form.read("organisation", parsed)
}

/// Those who carry it now.
async fn carriers(visitor: &Visitor, tx: &mut Tx, id: CommitmentId) -> fabrique_app::Result<Vec<CarrierChoice>> {
    let sheet = commitment::read(&visitor.actor, tx, id).await?;
    let choice =
        |carrier: &NamedCarrier| CarrierChoice { organisation_id: carrier.organisation_id, part: carrier.part };
    Ok(sheet.carriers.iter().map(choice).collect())
}
