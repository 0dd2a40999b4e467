//! `GET` and `POST /subscriptions/{token}/unsubscribe`: the request that a mail service sends by
//! itself (RFC 8058) and the button that a person presses are the same; neither needs a session.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::subscription::{self, Subject};
use fabrique_storage::transact;

use super::never_kept;
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "subscription/stop.html")]
struct StopPage {
    frame: Frame,
    subject: Option<Subject>,
    token: String,
    done: bool,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(token): Path<String>) -> PageResult {
    let subject = subscription::stoppable(&web.platform, &mut web.platform.store.read().await?, &token).await?;
    let done = subject.is_none();
    Ok(never_kept(visitor.page(&StopPage { frame: visitor.frame(""), subject, token, done })?))
}

pub(super) async fn stop(State(web): State<Arc<Web>>, visitor: Visitor, Path(token): Path<String>) -> PageResult {
    transact!(web.platform.store, |tx| subscription::unsubscribe(&web.platform, tx, &token).await)?;
    Ok(never_kept(visitor.page(&StopPage { frame: visitor.frame(""), subject: None, token, done: true })?))
}
