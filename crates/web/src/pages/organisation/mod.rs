//! Institutions and civil-society organisations: each from all sides, and what people add.

mod admin;
mod around;
mod ask;
mod card;
mod edit;
pub(super) mod facts;
mod list;
mod parts;
mod requests;
mod show;
mod told;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/organisations", get(list::show))
        .route("/organisations/{slug}", get(show::show))
        .route("/organisations/{slug}/ask/{kind}", get(ask::show).post(ask::send))
        .route("/organisations/{slug}/card", get(card::show).post(card::save))
        .route("/organisations/{slug}/card/versions", get(card::versions))
        .route("/organisations/{slug}/suggestions", post(ask::come_back))
        .route("/directory/{key}", get(show::of_entry))
        .route("/directory/requests", get(requests::own))
        .route("/directory/requests/{id}", get(requests::show).post(requests::answer))
        .route("/admin/requests", get(requests::list))
        .route("/admin/organisations", get(admin::show).post(admin::add))
        .route("/admin/organisations/{slug}", get(edit::show).post(edit::save))
}
