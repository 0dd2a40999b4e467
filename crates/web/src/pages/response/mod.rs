//! Reasoned responses: the public list, each answer with its contest, and the desk of those who answer.

mod contest;
mod correct;
mod desk;
mod draft;
mod edit;
mod fields;
mod list;
mod panel;
mod review;
mod show;
mod tab;

use std::sync::Arc;

use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use fabrique_app::trace::BeadState;
use fabrique_domain::{
    Choice, Instant,
    id::{Id, ResponseId},
    response::Decision,
};

use crate::{problem::Problem, state::Web, visitor::Visitor};

pub(crate) use self::panel::AnswerPanel;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/responses", get(list::show))
        .route("/responses/{id}", get(show::show))
        .route("/responses/{id}/contest", post(contest::contest))
        .route("/responses/{id}/contests/{contest}/reply", post(contest::reply))
        .route("/admin/responses", get(desk::show))
        .route("/admin/responses/new", get(draft::show).post(draft::keep))
        .route("/admin/responses/{id}", get(edit::show).post(edit::keep))
        .route("/admin/responses/{id}/discard", post(review::discard))
        .route("/admin/responses/{id}/return", post(review::send_back))
        .route("/admin/responses/{id}/publish", post(review::publish))
        .route("/admin/responses/{id}/correct", get(correct::show).post(correct::keep))
}

/// How many rows a page of a list shows.
const ROWS: i64 = 20;

/// An identifier in an address; one that cannot be read names nothing.
fn named<I: std::str::FromStr>(text: &str) -> Result<I, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// A field of the query; nothing when it is left empty.
fn query(visitor: &Visitor, name: &str) -> Option<String> {
    let fields = form_urlencoded::parse(visitor.uri.query().unwrap_or_default().as_bytes());
    fields.filter(|(key, _)| key == name).map(|(_, value)| value.into_owned()).find(|value| !value.is_empty())
}

/// An identifier or a choice of the query; what cannot be read is as if it were not there.
fn query_id<I: std::str::FromStr>(visitor: &Visitor, name: &str) -> Option<I> {
    query(visitor, name)?.parse().ok()
}

fn query_choice<C: Choice>(visitor: &Visitor, name: &str) -> Option<C> {
    C::from_code(&query(visitor, name)?).ok()
}

/// Where a page of a list ends, as the address of the next one says it: `1795435200000000.<id>`.
fn mark<I: Id>(at: Instant, id: I) -> String {
    format!("{}.{}", at.micros(), id.uuid())
}

fn after<I: Id + std::str::FromStr>(visitor: &Visitor) -> Option<(Instant, I)> {
    let text = query(visitor, "after")?;
    let (micros, id) = text.split_once('.')?;
    Some((Instant::from_micros(micros.parse().ok()?), id.parse().ok()?))
}

/// The address of this page with some fields of the query set anew; empty ones are left out.
fn with_query(path: &str, fields: &[(&str, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// How a decision is drawn: the class of its tag and of its bead.
pub(crate) fn drawn(decision: Decision) -> &'static str {
    BeadState::of(decision).code()
}

/// A decision as it stands alone in a large tag: with a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Back to the desk's page of a response, after something was done to it.
fn to_desk(id: ResponseId) -> Response {
    Redirect::to(&format!("/admin/responses/{id}")).into_response()
}
