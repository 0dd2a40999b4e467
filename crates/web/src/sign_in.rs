//! To the sign-in page, and back to where the person was going.

use axum::response::{IntoResponse, Redirect, Response};

/// Leads to sign-in, and afterwards to `path`.
pub(crate) fn sign_in_and_back(path: &str) -> Response {
    let back: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    Redirect::to(&format!("/sign-in?return_to={back}")).into_response()
}
