//! `GET` and `POST /subscriptions/{token}/confirm`: opening the link changes nothing, since mail
//! scanners open links; the button does.

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
#[template(path = "subscription/confirm.html")]
struct Confirm {
    frame: Frame,
    subject: Subject,
    token: String,
    done: bool,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(token): Path<String>) -> PageResult {
    let subject = subscription::confirmable(&web.platform, &mut web.platform.store.read().await?, &token).await?;
    Ok(never_kept(visitor.page(&Confirm { frame: visitor.frame(""), subject, token, done: false })?))
}

pub(super) async fn confirm(State(web): State<Arc<Web>>, visitor: Visitor, Path(token): Path<String>) -> PageResult {
    let subject = transact!(web.platform.store, |tx| subscription::confirm(&web.platform, tx, &token).await)?;
    Ok(never_kept(visitor.page(&Confirm { frame: visitor.frame(""), subject, token, done: true })?))
}
