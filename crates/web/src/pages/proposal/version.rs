//! `GET /proposals/{id}/versions` and `/versions/{number}`: how a text changed, word by word.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::proposal::{self, Comparison};
use fabrique_domain::proposal::{Proposal, ProposalVersion};

use super::show::{heading, named};
use crate::{
    difference::Difference,
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/versions.html")]
struct VersionsPage {
    frame: Frame,
    proposal: Proposal,
    title: String,
    versions: Vec<ProposalVersion>,
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let id = named(&id)?;
    let proposal = proposal::show(&visitor.actor, &mut reader, id).await?;
    let versions = proposal::versions(&visitor.actor, &mut reader, id).await?;
    let frame = visitor.frame("consultations");
    let title = heading(&frame, &proposal);
    visitor.page(&VersionsPage { frame, proposal, title, versions })
}

#[derive(Template)]
#[template(path = "proposal/version.html")]
struct VersionPage {
    frame: Frame,
    title: String,
    comparison: Comparison,
    parts: Vec<Part>,
}

/// A part of the text with what changed in it.
struct Part {
    heading: String,
    difference: Difference,
}

impl VersionPage {
    fn is_last(&self) -> bool {
        self.comparison.version.version == self.comparison.proposal.version
    }
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
) -> PageResult {
    let number = number.parse().map_err(|_| Problem::NotFound)?;
    let mut reader = web.platform.store.read().await?;
    let comparison = proposal::compare(&visitor.actor, &mut reader, named(&id)?, number).await?;
    let frame = visitor.frame("consultations");
    let title = heading(&frame, &comparison.proposal);
    visitor.page(&VersionPage { parts: parts(&frame, &comparison), frame, title, comparison })
}

fn parts(frame: &Frame, comparison: &Comparison) -> Vec<Part> {
    let parts = &comparison.parts;
    [
        ("proposal-title", &parts.title),
        ("proposal-problem", &parts.problem),
        ("proposal-change", &parts.change),
        ("proposal-body", &parts.body),
    ]
    .into_iter()
    .filter(|(_, pieces)| !pieces.is_empty())
    .map(|(key, pieces)| Part {
        heading: frame.t.get(key).to_string(),
        difference: Difference::drawn(frame.t, pieces.clone()),
    })
    .collect()
}
