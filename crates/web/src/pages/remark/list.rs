//! `GET /proposals/{id}/remarks`: all the remarks, a page at a time.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{proposal, remark, remark::After};
use fabrique_domain::{
    Instant,
    id::ProposalId,
    proposal::{Proposal, ProposalState},
};

use super::RemarkView;
use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many remarks a page has.
const PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "remark/list.html")]
struct ListPage {
    frame: Frame,
    proposal: Proposal,
    remarks: Vec<RemarkView>,
    is_first: bool,
    next: Option<String>,
}

impl ListPage {
    /// Where the list is as data, without its suffix.
    fn data(&self) -> String {
        format!("/proposals/{}/remarks", self.proposal.id)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<ProposalId>) -> PageResult {
    let after = place(&visitor.query("after"))?;
    let reader = &mut web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, reader, id).await?;
    if proposal.state == ProposalState::Hidden {
        return Err(Problem::NotFound);
    }
    let page = remark::list(&visitor.actor, reader, id, after, PAGE).await?;
    let frame = visitor.frame("consultations");
    visitor.page(&ListPage {
        remarks: page.remarks.iter().map(|remark| RemarkView::new(&frame, remark)).collect(),
        is_first: after.is_none(),
        next: page.next.map(|(at, id)| format!("{}.{id}", at.micros())),
        frame,
        proposal,
    })
}

/// Where a page begins: `after=<microseconds>.<id>`, as the page before wrote it.
fn place(typed: &str) -> Result<Option<After>, Problem> {
    if typed.is_empty() {
        return Ok(None);
    }
    let read = |typed: &str| {
        let (micros, id) = typed.split_once('.')?;
        Some((Instant::from_micros(micros.parse().ok()?), id.parse().ok()?))
    };
    read(typed).map(Some).ok_or(Problem::Invalid("after"))
}
