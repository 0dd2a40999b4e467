//! Answers that are files.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use fabrique_documents::{sheet, table::Format};

use crate::cache::Streamed;

/// A file of a format, sent piece by piece: anybody may read it from any page.
pub(crate) fn as_file(body: Body, stem: &str, format: Format) -> Response {
    let mut response = named(body, format.media_type(), "inline", &format!("{stem}.{}", format.suffix()));
    response.extensions_mut().insert(Streamed);
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        header::HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
    response
}

/// A workbook, which browsers keep rather than show.
pub(crate) fn as_sheet(bytes: Vec<u8>, stem: &str) -> Response {
    let mut response = named(Body::from(bytes), sheet::MEDIA_TYPE, "attachment", &format!("{stem}.{}", sheet::SUFFIX));
    response.extensions_mut().insert(Streamed);
    response
}

fn named(body: Body, media_type: &'static str, disposition: &str, file: &str) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(name) = HeaderValue::from_str(&format!("{disposition}; filename=\"{file}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
