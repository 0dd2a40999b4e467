//! The public figures of the answers, for people and for programs.

mod figures;
mod table;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/transparency", get(figures::show)).route("/transparency.csv", get(table::download))
}
