//! The remarks on the page of a proposal.

use askama::Template;
use fabrique_app::remark;
use fabrique_domain::{id::ProposalId, proposal::Proposal};
use fabrique_storage::Reader;

use super::RemarkView;
use crate::{frame::Frame, problem::Problem, visitor::Visitor};

/// How many remarks are shown before leading to their own page.
const SHOWN: usize = 10;

/// The remarks, or nothing at all where there are none: only an import brings any. Written into a
/// page with `{{ remarks|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "remark/_panel.html")]
pub(crate) struct RemarksPanel {
    frame: Frame,
    proposal: ProposalId,
    remarks: Vec<RemarkView>,
    has_more: bool,
}

impl RemarksPanel {
    /// The first remarks on `proposal`.
    pub(crate) async fn of(visitor: &Visitor, reader: &mut Reader, proposal: &Proposal) -> Result<Self, Problem> {
        let frame = visitor.frame("consultations");
        let page = remark::list(&visitor.actor, reader, proposal.id, None, SHOWN).await?;
        let remarks = page.remarks.iter().map(|remark| RemarkView::new(&frame, remark)).collect();
        Ok(Self { proposal: proposal.id, has_more: page.next.is_some(), remarks, frame })
    }
}
