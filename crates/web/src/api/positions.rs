//! Supporting, or the contrary.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
};
use fabrique_app::position::{self, Stand};
use fabrique_domain::{Choice, id::ProposalId, proposal::Position};
use fabrique_storage::transact;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ApiProblem, Body, caller::Caller, read_choice};
use crate::{problem::Problem, state::Web};

/// A position to take.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewPosition {
    /// `support`, `mixed` or `against`, where the consultation offers it.
    position: String,
}

/// Where everybody stands, the caller included.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StandBody {
    /// What the caller says; none once taken back.
    position: Option<String>,
    /// People for the proposal, here.
    supports: i64,
    /// People of mixed mind, here.
    mixed: i64,
    /// People against it, here.
    against: i64,
}

impl From<Stand> for StandBody {
    fn from(stand: Stand) -> Self {
        Self {
            position: stand.position.map(|position| position.code().to_owned()),
            supports: stand.tally.supports,
            mixed: stand.tally.mixed,
            against: stand.tally.against,
        }
    }
}

/// Takes a position on a proposal, or changes it. Doing it twice changes nothing.
#[utoipa::path(
    put, path = "/api/v1/proposals/{id}/position", tag = "writing", operation_id = "takePosition",
    params(("id" = String, Path, description = "The identifier of the proposal")),
    request_body = NewPosition,
    responses(
        (status = 200, description = "Taken", body = StandBody),
        (status = 401, description = "No token, or one that no longer counts", body = ApiProblem),
        (status = 404, description = "There is no such proposal", body = ApiProblem),
        (status = 409, description = "A rule says no: the consultation is not open", body = ApiProblem),
        (status = 422, description = "There is no such position", body = ApiProblem),
    ),
    security(("token" = []))
)]
pub(crate) async fn take(
    State(web): State<Arc<Web>>,
    Caller(actor): Caller,
    Path(id): Path<String>,
    Body(body): Body<NewPosition>,
) -> Result<Json<StandBody>, Problem> {
    let id: ProposalId = id.parse().map_err(|_| Problem::NotFound)?;
    let wanted: Position = read_choice("position", &body.position)?;
    let stand: fabrique_app::Result<Stand> =
        transact!(web.platform.store, |tx| position::take(&actor, tx, id, wanted).await);
    Ok(Json(stand?.into()))
}

/// Takes one's position back. Without one, changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/proposals/{id}/position", tag = "writing", operation_id = "withdrawPosition",
    params(("id" = String, Path, description = "The identifier of the proposal")),
    responses(
        (status = 200, description = "Taken back", body = StandBody),
        (status = 401, description = "No token, or one that no longer counts", body = ApiProblem),
        (status = 404, description = "There is no such proposal", body = ApiProblem),
        (status = 409, description = "A rule says no: the consultation is not open", body = ApiProblem),
    ),
    security(("token" = []))
)]
pub(crate) async fn withdraw(
    State(web): State<Arc<Web>>,
    Caller(actor): Caller,
    Path(id): Path<String>,
) -> Result<Json<StandBody>, Problem> {
    let id: ProposalId = id.parse().map_err(|_| Problem::NotFound)?;
    let stand: fabrique_app::Result<Stand> =
        transact!(web.platform.store, |tx| position::withdraw(&actor, tx, id).await);
    Ok(Json(stand?.into()))
}
