//! Being told by e-mail, following, and stopping both.

mod ask;
mod button;
mod confirm;
mod follow;
mod stop;

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderValue, header},
    response::Response,
    routing::{get, post},
};
use fabrique_domain::{Choice, content::Topic};

pub(crate) use self::button::FollowButton;
use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/subscriptions/new", get(ask::show))
        .route("/subscriptions", post(ask::ask))
        .route("/subscriptions/asked", get(ask::asked))
        .route("/subscriptions/{token}/confirm", get(confirm::show).post(confirm::confirm))
        .route("/subscriptions/{token}/unsubscribe", get(stop::show).post(stop::stop))
        .route("/follows", post(follow::change))
        .route("/account/follows", get(follow::list))
}

/// The address of the form that asks to be told of a thing.
pub(crate) fn path(topic: Topic, id: &str) -> String {
    format!("/subscriptions/new?topic={}&id={id}", topic.code())
}

/// A page whose address is a secret: kept by no cache, and told to no other site.
fn never_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
