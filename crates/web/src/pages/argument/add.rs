//! `GET /proposals/{id}/arguments/new` and `POST /proposals/{id}/arguments`: the form that adds an
//! argument, shown again with what was typed when something in it is wrong.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, address, argument, argument::NewArgument, proposal};
use fabrique_domain::{
    Choice,
    account::AuthorKind,
    id::ProposalId,
    proposal::{ArgumentBody, Proposal, Side},
};
use fabrique_storage::transact;

use crate::{
    author,
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Debug, Template)]
#[template(path = "argument/add.html")]
struct AddPage {
    frame: Frame,
    proposal: Proposal,
    form: FormState,
    sides: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

impl AddPage {
    async fn of(web: &Web, visitor: &Visitor, id: ProposalId, form: FormState) -> Result<Self, Problem> {
        let person = visitor.actor.person().ok_or(Problem::SignInNeeded)?;
        let reader = &mut web.platform.store.read().await?;
        let word = |side: &Side| (side.code().to_owned(), visitor.texts.choice("side", *side).to_string());
        Ok(Self {
            frame: visitor.frame("consultations"),
            proposal: proposal::show(&visitor.actor, reader, id).await?,
            form,
            sides: Side::ALL.iter().map(word).collect(),
            kinds: author::options(visitor.texts, person),
        })
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<ProposalId>) -> PageResult {
    let query = visitor.uri.query().unwrap_or_default();
    let side = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "side");
    let side = side.map_or_else(String::new, |(_, side)| side.into_owned());
    let form = FormState::default().with("side", side).with("author_kind", AuthorKind::Citizen.code());
    visitor.page(&AddPage::of(&web, &visitor, id, form).await?)
}

pub(super) async fn handle(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<ProposalId>,
    typed: Typed,
) -> PageResult {
    let mut form = FormState::from(typed);
    if let Some(new) = read(&mut form, id) {
        match transact!(web.platform.store, |tx| argument::add(&visitor.actor, tx, &new).await) {
            Ok(added) => {
                let place = format!("{}#argument-{added}", address::proposal(id));
                return Ok(Redirect::to(&place).into_response());
            }
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(error) => return Err(error.into()),
        }
    }
    visitor.again(&AddPage::of(&web, &visitor, id, form).await?)
}

fn read(form: &mut FormState, proposal: ProposalId) -> Option<NewArgument> {
    let side = form.read_choice("side");
    let body = form.read("body", ArgumentBody::parse);
    let author_kind = author::read_kind(form);
    Some(NewArgument { proposal, side: side?, body: body?, author_kind: author_kind? })
}
