//! `GET` and `POST /admin/consultations/{slug}/edit`: what may still be edited of a consultation.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, consultation};
use fabrique_domain::consultation::Consultation;
use fabrique_storage::transact;

use super::{
    desk::found,
    written::{self, Choices},
};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "consultation/edit.html")]
struct EditPage {
    frame: Frame,
    consultation: Consultation,
    form: FormState,
    choices: Choices,
    /// The rule that said no to what was typed, in words.
    refusal: Option<String>,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let consultation = found(&web, &visitor, &slug).await?;
    let frame = visitor.frame("admin");
    let choices = Choices::read(&mut web.platform.store.read().await?, &frame).await?;
    let form = written::filled(&consultation, &web.platform.site.zone);
    visitor.page(&EditPage { frame, consultation, form, choices, refusal: None })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let consultation = found(&web, &visitor, &slug).await?;
    let (mut form, mut refusal) = (FormState::from(typed), None);
    if let Some(input) = written::read(&mut form, &web.platform.site.zone) {
        let (actor, id) = (&visitor.actor, consultation.id);
        match transact!(web.platform.store, |tx| consultation::edit(actor, tx, id, &input).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(Error::Refused(rule)) => refusal = Some(Problem::Refused(rule).advice(visitor.texts)),
            kept => {
                let path = format!("/admin/consultations/{}", kept?.slug);
                return Ok(Redirect::to(&path).into_response());
            }
        }
    }
    let frame = visitor.frame("admin");
    let choices = Choices::read(&mut web.platform.store.read().await?, &frame).await?;
    visitor.again(&EditPage { frame, consultation, form, choices, refusal })
}
