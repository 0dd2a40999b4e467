//! Proposals: reading one, its versions, writing and publishing one's own.

mod discard;
mod edit;
mod form;
mod mine;
mod panels;
mod preview;
mod propose;
mod show;
mod version;
mod withdraw;

use std::sync::Arc;

use crate::state::Web;
use axum::{
    Router,
    routing::{get, post},
};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/consultations/{slug}/propose", get(propose::show).post(propose::keep))
        .route("/proposals/{id}", get(show::show))
        .route("/proposals/{id}/versions", get(version::list))
        .route("/proposals/{id}/versions/{number}", get(version::show))
        .route("/proposals/{id}/edit", get(edit::show).post(edit::save))
        .route("/proposals/{id}/preview", get(preview::show))
        .route("/proposals/{id}/publish", post(preview::publish))
        .route("/proposals/{id}/discard", post(discard::discard))
        .route("/proposals/{id}/withdraw", get(withdraw::show).post(withdraw::withdraw))
        .route("/account/proposals", get(mine::show))
}
