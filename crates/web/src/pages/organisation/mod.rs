//! Institutions and civil-society organisations.

mod admin;
mod edit;
mod list;
mod show;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/organisations", get(list::show))
        .route("/organisations/{slug}", get(show::show))
        .route("/admin/organisations", get(admin::show).post(admin::add))
        .route("/admin/organisations/{slug}", get(edit::show).post(edit::save))
}
