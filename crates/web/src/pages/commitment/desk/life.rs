//! `POST /admin/commitments/{id}/…`: submit, publish, hand back, withdraw.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::{Error, Result, commitment};
use fabrique_domain::{id::CommitmentId, text::Line};
use fabrique_storage::transact;

use super::{super::named, room::RoomPage, to_room};
use crate::{
    form::{FormState, Typed, number},
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

type Here = State<Arc<Web>>;

pub(super) async fn submit(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, version) = (named(&id)?, version(typed)?);
    let done = transact!(web.platform.store, |tx| commitment::submit(&visitor.actor, tx, id, version).await);
    back(&web, &visitor, id, done).await
}

pub(super) async fn publish(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let (id, version) = (named(&id)?, version(typed)?);
    let done = transact!(web.platform.store, |tx| commitment::publish(&visitor.actor, tx, id, version).await);
    back(&web, &visitor, id, done).await
}

pub(super) async fn hand_back(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let id = named(&id)?;
    let (version, reason) = (version(typed.clone())?, reason(typed));
    let done = match reason {
        Ok(reason) => transact!(web.platform.store, |tx| {
            commitment::hand_back(&visitor.actor, tx, id, version, &reason).await
        }),
        Err(error) => Err(error),
    };
    back(&web, &visitor, id, done).await
}

pub(super) async fn withdraw(State(web): Here, visitor: Visitor, Path(id): Path<String>, typed: Typed) -> PageResult {
    let id = named(&id)?;
    let (version, reason) = (version(typed.clone())?, reason(typed));
    let done = match reason {
        Ok(reason) => {
            transact!(web.platform.store, |tx| commitment::withdraw(&visitor.actor, tx, id, version, &reason).await)
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(axum::response::IntoResponse::into_response(axum::response::Redirect::to(
            &fabrique_app::address::commitment(id),
        ))),
        done => back(&web, &visitor, id, done).await,
    }
}

fn version(typed: Typed) -> Result<i64, Problem> {
    FormState::from(typed).read("version", number).ok_or(Problem::Invalid("version"))
}

fn reason(typed: Typed) -> Result<Line<10, 1_000>> {
    let form = FormState::from(typed);
    Line::parse(form.value("reason")).map_err(|fault| Error::field("reason", fault))
}

async fn back(web: &Web, visitor: &Visitor, id: CommitmentId, done: Result<()>) -> PageResult {
    match done {
        Ok(()) => Ok(to_room(id)),
        Err(Error::Invalid(faults)) => {
            let page = RoomPage::read(web, visitor, id, None).await?;
            visitor.again(&page.with(faults))
        }
        Err(error) => Err(error.into()),
    }
}
