//! The two columns on the page of a proposal.

use askama::Template;
use fabrique_app::argument;
use fabrique_domain::{
    Choice,
    consultation::Consultation,
    id::ProposalId,
    proposal::{Proposal, ProposalState, Side},
};
use fabrique_storage::Reader;

use super::{ArgumentView, HiddenView};
use crate::{frame::Frame, problem::Problem, visitor::Visitor};

/// How many arguments each column shows before leading to its own page.
const SHOWN: usize = 20;

/// Both columns. Written into a page with `{{ sides|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "argument/_sides.html")]
pub(crate) struct Sides {
    frame: Frame,
    proposal: ProposalId,
    is_open: bool,
    columns: Vec<SideView>,
}

#[derive(Debug, Clone)]
struct SideView {
    code: &'static str,
    title: String,
    count: String,
    arguments: Vec<ArgumentView>,
    hidden: Vec<HiddenView>,
    has_more: bool,
}

impl Sides {
    /// The arguments on `proposal`, with what the visitor marked.
    pub(crate) async fn of(
        visitor: &Visitor,
        reader: &mut Reader,
        consultation: &Consultation,
        proposal: &Proposal,
    ) -> Result<Self, Problem> {
        let is_open = consultation.course().is_open(reader.now()) && proposal.state == ProposalState::Published;
        let frame = visitor.frame("consultations");
        let mut columns = Vec::new();
        for side in Side::ALL {
            columns.push(SideView::of(visitor, &frame, reader, proposal, *side).await?);
        }
        Ok(Self { frame, proposal: proposal.id, is_open, columns })
    }
}

impl SideView {
    async fn of(
        visitor: &Visitor,
        frame: &Frame,
        reader: &mut Reader,
        proposal: &Proposal,
        side: Side,
    ) -> Result<Self, Problem> {
        let count = match side {
            Side::For => proposal.arguments_for,
            Side::Against => proposal.arguments_against,
        };
        let column = argument::list(&visitor.actor, reader, proposal.id, side, None, SHOWN).await?;
        Ok(Self {
            code: side.code(),
            title: visitor.texts.choice("side", side).to_string(),
            count: frame.number(&count),
            arguments: ArgumentView::all(visitor, frame, &column),
            hidden: ArgumentView::hidden(&column),
            has_more: column.next.is_some(),
        })
    }
}
