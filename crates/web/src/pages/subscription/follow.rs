//! `POST /follows` and `GET /account/follows`: following and no longer following, and the list.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::subscription::{self, Followed};
use fabrique_domain::{Choice, Instant, content::Topic, sign_in::ReturnPath};
use fabrique_storage::transact;
use uuid::Uuid;

use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many things a page of the list shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "subscription/list.html")]
struct List {
    frame: Frame,
    followed: Vec<Followed>,
    older: Option<String>,
}

/// Follows, or no longer follows when `stop` is there; then goes back where the button was.
pub(super) async fn change(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let form = FormState::from(typed);
    let topic = Topic::from_code(form.value("topic")).map_err(|_| Problem::Invalid("topic"))?;
    let id: Uuid = form.value("id").parse().map_err(|_| Problem::Invalid("id"))?;
    let back = ReturnPath::within_site(form.value("return_to"));
    if form.value("stop").is_empty() {
        transact!(web.platform.store, |tx| subscription::follow(&visitor.actor, tx, topic, id).await)?;
    } else {
        transact!(web.platform.store, |tx| subscription::unfollow(&visitor.actor, tx, topic, id).await)?;
    }
    Ok(Redirect::to(&back).into_response())
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let before = key(&visitor.query("before"));
    let mut reader = web.platform.store.read().await?;
    let mut followed = subscription::list(&visitor.actor, &mut reader, before, PAGE + 1).await?;
    let more = followed.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    if more {
        followed.pop();
    }
    let older = followed.last().filter(|_| more).map(|last| format!("{}.{}", last.since.micros(), last.id));
    visitor.page(&List { frame: visitor.frame("account"), followed, older })
}

/// Where a page of the list ends, as the address of the next one carries it.
fn key(text: &str) -> Option<(Instant, Uuid)> {
    let (micros, id) = text.split_once('.')?;
    Some((Instant::from_micros(micros.parse().ok()?), id.parse().ok()?))
}
