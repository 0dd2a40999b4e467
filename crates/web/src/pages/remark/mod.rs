//! Remarks that an import brought, neither for nor against: below the two columns of arguments, and
//! on a page of their own where they are many.

mod list;
mod panel;

use std::sync::Arc;

use axum::{Router, routing::get};
use fabrique_app::{markdown, markdown::Html};
use fabrique_domain::{id::RemarkId, proposal::Remark};

pub(crate) use self::panel::RemarksPanel;
use crate::{frame::Frame, state::Web};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/proposals/{id}/remarks", get(list::show))
}

/// A remark, as shown.
#[derive(Debug, Clone)]
struct RemarkView {
    id: RemarkId,
    body: Html,
    author: String,
    iso: String,
    day: String,
}

impl RemarkView {
    fn new(frame: &Frame, remark: &Remark) -> Self {
        Self {
            id: remark.id,
            body: markdown::to_html(&remark.body),
            author: remark.author_name.clone(),
            iso: frame.iso(&remark.created_at),
            day: frame.day(&remark.created_at),
        }
    }
}
