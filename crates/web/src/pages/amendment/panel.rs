//! The amendments on the page of a proposal.

use askama::Template;
use fabrique_app::amendment;
use fabrique_domain::{
    consultation::Consultation,
    proposal::{Proposal, ProposalState},
};
use fabrique_storage::Reader;

use super::AmendmentView;
use crate::{frame::Frame, problem::Problem, visitor::Visitor};

/// How many amendments the page of a proposal shows before leading to their own page.
const SHOWN: usize = 10;

/// The amendments. Written into a page with `{{ amendments|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "amendment/_panel.html")]
pub(crate) struct Amendments {
    frame: Frame,
    proposal: Proposal,
    may_propose: bool,
    amendments: Vec<AmendmentView>,
    has_more: bool,
}

impl Amendments {
    /// The amendments of `proposal`, the most recent first.
    pub(crate) async fn of(
        visitor: &Visitor,
        reader: &mut Reader,
        consultation: &Consultation,
        proposal: &Proposal,
    ) -> Result<Self, Problem> {
        let frame = visitor.frame("consultations");
        let is_open = consultation.course().is_open(reader.now()) && proposal.state == ProposalState::Published;
        let is_author = proposal.author_id.is_some() && proposal.author_id == visitor.actor.account_id();
        let mut found = match proposal.amendments {
            0 => Vec::new(),
            _ => amendment::list(reader, proposal.id, None, SHOWN as i64 + 1).await?,
        };
        let has_more = found.len() > SHOWN;
        found.truncate(SHOWN);
        let view = |amendment| AmendmentView::new(visitor, &frame, proposal, is_open, amendment);
        Ok(Self {
            amendments: found.iter().map(view).collect(),
            has_more,
            may_propose: is_open && !is_author,
            proposal: proposal.clone(),
            frame,
        })
    }
}
