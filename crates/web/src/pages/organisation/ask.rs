//! `GET` and `POST /organisations/{name}/ask/{kind}`: ask something of the coordination about an organisation;
//! `POST /organisations/{name}/suggestions`: put it back among the suggestions.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    address,
    directory::{self, Portrait, Way, request},
    error::need,
};
use fabrique_domain::{
    Choice,
    account::Permission,
    directory::{Ask, Reason, RequestKind, Truth},
    organisation::Website,
};
use fabrique_storage::transact;

use super::facts::choices;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "organisation/ask.html")]
struct AskPage {
    frame: Frame,
    name: String,
    slug: String,
    kind: RequestKind,
    form: FormState,
}

impl AskPage {
    /// The words of this kind of request: `request-title-withdrawal`…
    fn words(&self, what: &str) -> String {
        self.frame.t.choice(&format!("request-{what}"), self.kind).to_string()
    }

    fn is_contest(&self) -> bool {
        self.kind == RequestKind::Contest
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        choices(&self.frame)
    }
}

async fn portrait(web: &Web, name: &str) -> Result<Portrait, Problem> {
    let mut name = name.to_owned();
    for _ in 0..3 {
        match directory::portrait(&web.platform, &mut web.platform.store.read().await?, &name).await? {
            Way::Here(portrait) => return Ok(*portrait),
            Way::Moved(path) | Way::Elsewhere(path) => {
                name = path.rsplit('/').next().unwrap_or_default().to_owned();
            }
        }
    }
    Err(Problem::NotFound)
}

fn kind_of(code: &str) -> Result<RequestKind, Problem> {
    RequestKind::from_code(code).map_err(|_| Problem::NotFound)
}

fn page(visitor: &Visitor, portrait: &Portrait, kind: RequestKind, form: FormState) -> AskPage {
    let (name, slug) = (portrait.name().to_owned(), portrait.slug().to_owned());
    AskPage { frame: visitor.frame("directory"), name, slug, kind, form }
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((name, kind)): Path<(String, String)>,
) -> PageResult {
    let kind = kind_of(&kind)?;
    let portrait = portrait(&web, &name).await?;
    need(&visitor.actor, Permission::Contribute)?;
    let form = FormState::default().with("fact", visitor.query("fact"));
    visitor.page(&page(&visitor, &portrait, kind, form))
}

fn read(form: &mut FormState, kind: RequestKind) -> Option<Ask> {
    match kind {
        RequestKind::Withdrawal => Some(Ask::Withdrawal { reason: form.read("reason", Reason::parse)? }),
        RequestKind::Voice => Some(Ask::Voice { reason: form.read("reason", Reason::parse)? }),
        RequestKind::Contest => {
            let (fact, truth) = (form.read_choice("fact"), form.read("truth", Truth::parse));
            let link = form.read("link", Website::parse);
            Some(Ask::Contest { fact: fact?, truth: truth?, link: link? })
        }
    }
}

pub(super) async fn send(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((name, kind)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let kind = kind_of(&kind)?;
    let portrait = portrait(&web, &name).await?;
    need(&visitor.actor, Permission::Contribute)?;
    let mut form = FormState::from(typed);
    let Some(asked) = read(&mut form, kind) else {
        return visitor.again(&page(&visitor, &portrait, kind, form));
    };
    let platform = &web.platform;
    let id = transact!(platform.store, |tx| request::ask(platform, &visitor.actor, tx, &portrait, &asked).await)?;
    Ok(Redirect::to(&address::directory_request(id)).into_response())
}

pub(super) async fn come_back(State(web): State<Arc<Web>>, visitor: Visitor, Path(name): Path<String>) -> PageResult {
    let portrait = portrait(&web, &name).await?;
    transact!(web.platform.store, |tx| request::come_back(&visitor.actor, tx, &portrait).await)?;
    Ok(Redirect::to(&address::organisation(portrait.slug())).into_response())
}
