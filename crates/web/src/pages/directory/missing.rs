//! What is answered while no directory is loaded. One that cannot be read is a problem told as the others are.

use askama::Template;
use fabrique_app::Error;

use crate::{
    frame::Frame,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "directory/missing.html")]
struct MissingPage {
    frame: Frame,
}

/// The page that says so, or the problem.
pub(super) fn page(visitor: &Visitor, error: Error) -> PageResult {
    match error {
        Error::Directory(fabrique_directory::Error::NoSnapshot(_)) => {
            visitor.page(&MissingPage { frame: visitor.frame("directory") })
        }
        other => Err(other.into()),
    }
}
