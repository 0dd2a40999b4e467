//! `/admin/commitments/{id}/parts`: clauses, carriers, milestones, indicators.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    Error, Result,
    commitment::{self, CarrierChoice, IndicatorInput, MilestoneInput, Sheet},
    organisation,
};
use fabrique_domain::{
    Choice,
    account::Permission,
    commitment::Part,
    id::{CommitmentId, OrganisationId},
    text::{Line, Markdown},
};
use fabrique_storage::{organisation::After, transact};

use super::{super::named, to_parts};
use crate::{
    form::{FormState, Typed, number, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// The most organisations that a list offers.
const MOST_ORGANISATIONS: i64 = 500;

type Here = State<Arc<Web>>;

#[derive(Template)]
#[template(path = "commitment/desk/parts.html")]
pub(super) struct PartsPage {
    frame: Frame,
    form: FormState,
    sheet: Sheet,
    organisations: Vec<(String, String)>,
}

pub(super) async fn show(State(web): Here, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let page = PartsPage::read(&web, &visitor, named(&id)?, FormState::default()).await?;
    visitor.page(&page)
}

impl PartsPage {
    pub(super) async fn read(web: &Web, visitor: &Visitor, id: CommitmentId, form: FormState) -> Result<Self, Problem> {
        fabrique_app::error::need(&visitor.actor, Permission::DraftCommitments)?;
        let mut reader = web.platform.store.read().await?;
        let sheet = commitment::read(&visitor.actor, &mut reader, id).await?;
        let organisations = organisation::list(&mut reader, None, &After::default(), MOST_ORGANISATIONS).await?;
        let organisations = organisations.into_iter().map(|found| (found.id.to_string(), found.name)).collect();
        Ok(Self { frame: visitor.frame("admin"), form, sheet, organisations })
    }

    fn parts(&self) -> Vec<(&'static str, String)> {
        Part::ALL.iter().map(|part| (part.code(), self.frame.t.choice("part", *part).to_string())).collect()
    }
}

/// Goes back to the parts, with what is wrong when something is.
async fn back(web: &Web, visitor: &Visitor, id: CommitmentId, mut form: FormState, done: Result<()>) -> PageResult {
    match done {
        Ok(()) => Ok(to_parts(id)),
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            let page = PartsPage::read(web, visitor, id, form).await?;
            visitor.again(&page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Says that a form was not understood; its faults are in it already.
fn not_understood<T>() -> Result<T> {
    Err(Error::Invalid(fabrique_app::Faults::default()))
}

pub(super) async fn add_carrier(
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (named(&id)?, FormState::from(typed));
    let version = form.read("version", number);
    let organisation_id = form.read("organisation", parsed::<OrganisationId>);
    let part = form.read_choice::<Part>("part");
    let done = match (version, organisation_id, part) {
        (Some(version), Some(organisation_id), Some(part)) => {
            let mut choices = carriers(&web, &visitor, id).await?;
            choices.push(CarrierChoice { organisation_id, part });
            transact!(web.platform.store, |tx| {
                commitment::set_carriers(&visitor.actor, tx, id, version, &choices).await
            })
        }
        _ => not_understood(),
    };
    back(&web, &visitor, id, form, done).await
}

pub(super) async fn remove_carrier(
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (named(&id)?, FormState::from(typed));
    let version = form.read("version", number);
    let organisation_id = form.read("organisation", parsed::<OrganisationId>);
    let done = match (version, organisation_id) {
        (Some(version), Some(gone)) => {
            let mut choices = carriers(&web, &visitor, id).await?;
            choices.retain(|choice| choice.organisation_id != gone);
            transact!(web.platform.store, |tx| {
                commitment::set_carriers(&visitor.actor, tx, id, version, &choices).await
            })
        }
        _ => not_understood(),
    };
    back(&web, &visitor, id, form, done).await
}

/// Those who carry it now; the version of the form says whether that still holds.
async fn carriers(web: &Web, visitor: &Visitor, id: CommitmentId) -> Result<Vec<CarrierChoice>, Problem> {
    let sheet = commitment::read(&visitor.actor, &mut web.platform.store.read().await?, id).await?;
    let choice = |carrier: &fabrique_storage::commitment::carrier::NamedCarrier| CarrierChoice {
        organisation_id: carrier.organisation_id,
        part: carrier.part,
    };
    Ok(sheet.carriers.iter().map(choice).collect())
}

pub(super) async fn add_milestone(
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (named(&id)?, FormState::from(typed));
    let version = form.read("version", number);
    let done = match (version, milestone(&mut form)) {
        (Some(version), Some(input)) => transact!(web.platform.store, |tx| {
            commitment::add_milestone(&visitor.actor, tx, id, version, &input).await.map(|_| ())
        }),
        _ => not_understood(),
    };
    back(&web, &visitor, id, form, done).await
}

fn milestone(form: &mut FormState) -> Option<MilestoneInput> {
    let title = form.read_localized("milestone", "milestone_en", Line::parse);
    let output = form.read_localized("output", "output_en", Markdown::parse);
    let due_on = form.read("due_on", parsed);
    let lead_id = form.read_optional("lead", parsed);
    Some(MilestoneInput { title: title?, expected_output: output?, due_on: due_on?, lead_id: lead_id? })
}

pub(super) async fn remove_milestone(
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (named(&id)?, FormState::from(typed));
    let (version, gone) = (form.read("version", number), form.read("gone", parsed));
    let done = match (version, gone) {
        (Some(version), Some(gone)) => transact!(web.platform.store, |tx| {
            commitment::remove_milestone(&visitor.actor, tx, id, version, gone).await
        }),
        _ => not_understood(),
    };
    back(&web, &visitor, id, form, done).await
}

pub(super) async fn add_indicator(
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (named(&id)?, FormState::from(typed));
    let version = form.read("version", number);
    let done = match (version, indicator(&mut form)) {
        (Some(version), Some(input)) => transact!(web.platform.store, |tx| {
            commitment::add_indicator(&visitor.actor, tx, id, version, &input).await.map(|_| ())
        }),
        _ => not_understood(),
    };
    back(&web, &visitor, id, form, done).await
}

fn indicator(form: &mut FormState) -> Option<IndicatorInput> {
    let name = form.read_localized("indicator", "indicator_en", Line::parse);
    let unit = form.read("unit", Line::parse);
    let baseline = form.read("baseline", Line::parse);
    let target = form.read("target", Line::parse);
    let latest = form.read("latest", Line::parse);
    Some(IndicatorInput { name: name?, unit: unit?, baseline: baseline?, target: target?, latest: latest? })
}

pub(super) async fn remove_indicator(
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (named(&id)?, FormState::from(typed));
    let (version, gone) = (form.read("version", number), form.read("gone", parsed));
    let done = match (version, gone) {
        (Some(version), Some(gone)) => transact!(web.platform.store, |tx| {
            commitment::remove_indicator(&visitor.actor, tx, id, version, gone).await
        }),
        _ => not_understood(),
    };
    back(&web, &visitor, id, form, done).await
}
