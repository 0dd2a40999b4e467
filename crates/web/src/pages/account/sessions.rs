//! `POST /account/sessions/{id}/revoke` and `POST /account/sessions/revoke-others`.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::account;
use fabrique_domain::id::SessionId;
use fabrique_storage::transact;

use super::overview::done;
use crate::{
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn revoke(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id: SessionId = id.parse().map_err(|_| Problem::NotFound)?;
    transact!(web.platform.store, |tx| account::revoke_session(&visitor.actor, tx, id).await)?;
    Ok(done("session-ended"))
}

pub(super) async fn revoke_others(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let kept = visitor.session.ok_or(Problem::SignInNeeded)?;
    transact!(web.platform.store, |tx| account::revoke_other_sessions(&visitor.actor, tx, kept).await)?;
    Ok(done("sessions-ended"))
}
