//! `GET /responses/{id}`: an answer, what it answers, what it changed, what its authors say to it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    address,
    markdown::{self, Html},
    response::{self, ResponsePage, speaks_for},
    trace,
};
use fabrique_domain::{
    Choice,
    account::Permission,
    id::{ContestId, ProposalId, ResponseId},
    response::{Contest, ResponseState},
};

use super::{capital, drawn, named};
use crate::{
    difference::Difference,
    form::FormState,
    frame::Frame,
    pages::trace::draw,
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "response/show.html")]
pub(super) struct ShowPage {
    frame: Frame,
    page: ResponsePage,
    title: String,
    class: &'static str,
    reason: Html,
    thread: Thread,
    contests: Vec<ContestView>,
    versions: Vec<VersionView>,
    /// The contributions whose author is reading and may contest: (identifier, title).
    contestable: Vec<(String, String)>,
    /// Whether the reader speaks for the institution, and may reply to contests.
    replies: bool,
    corrects: bool,
    form: FormState,
}

struct ContestView {
    id: ContestId,
    about: String,
    about_path: String,
    author: String,
    day: String,
    body: Html,
    reply: Html,
    replied: Option<String>,
}

struct VersionView {
    version: i64,
    decision: String,
    day: String,
    note: String,
    difference: Difference,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let page = ShowPage::read(&web, &visitor, named(&id)?, FormState::default()).await?;
    visitor.page(&page)
}

impl ShowPage {
    /// The page of a published answer, with what its reader may do. A draft is shown at the desk.
    pub(super) async fn read(web: &Web, visitor: &Visitor, id: ResponseId, form: FormState) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let page = response::read(&visitor.actor, &mut reader, id).await?;
        if page.response.state != ResponseState::Published {
            return Err(Problem::NotFound);
        }
        let told = trace::of_response(&web.platform, &mut reader, id).await?;
        let frame = visitor.frame("responses");
        let label = frame.t.get("response-thread-of").with("title", title(&frame, &page)).to_string();
        Ok(Self {
            title: title(&frame, &page),
            class: drawn(page.response.decision),
            reason: markdown::to_html(frame.text(&page.response.reason)),
            thread: draw(&frame, Size::Side, label, &told),
            contests: page.contests.iter().map(|one| contest(&frame, &page, one)).collect(),
            versions: versions(&frame, &page),
            contestable: contestable(visitor, &page),
            replies: speaks_for(&visitor.actor, page.response.institution_id),
            corrects: visitor.actor.may(Permission::PublishResponses),
            form,
            frame,
            page,
        })
    }

    /// The path of a contribution, for the template.
    #[expect(clippy::unused_self, reason = "the template reaches it through the page")]
    fn proposal(&self, id: &ProposalId) -> String {
        address::proposal(*id)
    }

    /// The language in which the reason is really read.
    fn reason_language(&self) -> &'static str {
        self.page.response.reason.language(self.frame.t.language()).code()
    }

    fn decision(&self) -> String {
        capital(&self.frame.t.choice("decision", self.page.response.decision).to_string())
    }
}

/// What the answer is about.
pub(super) fn title(frame: &Frame, page: &ResponsePage) -> String {
    let first = page.contributions.first().map(|one| one.title.clone());
    let first = first.unwrap_or_else(|| frame.t.get("response-untitled").to_string());
    match page.contributions.len() {
        0 | 1 => first,
        count => frame.t.get("response-title-and-others").with("title", first).with("others", count - 1).to_string(),
    }
}

fn contest(frame: &Frame, page: &ResponsePage, contest: &Contest) -> ContestView {
    let about = page.contributions.iter().find(|one| one.id == contest.proposal_id);
    ContestView {
        id: contest.id,
        about: about.map(|one| one.title.clone()).unwrap_or_default(),
        about_path: address::proposal(contest.proposal_id),
        author: about.map(|one| frame.name(&one.author_name)).unwrap_or_default(),
        day: frame.day(&contest.created_at),
        body: markdown::to_html(&contest.body),
        reply: markdown::to_html(&contest.reply),
        replied: contest.replied_at.map(|at| frame.day(&at)),
    }
}

/// Each former version with what became of its words in the next one.
fn versions(frame: &Frame, page: &ResponsePage) -> Vec<VersionView> {
    let present = std::iter::once(&page.response.reason);
    let next = present.chain(page.versions.iter().map(|version| &version.reason));
    let view = |(version, next): (&fabrique_storage::response::EarlierVersion, _)| VersionView {
        version: version.version,
        decision: frame.t.choice("decision", version.decision).to_string(),
        day: frame.day(&version.created_at),
        note: version.note.clone(),
        difference: Difference::whole(frame.t, frame.text(&version.reason), frame.text(next)),
    };
    page.versions.iter().zip(next).map(view).collect()
}

fn contestable(visitor: &Visitor, page: &ResponsePage) -> Vec<(String, String)> {
    let reader = visitor.actor.account_id();
    let contested = |id: ProposalId| page.contests.iter().any(|contest| contest.proposal_id == id);
    let own = page.contributions.iter().filter(|one| reader.is_some() && one.author_id == reader && !contested(one.id));
    own.map(|one| (one.id.to_string(), one.title.clone())).collect()
}
