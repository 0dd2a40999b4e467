//! Arguing.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use fabrique_app::{
    address,
    argument::{self, NewArgument},
};
use fabrique_domain::{
    account::AuthorKind,
    id::ProposalId,
    proposal::{ArgumentBody, Side},
};
use fabrique_storage::transact;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ApiProblem, Body, caller::Caller, proposals::Made, read, read_choice};
use crate::{problem::Problem, state::Web};

/// An argument to add.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ArgumentToAdd {
    /// `for` or `against`.
    side: String,
    /// The text, in Markdown, 10 to 3,000 characters.
    body: String,
    /// `citizen`, `civil_society` or `agent`; `citizen` when left out.
    author_kind: Option<String>,
}

/// Adds an argument for or against a proposal.
#[utoipa::path(
    post, path = "/api/v1/proposals/{id}/arguments", tag = "writing", operation_id = "argue",
    params(("id" = String, Path, description = "The identifier of the proposal")),
    request_body = ArgumentToAdd,
    responses(
        (status = 201, description = "Added", body = Made),
        (status = 401, description = "No token, or one that no longer counts", body = ApiProblem),
        (status = 404, description = "There is no such proposal", body = ApiProblem),
        (status = 409, description = "A rule says no: the consultation is not open", body = ApiProblem),
        (status = 422, description = "A field is wrong", body = ApiProblem),
    ),
    security(("token" = []))
)]
pub(crate) async fn add(
    State(web): State<Arc<Web>>,
    Caller(actor): Caller,
    Path(id): Path<String>,
    Body(body): Body<ArgumentToAdd>,
) -> Result<Response, Problem> {
    let proposal: ProposalId = id.parse().map_err(|_| Problem::NotFound)?;
    let new = NewArgument {
        proposal,
        side: read_choice::<Side>("side", &body.side)?,
        body: read("body", ArgumentBody::parse(&body.body))?,
        author_kind: read_choice::<AuthorKind>("author_kind", body.author_kind.as_deref().unwrap_or("citizen"))?,
    };
    let added: fabrique_app::Result<_> = transact!(web.platform.store, |tx| argument::add(&actor, tx, &new).await);
    let id = added?;
    Ok(Made { id: id.to_string(), path: format!("{}#argument-{id}", address::proposal(proposal)) }.answer())
}
