//! `GET /account/proposals`: what one wrote, drafts first.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{address, proposal};
use fabrique_domain::proposal::{Position, Proposal, ProposalState};

use super::show::heading;
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/mine.html")]
struct MinePage {
    frame: Frame,
    drafts: Vec<Proposal>,
    others: Vec<Proposal>,
}

impl MinePage {
    fn heading(&self, proposal: &Proposal) -> String {
        heading(&self.frame, proposal)
    }

    fn path(&self, proposal: &Proposal) -> String {
        address::proposal(proposal.id)
    }

    /// Where it is: its state, or that it was answered.
    fn state(&self, proposal: &Proposal) -> (&'static str, String) {
        let texts = self.frame.t;
        match proposal.state {
            ProposalState::Published if proposal.response_id.is_some() => {
                ("done", texts.get("proposal-answer-answered").to_string())
            }
            ProposalState::Published => ("owed", texts.get("proposal-answer-awaiting").to_string()),
            state => ("outside", texts.choice("proposal-state", state).to_string()),
        }
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let mine = proposal::mine(&visitor.actor, &mut reader).await?;
    let (drafts, others) = mine.into_iter().partition(|proposal| proposal.state == ProposalState::Draft);
    visitor.page(&MinePage { frame: visitor.frame("account"), drafts, others })
}
