//! The directory: whom the public registers know, found by words, narrowed by plain links, each with why.

mod asked;
mod compare;
mod coverage;
mod discover;
mod file;
mod map;
mod missing;
mod narrowed;
pub(super) mod reason;
mod results;
mod suggest;
pub(super) mod words;

use std::sync::Arc;

use axum::{Router, routing::get};

pub(crate) use self::asked::{Asked, nature};
use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/directory", get(results::show))
        .route("/directory.csv", get(file::csv))
        .route("/directory.json", get(file::json))
        .route("/directory.xlsx", get(file::xlsx))
        .route("/directory/compare", get(compare::show))
        .route("/directory/discover", get(discover::show).post(discover::find))
        .route("/directory/suggest.json", get(suggest::show))
}
