//! `GET` and `POST /admin/responses/{id}/correct`: correcting what is public, with a reason.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error, address,
    response::{self, Correction, ResponsePage, Seen},
};
use fabrique_domain::{
    account::Permission,
    id::ResponseId,
    proposal::Reason,
    response::{ResponseReason, ResponseState},
};
use fabrique_storage::{Reader, transact};

use super::{edit, fields, fields::Offers, named};
use crate::{
    form::{FormState, Typed, number},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "response/correct.html")]
struct CorrectPage {
    frame: Frame,
    form: FormState,
    offers: Offers,
    id: ResponseId,
    rule: String,
}

impl CorrectPage {
    async fn read(
        visitor: &Visitor,
        reader: &mut Reader,
        kept: &ResponsePage,
        form: FormState,
        rule: String,
    ) -> Result<Self, Problem> {
        let (frame, one) = (visitor.frame(""), &kept.response);
        let offers = Offers::read(&visitor.actor, reader, &frame, one.consultation_id, &kept.contributions).await?;
        Ok(Self { frame, form, offers, id: one.id, rule })
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let kept = read(&visitor, &mut reader, named(&id)?).await?;
    let page = CorrectPage::read(&visitor, &mut reader, &kept, edit::filled(&kept), String::new()).await?;
    visitor.page(&page)
}

/// A published response, for those who correct what is public.
async fn read(visitor: &Visitor, reader: &mut Reader, id: ResponseId) -> Result<ResponsePage, Problem> {
    if !visitor.actor.may(Permission::PublishResponses) {
        return Err(Error::Forbidden(Permission::PublishResponses).into());
    }
    let kept = edit::read(visitor, reader, id).await?;
    if kept.response.state == ResponseState::Published { Ok(kept) } else { Err(Problem::NotFound) }
}

pub(super) async fn keep(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let id: ResponseId = named(&id)?;
    let mut form = FormState::from(typed);
    let mut rule = String::new();
    let seen = Seen { id, version: form.read("version", number).ok_or(Problem::Invalid("version"))? };
    if let Some(input) = correction(&mut form) {
        let corrected: Result<(), Error> = transact!(web.platform.store, |tx| {
            response::correct(&web.platform, &visitor.actor, tx, seen, &input).await
        });
        match corrected {
            Ok(()) => return Ok(Redirect::to(&address::response(id)).into_response()),
            Err(error) => rule = fields::take(&mut form, &visitor, error)?,
        }
    }
    let mut reader = web.platform.store.read().await?;
    let kept = read(&visitor, &mut reader, id).await?;
    visitor.again(&CorrectPage::read(&visitor, &mut reader, &kept, form, rule).await?)
}

fn correction(form: &mut FormState) -> Option<Correction> {
    let decision = form.read_choice("decision");
    let reason = form.read("reason", ResponseReason::parse);
    let reason_en = form.read_optional("reason_en", ResponseReason::parse);
    let merged_into = form.read_optional("merged_into", fields::contribution_named);
    let clauses = fields::read_all(form, "clauses");
    let note = form.read("correction_note", Reason::parse);
    Some(Correction {
        decision: decision?,
        reason: reason?,
        reason_en: reason_en?,
        merged_into: merged_into?,
        clauses: clauses?,
        note: note?,
    })
}
