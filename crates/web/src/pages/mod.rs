//! The pages, one room a noun. Each room's `routes` says its addresses.

use std::sync::Arc;

use axum::Router;

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().fallback(missing)
}

/// Any other address.
async fn missing() -> crate::problem::Problem {
    crate::problem::Problem::NotFound
}
