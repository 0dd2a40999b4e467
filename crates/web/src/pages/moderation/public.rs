//! `GET /moderation`: how much was reported and hidden, and why, for everybody to read.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{
    markdown,
    markdown::Html,
    moderation::{self, ActCount, ReportCount},
};
use fabrique_domain::moderation::{ModerationAct, ReportState};

use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many acts a page has.
const PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "moderation/public.html")]
struct PublicPage {
    frame: Frame,
    just_reported: bool,
    reports: Vec<ReportCount>,
    counts: Vec<ActCount>,
    acts: Vec<ActView>,
    is_first: bool,
    next: Option<String>,
}

/// What a moderator did, as everybody reads it.
#[derive(Debug)]
struct ActView {
    act: String,
    subject: String,
    ground: Option<String>,
    reason: Html,
    iso: String,
    day: String,
}

impl PublicPage {
    /// Reports in every state.
    fn reported(&self) -> i64 {
        self.reports.iter().map(|count| count.reports).sum()
    }

    /// Reports that wait for a decision.
    fn waiting(&self) -> i64 {
        self.reports.iter().filter(|count| count.state == ReportState::Open).map(|count| count.reports).sum()
    }

    fn act(&self, count: &ActCount) -> String {
        self.frame.t.choice("act", count.act).to_string()
    }

    fn subject(&self, count: &ActCount) -> String {
        self.frame.t.choice("subject-kind", count.subject_kind).to_string()
    }

    fn ground(&self, count: &ActCount) -> String {
        count.ground.map_or_else(|| "–".to_owned(), |ground| self.frame.t.choice("ground", ground).to_string())
    }
}

impl ActView {
    fn new(visitor: &Visitor, frame: &Frame, done: &ModerationAct) -> Self {
        let t = visitor.texts;
        Self {
            act: t.choice("act", done.act).to_string(),
            subject: t.choice("subject-kind", done.subject.kind()).to_string(),
            ground: done.ground.map(|ground| t.choice("ground", ground).to_string()),
            reason: markdown::to_html(&done.reason),
            iso: frame.iso(&done.decided_at),
            day: frame.day(&done.decided_at),
        }
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let query = visitor.uri.query().unwrap_or_default();
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let after = fields.clone().find(|(name, _)| name == "after");
    let after = after.map(|(_, id)| id.parse().map_err(|_| Problem::Invalid("after"))).transpose()?;
    let reader = &mut web.platform.store.read().await?;
    let figures = moderation::figures(reader).await?;
    let mut acts = moderation::acts(reader, after, PAGE as i64 + 1).await?;
    let has_more = acts.len() > PAGE;
    acts.truncate(PAGE);
    let frame = visitor.frame("transparency");
    visitor.page(&PublicPage {
        just_reported: fields.any(|(name, _)| name == "reported"),
        reports: figures.reports,
        counts: figures.acts,
        acts: acts.iter().map(|act| ActView::new(&visitor, &frame, act)).collect(),
        is_first: after.is_none(),
        next: acts.last().filter(|_| has_more).map(|act| act.id.to_string()),
        frame,
    })
}
