//! `POST /responses/{id}/contest` and `POST /responses/{id}/contests/{contest}/reply`.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use fabrique_app::{address, response};
use fabrique_domain::{
    id::{ContestId, ProposalId, ResponseId},
    response::ContestBody,
};
use fabrique_storage::transact;

use super::{named, show::ShowPage};
use crate::{
    form::{FormState, Typed, parsed},
    state::Web,
    visitor::{PageResult, Visitor},
};

fn back(id: ResponseId) -> Response {
    Redirect::to(&format!("{}#contests", address::response(id))).into_response()
}

pub(super) async fn contest(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let id: ResponseId = named(&id)?;
    let mut form = FormState::from(typed);
    let (proposal, body) = (form.read("proposal", parsed::<ProposalId>), form.read("body", ContestBody::parse));
    let (Some(proposal), Some(body)) = (proposal, body) else {
        return visitor.again(&ShowPage::read(&web, &visitor, id, form).await?);
    };
    transact!(web.platform.store, |tx| response::contest(&web.platform, &visitor.actor, tx, proposal, &body).await)?;
    Ok(back(id))
}

pub(super) async fn reply(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, contest)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let (id, contest): (ResponseId, ContestId) = (named(&id)?, named(&contest)?);
    let mut form = FormState::from(typed);
    let Some(text) = form.read("reply", ContestBody::parse) else {
        return visitor.again(&ShowPage::read(&web, &visitor, id, form).await?);
    };
    transact!(web.platform.store, |tx| response::reply(&web.platform, &visitor.actor, tx, contest, &text).await)?;
    Ok(back(id))
}
