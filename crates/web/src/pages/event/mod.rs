//! The news as a feed.

mod feed;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/changes.atom", get(feed::show))
}
