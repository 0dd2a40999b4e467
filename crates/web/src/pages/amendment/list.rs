//! `GET /proposals/{id}/amendments`: all the amendments of a proposal, a page at a time.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{amendment, consultation, proposal};
use fabrique_domain::{
    id::{AmendmentId, ProposalId},
    proposal::{Proposal, ProposalState},
};

use super::AmendmentView;
use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many amendments a page has.
const PAGE: usize = 30;

#[derive(Debug, Template)]
#[template(path = "amendment/list.html")]
struct ListPage {
    frame: Frame,
    proposal: Proposal,
    is_first: bool,
    amendments: Vec<AmendmentView>,
    next: Option<AmendmentId>,
}

impl ListPage {
    /// Where the list is as data, without its suffix.
    fn data(&self) -> String {
        format!("/proposals/{}/amendments", self.proposal.id)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<ProposalId>) -> PageResult {
    let after = place(visitor.uri.query().unwrap_or_default())?;
    let reader = &mut web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, reader, id).await?;
    let consultation = consultation::find(&visitor.actor, reader, proposal.consultation_id).await?;
    let is_open = consultation.course().is_open(reader.now()) && proposal.state == ProposalState::Published;
    let mut found = amendment::list(reader, id, after, PAGE as i64 + 1).await?;
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    let frame = visitor.frame("consultations");
    let view = |amendment| AmendmentView::new(&visitor, &frame, &proposal, is_open, amendment);
    visitor.page(&ListPage {
        is_first: after.is_none(),
        amendments: found.iter().map(view).collect(),
        next: found.last().filter(|_| has_more).map(|last| last.id),
        frame: frame.clone(),
        proposal: proposal.clone(),
    })
}

/// Where a page begins: `after=<id>`, as the page before wrote it.
fn place(query: &str) -> Result<Option<AmendmentId>, Problem> {
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let after = fields.find(|(name, _)| name == "after");
    after.map(|(_, id)| id.parse().map_err(|_| Problem::Invalid("after"))).transpose()
}
