//! Signing in, one's own account, and the roles of people.

mod code;
mod data;
mod erase;
mod link;
mod overview;
mod people;
mod sessions;
mod sign_in;
mod sign_out;
mod tokens;
mod welcome;

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use fabrique_app::account::SignedIn;
use fabrique_domain::sign_in::SESSION_LIFETIME;

use crate::{session, state::Web};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::request))
        .route("/sign-in/code/{id}", get(code::show).post(code::confirm))
        .route("/sign-in/link/{token}", get(link::show).post(link::confirm))
        .route("/sign-out", post(sign_out::sign_out))
        .route("/account", get(overview::show).post(overview::save))
        .route("/account/welcome", get(welcome::show).post(welcome::save))
        .route("/account/sessions/{id}/revoke", post(sessions::revoke))
        .route("/account/sessions/revoke-others", post(sessions::revoke_others))
        .route("/account/tokens", post(tokens::create))
        .route("/account/tokens/{id}/revoke", post(tokens::revoke))
        .route("/account/data.json", get(data::download))
        .route("/account/erase", get(erase::show).post(erase::erase))
        .route("/admin/people", get(people::show).post(people::invite))
        .route("/admin/people/{id}/revoke", post(people::revoke))
}

/// Lets somebody in who has just signed in: the cookie, and where they were going.
fn enter(web: &Web, signed_in: &SignedIn) -> Response {
    let back: String = form_urlencoded::byte_serialize(signed_in.return_to.as_bytes()).collect();
    let path =
        if signed_in.is_first { format!("/account/welcome?return_to={back}") } else { signed_in.return_to.clone() };
    let cookie = session::cookie(web, &signed_in.token.reveal(), SESSION_LIFETIME / 1_000_000);
    with_cookie(Redirect::to(&path).into_response(), &cookie)
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    never_kept(response)
}

/// A page that holds a secret or answers one request only: kept by no cache, ours or the browser's.
fn never_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// A page that says that something is over.
fn gone(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::GONE;
    never_kept(response)
}

/// A field of the address.
fn query(uri: &axum::http::Uri, name: &str) -> String {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
