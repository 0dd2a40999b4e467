//! What is answered while there is no directory, or when it cannot be read: the rest of the site lives.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::IntoResponse,
};
use fabrique_app::Error;

use crate::{
    frame::Frame,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "directory/missing.html")]
struct MissingPage {
    frame: Frame,
    /// Whether it is there, and damaged.
    is_damaged: bool,
}

/// The page that says so; other problems are told as they are everywhere.
pub(super) fn page(visitor: &Visitor, error: Error) -> PageResult {
    let Error::Directory(error) = error else { return Err(error.into()) };
    let frame = visitor.frame("directory");
    if matches!(error, fabrique_directory::Error::NoSnapshot(_)) {
        return visitor.page(&MissingPage { frame, is_damaged: false });
    }
    tracing::error!(%error, "the directory cannot be used; `fabrique doctor` says what to do");
    let page = visitor.page(&MissingPage { frame, is_damaged: true })?;
    Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::CACHE_CONTROL, "no-store")], page.into_body()).into_response())
}
