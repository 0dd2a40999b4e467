//! Support, mixed or against: the three buttons of a proposal, and what they do.

mod stance;
mod take;

use std::sync::Arc;

use axum::{Router, routing::post};

pub(crate) use self::stance::Stance;
use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/proposals/{id}/position", post(take::handle))
}
