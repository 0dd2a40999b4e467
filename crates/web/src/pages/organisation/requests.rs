//! `GET /admin/requests`: what waits for the coordination; `GET /directory/requests`: what one asked oneself;
//! `GET /directory/requests/{id}`: one request, for who asked and who answers; `POST`: the answer.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    address,
    directory::request::{self, Answer},
    markdown::{self, Html},
};
use fabrique_domain::{
    Choice,
    account::Permission,
    directory::{Reason, Request, RequestKind, RequestState},
    id::DirectoryRequestId,
    text::Fault,
};
use fabrique_storage::transact;

use super::facts::linked;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many waiting requests a page has.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "organisation/requests.html")]
struct RequestsPage {
    frame: Frame,
    waiting: Vec<ItemView>,
    handled: Vec<ItemView>,
    is_first: bool,
    next: Option<String>,
}

/// A request in a list.
#[derive(Debug)]
struct ItemView {
    path: String,
    /// What is asked, about whom.
    title: String,
    asker: String,
    since: String,
    state: &'static str,
    word: String,
    excerpt: String,
}

/// How a state is drawn.
const fn drawn(state: RequestState) -> &'static str {
    match state {
        RequestState::Waiting => "owed",
        RequestState::Accepted => "done",
        RequestState::Refused => "refused",
        RequestState::TakenBack => "outside",
    }
}

fn title(frame: &Frame, request: &Request) -> String {
    frame.t.choice("request-about", request.kind).with_text("name", &request.name).to_string()
}

impl ItemView {
    fn new(frame: &Frame, request: &Request) -> Self {
        let text = if request.kind == RequestKind::Contest { &request.truth } else { &request.reason };
        Self {
            path: address::directory_request(request.id),
            title: title(frame, request),
            asker: frame.name(&request.asker),
            since: frame.t.get("request-since").with("days", frame.days_since(&request.asked_at)).to_string(),
            state: drawn(request.state),
            word: frame.t.choice("request-state", request.state).to_string(),
            excerpt: markdown::excerpt(text, 200),
        }
    }
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let after = visitor.query("after");
    let after: Option<DirectoryRequestId> =
        if after.is_empty() { None } else { Some(after.parse().map_err(|_| Problem::Invalid("after"))?) };
    let reader = &mut web.platform.store.read().await?;
    let mut waiting = request::waiting(&visitor.actor, reader, after, PAGE as i64 + 1).await?;
    let has_more = waiting.len() > PAGE;
    waiting.truncate(PAGE);
    let handled = if after.is_none() { request::handled(&visitor.actor, reader).await? } else { Vec::new() };
    let frame = visitor.frame("admin");
    let view = |one: &Request| ItemView::new(&frame, one);
    visitor.page(&RequestsPage {
        next: waiting.last().filter(|_| has_more).map(|one| one.id.to_string()),
        waiting: waiting.iter().map(view).collect(),
        handled: handled.iter().map(view).collect(),
        is_first: after.is_none(),
        frame: frame.clone(),
    })
}

#[derive(Template)]
#[template(path = "organisation/own_requests.html")]
struct OwnRequestsPage {
    frame: Frame,
    asked: Vec<ItemView>,
}

pub(super) async fn own(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let asked = request::own(&visitor.actor, &mut web.platform.store.read().await?).await?;
    let frame = visitor.frame("directory");
    visitor.page(&OwnRequestsPage { asked: asked.iter().map(|one| ItemView::new(&frame, one)).collect(), frame })
}

#[derive(Template)]
#[template(path = "organisation/request.html")]
struct RequestPage {
    frame: Frame,
    request: Request,
    title: String,
    /// The page of the organisation, by what the request was filed under.
    path: String,
    reason: Html,
    truth: Html,
    link: String,
    answer: Html,
    /// Whether the reader answers it now.
    may_answer: bool,
    /// Whether agreeing needs somebody else: who gives roles.
    needs_roles: bool,
    /// Whether the reader keeps the directory.
    keeps: bool,
    form: FormState,
}

impl RequestPage {
    fn new(visitor: &Visitor, request: Request, path: String, form: FormState) -> Self {
        let (frame, actor) = (visitor.frame("directory"), &visitor.actor);
        Self {
            title: title(&frame, &request),
            path,
            reason: markdown::to_html(&request.reason),
            truth: markdown::to_html(&request.truth),
            link: linked(&request.link),
            answer: markdown::to_html(&request.answer),
            may_answer: request.state == RequestState::Waiting && actor.may(Permission::KeepDirectory),
            keeps: actor.may(Permission::KeepDirectory),
            needs_roles: request.kind == RequestKind::Voice && !actor.may(Permission::GrantRoles),
            request,
            form,
            frame,
        }
    }

    fn state(&self) -> (&'static str, String) {
        (drawn(self.request.state), self.frame.t.choice("request-state", self.request.state).to_string())
    }

    fn fact(&self) -> String {
        self.request.fact.map(|fact| self.frame.t.choice("fact", fact).to_string()).unwrap_or_default()
    }

    /// What happens now, for who asked.
    fn what_now(&self) -> String {
        self.frame.t.choice("request-now", self.request.kind).to_string()
    }

    fn verdicts(&self) -> Vec<(&'static str, String)> {
        let word = |verdict: &str| {
            let kind = self.request.kind.code().replace('_', "-");
            self.frame.t.get(format!("request-verdict-{kind}-{verdict}")).to_string()
        };
        let refuse = ("refuse", word("refuse"));
        if self.needs_roles { vec![refuse] } else { vec![("agree", word("agree")), refuse] }
    }
}

async fn found(web: &Web, visitor: &Visitor, id: &str) -> Result<(Request, String), Problem> {
    let id: DirectoryRequestId = id.parse().map_err(|_| Problem::NotFound)?;
    let reader = &mut web.platform.store.read().await?;
    let request = request::find(&visitor.actor, reader, id).await?;
    let name = match request.subject.organisation_id() {
        Some(id) => fabrique_app::organisation::by_id(reader, id).await?.map(|found| found.slug).unwrap_or_default(),
        None => request.subject.to_string(),
    };
    Ok((request, address::organisation(&name)))
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let (request, path) = found(&web, &visitor, &id).await?;
    visitor.page(&RequestPage::new(&visitor, request, path, FormState::default()))
}

pub(super) async fn answer(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (request, path) = found(&web, &visitor, &id).await?;
    let mut form = FormState::from(typed);
    let verdict = form.read("verdict", |code| match code {
        "agree" => Ok(true),
        "refuse" => Ok(false),
        "" => Err(Fault::Missing),
        _ => Err(Fault::Unknown),
    });
    let reason = form.read("reason", Reason::parse);
    let (Some(agrees), Some(reason)) = (verdict, reason) else {
        fabrique_app::error::need(&visitor.actor, Permission::KeepDirectory)?;
        return visitor.again(&RequestPage::new(&visitor, request, path, form));
    };
    let (platform, given) = (&web.platform, Answer { agrees, reason });
    transact!(platform.store, |tx| request::answer(platform, &visitor.actor, tx, request.id, &given).await)?;
    Ok(Redirect::to("/admin/requests").into_response())
}
