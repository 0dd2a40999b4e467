//! `GET /commitments/{id}/clauses/{n}`: a clause, what is behind it, how its words changed.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use fabrique_app::{
    address,
    commitment::{self, ClauseSheet},
    markdown::{self, Html},
    response, trace,
};
use fabrique_domain::{Choice, Instant, commitment::ClauseVersion, id::ProposalId};
use fabrique_storage::response::BehindClause;
use serde::Deserialize;

use super::named;
use crate::{
    difference::Difference,
    frame::Frame,
    pages::trace::draw,
    problem::Problem,
    speaker,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

/// Contributions of a page.
const PAGE: usize = 20;

/// Where the page of contributions begins.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct After {
    after: String,
}

#[derive(Template)]
#[template(path = "commitment/clause.html")]
struct ClausePage {
    frame: Frame,
    sheet: ClauseSheet,
    text: Html,
    path: String,
    contributions: Vec<ContributionView>,
    next: Option<String>,
    versions: Vec<VersionView>,
    thread: Thread,
    may_change: bool,
}

struct ContributionView {
    path: String,
    title: String,
    author: String,
    who: (&'static str, String),
    day: String,
    decision: String,
    answer: String,
}

struct VersionView {
    version: i64,
    day: String,
    reason: String,
    difference: Option<Difference>,
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
    Query(after): Query<After>,
) -> PageResult {
    let (id, number) = (named(&id)?, number.parse().map_err(|_| Problem::NotFound)?);
    let mut reader = web.platform.store.read().await?;
    let sheet = commitment::read_clause(&visitor.actor, &mut reader, id, number).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = response::behind_clause(&mut reader, sheet.clause.id, after.mark(), limit).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let told = trace::of_clause(&web.platform, &mut reader, sheet.clause.id).await?;
    let may_change = commitment::may_change(&visitor.actor, &mut reader, id).await?;
    let frame = visitor.frame("commitments");
    let label = frame.t.get("trace-of-clause").with("number", number).to_string();
    let path = address::clause(id, number);
    visitor.page(&ClausePage {
        thread: draw(&frame, Size::Side, label, &told),
        text: markdown::to_html(frame.text(&sheet.clause.text)),
        next: rows.last().filter(|_| more).map(|last| format!("{path}?after={}", written(last))),
        contributions: rows.iter().map(|row| contribution(&frame, row)).collect(),
        versions: versions(&frame, &sheet.versions),
        may_change: may_change && sheet.clause.repealed_at.is_none(),
        path,
        sheet,
        frame,
    })
}

impl After {
    fn mark(&self) -> Option<(Instant, ProposalId)> {
        let (at, id) = self.after.split_once('.')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    }
}

fn written(last: &BehindClause) -> String {
    format!("{}.{}", last.published_at.micros(), last.proposal_id)
}

fn contribution(frame: &Frame, row: &BehindClause) -> ContributionView {
    ContributionView {
        path: address::proposal(row.proposal_id),
        title: row.title.clone(),
        author: frame.name(&row.author_name),
        who: speaker::who(frame.t, row.author_kind),
        day: frame.day(&row.published_at),
        decision: frame.t.choice("decision", row.decision).to_string(),
        answer: address::response(row.response_id),
    }
}

/// The versions, the latest first, each with what changed since the one before.
fn versions(frame: &Frame, versions: &[ClauseVersion]) -> Vec<VersionView> {
    let told = versions.iter().enumerate().map(|(index, version)| {
        let before = versions.get(index + 1).map_or("", |before| frame.text(&before.text));
        VersionView {
            version: version.version,
            day: frame.day(&version.created_at),
            reason: version.reason.clone(),
            difference: if before.is_empty() {
                None
            } else {
                Difference::of(frame.t, before, frame.text(&version.text))
            },
        }
    });
    told.collect()
}

impl ClausePage {
    fn title(&self) -> String {
        markdown::excerpt(self.frame.text(&self.sheet.clause.text), 90)
    }

    fn language(&self) -> &'static str {
        self.sheet.clause.text.language(self.frame.t.language()).code()
    }
}
