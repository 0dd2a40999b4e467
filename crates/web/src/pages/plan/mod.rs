//! The home page, the plans, their calendar, and the rooms where the coordinator keeps them.

pub(crate) mod calendar;
mod desk;
mod home;
mod index;
mod keep;
mod phases;
mod themes;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/", get(home::show))
        .route("/plans", get(index::show))
        .route("/admin", get(desk::show))
        .route("/admin/plans", get(keep::list).post(keep::create))
        .route("/admin/plans/{slug}", get(keep::show).post(keep::save))
        .route("/admin/plans/{slug}/publish", post(keep::publish))
        .route("/admin/plans/{slug}/end", post(keep::end))
        .route("/admin/plans/{slug}/themes", get(themes::list).post(themes::add))
        .route("/admin/plans/{slug}/themes/{id}", get(themes::show).post(themes::save))
        .route("/admin/plans/{slug}/themes/{id}/move", post(themes::shift))
        .route("/admin/plans/{slug}/calendar", get(phases::list).post(phases::add))
        .route("/admin/plans/{slug}/calendar/{id}", get(phases::show).post(phases::save))
        .route("/admin/plans/{slug}/calendar/{id}/remove", post(phases::remove))
}
