//! The directory: whom the public registers know, found by words, narrowed by plain links, each with why.

mod asked;
mod compare;
mod map;
mod narrowed;
mod results;
pub(super) mod words;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/directory", get(results::show)).route("/directory/compare", get(compare::show))
}
