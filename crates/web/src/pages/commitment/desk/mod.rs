//! The rooms where commitments are written: `/admin/commitments` and below.

mod carriers;
mod clause;
mod create;
mod fields;
mod indicator;
mod life;
mod lineage;
mod milestone;
mod part;
mod parts;
mod room;

use std::sync::Arc;

use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use fabrique_domain::id::CommitmentId;

use crate::state::Web;
use part::Which;

pub(super) fn routes() -> Router<Arc<Web>> {
    let at = "/admin/commitments/{id}";
    Router::new()
        .route("/admin/commitments", get(create::list).post(create::create))
        .route(at, get(room::show).post(room::save))
        .route(&format!("{at}/parts"), get(parts::show))
        .route(&format!("{at}/clauses"), post(clause::add))
        .route(&format!("{at}/clauses/{{number}}"), get(clause::show).post(clause::amend))
        .route(&format!("{at}/clauses/{{number}}/repeal"), post(clause::repeal))
        .route(&format!("{at}/carriers"), post(carriers::add))
        .route(&format!("{at}/carriers/remove"), post(carriers::remove))
        .merge(part::routes(Which::Milestone))
        .merge(part::routes(Which::Indicator))
        .route(&format!("{at}/lineage"), post(lineage::add))
        .route(&format!("{at}/lineage/remove"), post(lineage::remove))
        .route(&format!("{at}/submit"), post(life::submit))
        .route(&format!("{at}/publish"), post(life::publish))
        .route(&format!("{at}/hand-back"), post(life::hand_back))
        .route(&format!("{at}/withdraw"), post(life::withdraw))
}

fn to_room(id: CommitmentId) -> Response {
    Redirect::to(&format!("/admin/commitments/{id}")).into_response()
}

fn to_parts(id: CommitmentId) -> Response {
    Redirect::to(&format!("/admin/commitments/{id}/parts")).into_response()
}
