//! `GET /account/proposals`: what one wrote, drafts first, each contribution with its thread.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use fabrique_app::{address, proposal, trace};
use fabrique_domain::{
    id::ProposalId,
    proposal::{Position, Proposal, ProposalState},
};

use super::show::heading;
use crate::{
    frame::Frame,
    pages::trace::draw,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/mine.html")]
struct MinePage {
    frame: Frame,
    drafts: Vec<Proposal>,
    others: Vec<Proposal>,
    threads: HashMap<ProposalId, Thread>,
}

impl MinePage {
    fn heading(&self, proposal: &Proposal) -> String {
        heading(&self.frame, proposal)
    }

    fn path(&self, proposal: &Proposal) -> String {
        address::proposal(proposal.id)
    }

    /// Where it is: on its thread while it is public, else its state.
    fn thread(&self, proposal: &Proposal) -> Option<&Thread> {
        self.threads.get(&proposal.id)
    }

    fn state(&self, proposal: &Proposal) -> String {
        self.frame.t.choice("proposal-state", proposal.state).to_string()
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let mine = proposal::mine(&visitor.actor, &mut reader).await?;
    let (drafts, others): (_, Vec<Proposal>) =
        mine.into_iter().partition(|proposal| proposal.state == ProposalState::Draft);
    let ids: Vec<_> = others.iter().map(|proposal| proposal.id).collect();
    let told = trace::of_listed_proposals(&web.platform, &mut reader, &ids).await?;
    let frame = visitor.frame("account");
    let drawn = told.iter().map(|(item, told)| {
        let label = frame.t.get("trace-of").with("title", item.title.as_str()).to_string();
        (item.id, draw(&frame, Size::Inline, label, told))
    });
    visitor.page(&MinePage { threads: drawn.collect(), drafts, others, frame })
}
