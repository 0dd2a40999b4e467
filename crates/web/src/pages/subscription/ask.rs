//! `GET /subscriptions/new`, `POST /subscriptions`, `GET /subscriptions/asked`: asking to be told.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::subscription::{self, Request, Subject};
use fabrique_domain::{Choice, content::Topic, text::EmailAddress};
use fabrique_storage::transact;
use uuid::Uuid;

use super::never_kept;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "subscription/ask.html")]
struct Ask {
    frame: Frame,
    form: FormState,
    subject: Subject,
}

#[derive(Template)]
#[template(path = "subscription/asked.html")]
struct Asked {
    frame: Frame,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let (topic, id) = (visitor.query("topic"), visitor.query("id"));
    let (subject, ..) = subject(&web, &topic, &id).await?;
    let email = visitor.actor.person().and_then(|person| person.account.email.clone()).unwrap_or_default();
    let form = FormState::default().with("topic", topic).with("id", id).with("email", email);
    visitor.page(&Ask { frame: visitor.frame(""), form, subject })
}

pub(super) async fn ask(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let (subject, topic, subject_id) = subject(&web, form.value("topic"), form.value("id")).await?;
    let Some(email) = form.read("email", EmailAddress::parse) else {
        return visitor.again(&Ask { frame: visitor.frame(""), form, subject });
    };
    let request = Request { email, language: visitor.language(), topic, subject_id, network: visitor.network.prefix() };
    transact!(web.platform.store, |tx| subscription::subscribe(&web.platform, tx, &request).await)?;
    Ok(Redirect::to("/subscriptions/asked").into_response())
}

pub(super) async fn asked(visitor: Visitor) -> PageResult {
    Ok(never_kept(visitor.page(&Asked { frame: visitor.frame("") })?))
}

async fn subject(web: &Web, topic: &str, id: &str) -> Result<(Subject, Topic, Uuid), Problem> {
    let topic = Topic::from_code(topic).map_err(|_| Problem::NotFound)?;
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let subject = subscription::subject(&mut web.platform.store.read().await?, topic, id).await?;
    Ok((subject, topic, id))
}
