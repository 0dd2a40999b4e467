//! Arguments for and against: two columns on the page of a proposal, one page a column, the form
//! that adds one, the mark of those who find it useful.

mod add;
mod column;
mod mark;
mod sides;
mod withdraw;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use fabrique_app::{
    argument::{Column, Hidden},
    markdown,
    markdown::Html,
};
use fabrique_domain::{id::ArgumentId, proposal::Argument};

pub(crate) use self::sides::Sides;
use crate::{author::Author, frame::Frame, state::Web, visitor::Visitor};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/proposals/{id}/arguments/new", get(add::show))
        .route("/proposals/{id}/arguments", post(add::handle))
        .route("/proposals/{id}/arguments/{side}", get(column::show))
        .route("/arguments/{id}/useful", post(mark::handle))
        .route("/arguments/{id}/withdraw", post(withdraw::handle))
}

/// An argument, as shown.
#[derive(Debug, Clone)]
struct ArgumentView {
    id: ArgumentId,
    body: Html,
    author: Author,
    iso: String,
    day: String,
    useful: String,
    is_marked: bool,
    is_mine: bool,
}

/// A hidden argument, as shown: its place and why.
#[derive(Debug, Clone)]
struct HiddenView {
    id: ArgumentId,
    reason: Html,
}

impl ArgumentView {
    fn new(visitor: &Visitor, frame: &Frame, argument: &Argument, is_marked: bool) -> Self {
        Self {
            id: argument.id,
            body: markdown::to_html(&argument.body),
            author: Author::new(visitor.texts, &argument.author_name, argument.author_kind),
            iso: frame.iso(&argument.created_at),
            day: frame.day(&argument.created_at),
            useful: frame.number(&(argument.useful + argument.historic_useful)),
            is_marked,
            is_mine: argument.author_id.is_some() && argument.author_id == visitor.actor.account_id(),
        }
    }

    /// What is said of those that moderation hid.
    fn hidden(column: &Column) -> Vec<HiddenView> {
        let view = |one: &Hidden| HiddenView { id: one.id, reason: markdown::to_html(&one.reason) };
        column.hidden.iter().map(view).collect()
    }

    fn all(visitor: &Visitor, frame: &Frame, column: &Column) -> Vec<Self> {
        let view = |argument: &Argument| Self::new(visitor, frame, argument, column.marked.contains(&argument.id));
        column.arguments.iter().map(view).collect()
    }
}
