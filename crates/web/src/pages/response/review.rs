//! The second reader: what would be published, and the two things to do with it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    address,
    markdown::{self, Html},
    response::{self, ResponsePage, Seen},
};
use fabrique_domain::{id::ResponseId, proposal::Reason, response::ResponseState};
use fabrique_storage::transact;

use super::{capital, drawn, edit, named, show, to_desk};
use crate::{
    form::{FormState, Typed, number},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "response/review.html")]
pub(super) struct ReviewPage {
    frame: Frame,
    form: FormState,
    title: String,
    class: &'static str,
    decision: String,
    reason: Html,
    reason_en: Html,
    page: ResponsePage,
    /// Whether the reader wrote it: then somebody else publishes it.
    is_own: bool,
}

impl ReviewPage {
    pub(super) fn of(visitor: &Visitor, page: ResponsePage, form: FormState) -> Self {
        let (frame, one) = (visitor.frame(""), &page.response);
        Self {
            title: show::title(&frame, &page),
            class: drawn(one.decision),
            decision: capital(&frame.t.choice("decision", one.decision).to_string()),
            reason: markdown::to_html(&one.reason.fr),
            reason_en: markdown::to_html(one.reason.en.as_deref().unwrap_or_default()),
            is_own: one.drafted_by.is_some() && one.drafted_by == visitor.actor.account_id(),
            form: form.with("version", one.version.to_string()),
            frame,
            page,
        }
    }
}

/// The response and the version of it that stood on the page.
fn seen(id: &str, form: &mut FormState) -> Result<Seen, Problem> {
    let version = form.read("version", number).ok_or(Problem::Invalid("version"))?;
    Ok(Seen { id: named(id)?, version })
}

pub(super) async fn publish(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let seen = seen(&id, &mut typed.into())?;
    transact!(web.platform.store, |tx| response::publish(&web.platform, &visitor.actor, tx, seen).await)?;
    Ok(Redirect::to(&address::response(seen.id)).into_response())
}

pub(super) async fn send_back(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let mut form = FormState::from(typed);
    let seen = seen(&id, &mut form)?;
    let Some(note) = form.read("note", Reason::parse) else {
        return again(&web, &visitor, seen.id, form).await;
    };
    transact!(web.platform.store, |tx| response::send_back(&visitor.actor, tx, seen, &note).await)?;
    Ok(to_desk(seen.id))
}

async fn again(web: &Web, visitor: &Visitor, id: ResponseId, form: FormState) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let page = edit::read(visitor, &mut reader, id).await?;
    if page.response.state != ResponseState::InReview {
        return Err(Problem::Changed);
    }
    visitor.again(&ReviewPage::of(visitor, page, form))
}

pub(super) async fn discard(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let seen = seen(&id, &mut typed.into())?;
    transact!(web.platform.store, |tx| response::discard(&visitor.actor, tx, seen).await)?;
    Ok(Redirect::to("/admin/responses").into_response())
}
