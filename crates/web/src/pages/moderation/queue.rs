//! `GET /admin/moderation`: the reports that wait, the oldest first.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{markdown, moderation, moderation::ReportedContribution};

use super::path;
use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many reports a page has.
const PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "moderation/queue.html")]
struct QueuePage {
    frame: Frame,
    items: Vec<ItemView>,
    is_first: bool,
    next: Option<String>,
}

#[derive(Debug)]
struct ItemView {
    path: String,
    excerpt: String,
    author: String,
    subject: String,
    ground: String,
    reason: String,
    days: i64,
}

impl ItemView {
    fn new(visitor: &Visitor, frame: &Frame, reported: &ReportedContribution) -> Self {
        let (t, report) = (visitor.texts, &reported.report);
        Self {
            path: path(report.subject),
            excerpt: markdown::excerpt(&reported.excerpt, 160),
            author: frame.name(&reported.author_name),
            subject: t.choice("subject-kind", report.subject.kind()).to_string(),
            ground: t.choice("ground", report.ground).to_string(),
            reason: markdown::excerpt(&report.reason, 300),
            days: frame.days_since(&report.created_at),
        }
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let query = visitor.uri.query().unwrap_or_default();
    let after = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "after");
    let after = after.map(|(_, id)| id.parse().map_err(|_| Problem::Invalid("after"))).transpose()?;
    let reader = &mut web.platform.store.read().await?;
    let mut queue = moderation::queue(&visitor.actor, reader, after, PAGE as i64 + 1).await?;
    let has_more = queue.len() > PAGE;
    queue.truncate(PAGE);
    let frame = visitor.frame("");
    visitor.page(&QueuePage {
        items: queue.iter().map(|reported| ItemView::new(&visitor, &frame, reported)).collect(),
        is_first: after.is_none(),
        next: queue.last().filter(|_| has_more).map(|reported| reported.report.id.to_string()),
        frame,
    })
}
