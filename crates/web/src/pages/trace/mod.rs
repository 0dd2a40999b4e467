//! The thread in its three sizes, and the pages that tell the whole story of one idea.

mod draw;
mod story;

use std::sync::Arc;

use axum::{Router, routing::get};

pub(crate) use draw::draw;

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/proposals/{id}/thread", get(story::of_proposal))
        .route("/commitments/{id}/thread", get(story::of_commitment))
}
