//! Answers that are files.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use fabrique_documents::table::Format;

use crate::cache::Streamed;

/// A file of a format, sent piece by piece: anybody may read it from any page.
pub(crate) fn as_file(body: Body, stem: &str, format: Format) -> Response {
    let mut response = body.into_response();
    response.extensions_mut().insert(Streamed);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        header::HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
    let name = format!("inline; filename=\"{stem}.{}\"", format.suffix());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
