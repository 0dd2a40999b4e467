//! Amendments: their list with what each would change, the form that proposes one, and the
//! decision on each.

mod decide;
mod list;
mod panel;
mod propose;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use fabrique_app::{amendment::may_decide, markdown, markdown::Html};
use fabrique_domain::{
    id::AmendmentId,
    proposal::{Amendment, AmendmentState, Proposal},
};

pub(crate) use self::panel::Amendments;
use crate::{author::Author, difference::Difference, frame::Frame, state::Web, visitor::Visitor};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/proposals/{id}/amendments/new", get(propose::show))
        .route("/proposals/{id}/amendments", get(list::show).post(propose::handle))
        .route("/amendments/{id}/accept", post(decide::accept))
        .route("/amendments/{id}/decline", get(decide::show).post(decide::decline))
}

/// An amendment, as shown.
#[derive(Debug, Clone)]
struct AmendmentView {
    id: AmendmentId,
    /// The class that draws its state.
    class: &'static str,
    state: String,
    field: String,
    difference: Difference,
    reason: Html,
    decision: Html,
    author: Author,
    iso: String,
    day: String,
    may_decide: bool,
    may_accept: bool,
}

impl AmendmentView {
    fn new(visitor: &Visitor, frame: &Frame, proposal: &Proposal, is_open: bool, amendment: &Amendment) -> Self {
        let is_mine = amendment.author_id.is_some() && amendment.author_id == visitor.actor.account_id();
        let waits = amendment.state == AmendmentState::Proposed;
        let may_decide = waits && !is_mine && may_decide(&visitor.actor, proposal);
        let decided_at = amendment.decided_at.unwrap_or(amendment.created_at);
        Self {
            id: amendment.id,
            class: class(amendment.state),
            state: visitor
                .texts
                .choice("amendment-state", amendment.state)
                .with_text("day", frame.day(&decided_at))
                .to_string(),
            field: visitor.texts.choice("proposal-field", amendment.field).to_string(),
            difference: Difference::whole(frame.t, &amendment.passage, &amendment.replacement),
            reason: markdown::to_html(&amendment.reason),
            decision: markdown::to_html(&amendment.decision_reason),
            author: Author::new(visitor.texts, &amendment.author_name, amendment.author_kind),
            iso: frame.iso(&amendment.created_at),
            day: frame.day(&amendment.created_at),
            may_decide,
            may_accept: may_decide && is_open,
        }
    }
}

/// How the state of an amendment is drawn.
const fn class(state: AmendmentState) -> &'static str {
    match state {
        AmendmentState::Proposed => "owed",
        AmendmentState::Accepted => "done",
        AmendmentState::Declined => "refused",
        AmendmentState::Outdated => "outside",
    }
}
