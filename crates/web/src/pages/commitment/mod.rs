//! The page of a plan, its commitments, their clauses, and the rooms where they are written.

mod clause;
mod desk;
mod history;
mod index;
mod listed;
mod plan;
mod show;

use std::sync::Arc;

use axum::{Router, routing::get};
use fabrique_domain::id::CommitmentId;

use crate::{problem::Problem, state::Web};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/plans/{slug}", get(plan::show))
        .route("/commitments", get(index::list))
        .route("/commitments/{id}", get(show::show))
        .route("/commitments/{id}/history", get(history::show))
        .route("/commitments/{id}/clauses/{number}", get(clause::show))
        .merge(desk::routes())
}

/// The commitment that an address names.
fn named(id: &str) -> Result<CommitmentId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}
