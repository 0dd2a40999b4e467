//! Short lists of organisations: kept, shared, annotated, placed on the grid, carried away.

mod add;
mod add_to;
mod coverage;
mod drawing;
mod edit;
mod entry;
mod file;
mod grid;
mod hand;
mod head;
mod list;
mod place;
mod shared;
mod sharing;
mod show;

use std::{str::FromStr, sync::Arc};

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    middleware::map_response,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use fabrique_domain::id::ShortlistId;

pub(super) use add_to::AddTo;

use crate::{problem::Problem, state::Web, visitor::Visitor};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/shortlists", get(list::show).post(list::make))
        .route("/shortlists/entries", get(add::show).post(add::add))
        .route("/shortlists/{id}", get(show::show))
        .route("/shortlists/{id}/add", get(hand::show).post(hand::add))
        .route("/shortlists/{id}/column", post(hand::column))
        .route("/shortlists/{id}/coverage", get(coverage::show))
        .route("/shortlists/{id}/edit", get(edit::show).post(edit::save))
        .route("/shortlists/{id}/erase", post(edit::erase))
        .route("/shortlists/{id}/grid", get(grid::show))
        .route("/shortlists/{id}/grid/edit", get(place::show).post(place::save))
        .route("/shortlists/{id}/sharing", get(sharing::show).post(sharing::name))
        .route("/shortlists/{id}/sharing/remove", post(sharing::remove))
        .route("/shortlists/{id}/sharing/link", post(sharing::link))
        .route("/shortlists/{id}/shared/{secret}", get(shared::show))
        .route("/shortlists/{id}/shared/{secret}/{file}", get(file::shared))
        .route("/shortlists/{id}/entries/{entry}", get(entry::show).post(entry::save))
        .route("/shortlists/{id}/entries/{entry}/move", post(entry::rearrange))
        .route("/shortlists/{id}/entries/{entry}/remove", post(entry::remove))
        .route("/shortlists/{id}/entries/{entry}/restore", post(entry::restore))
        .route("/shortlists/{id}/export/{file}", get(file::own))
        .layer(map_response(never_kept))
}

/// Nothing of a list is kept by a cache or found by a search engine: a link that is renewed must open nothing.
async fn never_kept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    response
}

/// An identifier of the address.
fn identifier<I: FromStr>(text: &str) -> Result<I, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// Back to a list, which says what was done.
fn done(list: ShortlistId, what: &str) -> Response {
    Redirect::to(&format!("/shortlists/{list}?done={what}")).into_response()
}

/// Why a rule says no, for a page that keeps what was typed.
fn told(visitor: &Visitor, rule: &'static str) -> String {
    visitor.texts.get(format!("rule-{rule}")).to_string()
}
