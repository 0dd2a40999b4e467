//! `GET /proposals/{id}/thread` and `GET /commitments/{id}/thread`: the story of one idea, to
//! print and to cite.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{address, commitment, trace};
use fabrique_domain::id::{CommitmentId, ProposalId};
use fabrique_storage::Reader;

use super::draw;
use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "trace/story.html")]
struct StoryPage {
    frame: Frame,
    title: String,
    /// The thing whose thread it is.
    path: String,
    /// What is awaited, in one sentence; nothing when nothing is.
    awaited: String,
    thread: Thread,
}

pub(super) async fn of_proposal(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id: ProposalId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut reader = web.platform.store.read().await?;
    let thread = trace::of_proposal(&web.platform, &visitor.actor, &mut reader, id).await?;
    let first = thread.beads.first().map(|bead| bead.title.fr.clone()).unwrap_or_default();
    tell(&visitor, first, address::proposal(id), &thread)
}

pub(super) async fn of_commitment(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id: CommitmentId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut reader: Reader = web.platform.store.read().await?;
    let sheet = commitment::read(&visitor.actor, &mut reader, id).await?;
    let thread = trace::of_commitment(&web.platform, &mut reader, id).await?;
    let title = sheet.commitment.title.get(visitor.language()).to_owned();
    tell(&visitor, title, address::commitment(id), &thread)
}

fn tell(visitor: &Visitor, title: String, path: String, thread: &trace::Thread) -> PageResult {
    let frame = visitor.frame("");
    let label = frame.t.get("trace-of").with("title", title.as_str()).to_string();
    let drawn = draw(&frame, Size::Page, label, thread);
    let awaited = drawn.beads.iter().find(|bead| bead.is_awaited());
    let awaited = awaited.map(|bead| format!("{}, {}", bead.name, bead.state_name)).unwrap_or_default();
    visitor.page(&StoryPage { title, path, awaited, thread: drawn, frame: frame.clone() })
}
