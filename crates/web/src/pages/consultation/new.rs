//! `GET` and `POST /admin/consultations/new`: begins a consultation that only coordinators see.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, consultation};
use fabrique_domain::account::Permission;
use fabrique_storage::transact;

use super::written::{self, Choices};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "consultation/new.html")]
struct NewPage {
    frame: Frame,
    form: FormState,
    choices: Choices,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    fabrique_app::error::need(&visitor.actor, Permission::RunConsultations)?;
    let frame = visitor.frame("admin");
    let choices = Choices::read(&mut web.platform.store.read().await?, &frame).await?;
    let form = FormState::default().with("ballot", "three_positions").with("answer_within_days", "60");
    visitor.page(&NewPage { frame, form, choices })
}

pub(super) async fn prepare(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    fabrique_app::error::need(&visitor.actor, Permission::RunConsultations)?;
    let mut form = FormState::from(typed);
    if let Some(input) = written::read(&mut form, &web.platform.site.zone) {
        match transact!(web.platform.store, |tx| consultation::prepare(&visitor.actor, tx, &input).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            prepared => {
                let path = format!("/admin/consultations/{}", prepared?.slug);
                return Ok(Redirect::to(&path).into_response());
            }
        }
    }
    let frame = visitor.frame("admin");
    let choices = Choices::read(&mut web.platform.store.read().await?, &frame).await?;
    visitor.again(&NewPage { frame, form, choices })
}
