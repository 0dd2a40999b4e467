//! `GET`, `POST /admin/moderation/{kind}/{id}`: one contribution, the reports on it, and the
//! decision: hide it, show it again, or leave it where it is; always with a public reason.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Result, markdown, markdown::Html, moderation, moderation::Case};
use fabrique_domain::{
    Choice,
    moderation::{Act, Ground, ModerationAct, Report, Subject},
    proposal::Reason,
};
use fabrique_storage::transact;

use super::{grounds, path, subject};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Debug, Template)]
#[template(path = "moderation/case.html")]
struct CasePage {
    frame: Frame,
    case: Case,
    words: Html,
    form: FormState,
    acts: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
    path: String,
}

impl CasePage {
    async fn of(web: &Web, visitor: &Visitor, subject: Subject, form: FormState) -> Result<Self, Problem> {
        let reader = &mut web.platform.store.read().await?;
        let case = moderation::case(&visitor.actor, reader, subject).await?;
        let word = |act: Act| (act.code().to_owned(), visitor.texts.choice("moderation-do", act).to_string());
        Ok(Self {
            frame: visitor.frame(""),
            words: markdown::to_html(&case.excerpt),
            acts: possible(&case).into_iter().map(word).collect(),
            grounds: grounds(visitor.texts),
            path: path(subject),
            form,
            case,
        })
    }
}

impl CasePage {
    fn ground(&self, report: &Report) -> String {
        self.frame.t.choice("ground", report.ground).to_string()
    }

    fn act(&self, done: &ModerationAct) -> String {
        self.frame.t.choice("act", done.act).to_string()
    }
}

/// What may be decided now.
fn possible(case: &Case) -> Vec<Act> {
    let mut acts = Vec::new();
    if case.is_published {
        acts.push(Act::Hide);
    }
    if !case.reports.is_empty() {
        acts.push(Act::Keep);
    }
    if case.is_hidden {
        acts.push(Act::Restore);
    }
    acts
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
) -> PageResult {
    let page = CasePage::of(&web, &visitor, subject(&kind, &id)?, FormState::default()).await?;
    visitor.page(&page)
}

/// A decision as it was typed.
struct Decision {
    act: Act,
    /// What is said to be broken; read only to hide.
    ground: Option<Ground>,
    reason: Reason,
}

impl Decision {
    fn read(form: &mut FormState) -> Option<Self> {
        let act = form.read_choice("act");
        let ground = match act {
            Some(Act::Hide) => form.read_choice("ground").map(Some),
            _ => Some(None),
        };
        let reason = form.read("reason", Reason::parse);
        Some(Self { act: act?, ground: ground?, reason: reason? })
    }
}

pub(super) async fn decide(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let subject = subject(&kind, &id)?;
    let mut form = FormState::from(typed);
    let Some(decision) = Decision::read(&mut form) else {
        return visitor.again(&CasePage::of(&web, &visitor, subject, form).await?);
    };
    carry_out(&web, &visitor, subject, &decision).await?;
    Ok(Redirect::to("/admin/moderation").into_response())
}

async fn carry_out(web: &Web, visitor: &Visitor, subject: Subject, decision: &Decision) -> Result<()> {
    let (platform, actor, reason) = (&web.platform, &visitor.actor, &decision.reason);
    transact!(platform.store, |tx| match (decision.act, decision.ground) {
        (Act::Hide, Some(ground)) => moderation::hide(platform, actor, tx, subject, ground, reason).await,
        (Act::Restore, _) => moderation::restore(platform, actor, tx, subject, reason).await,
        (Act::Keep | Act::Hide, _) => moderation::keep(actor, tx, subject, reason).await,
    })
}
