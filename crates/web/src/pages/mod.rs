//! The pages, one room a noun. Each room's `routes` says its addresses.

mod account;
mod amendment;
mod argument;
mod commitment;
mod consultation;
mod content;
pub(crate) mod directory;
mod event;
mod moderation;
mod open_data;
mod organisation;
mod plan;
mod position;
mod proposal;
mod remark;
mod response;
mod shortlist;
mod subscription;
mod trace;
mod transparency;

use std::sync::Arc;

use axum::Router;

use crate::state::Web;

// One line a noun, so that two rooms opened at once do not collide.
#[rustfmt::skip]
pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .merge(account::routes())
        .merge(amendment::routes())
        .merge(argument::routes())
        .merge(commitment::routes())
        .merge(consultation::routes())
        .merge(content::routes())
        .merge(directory::routes())
        .merge(event::routes())
        .merge(moderation::routes())
        .merge(open_data::routes())
        .merge(organisation::routes())
        .merge(plan::routes())
        .merge(position::routes())
        .merge(proposal::routes())
        .merge(remark::routes())
        .merge(response::routes())
        .merge(shortlist::routes())
        .merge(subscription::routes())
        .merge(trace::routes())
        .merge(transparency::routes())
        .fallback(missing)
}

/// Any other address.
async fn missing() -> crate::problem::Problem {
    crate::problem::Problem::NotFound
}
