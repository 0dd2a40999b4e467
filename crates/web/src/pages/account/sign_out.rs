//! `POST /sign-out`: ends the session in use.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::account;
use fabrique_storage::transact;

use super::with_cookie;
use crate::{
    session,
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn sign_out(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    if let Some(session) = visitor.session {
        transact!(web.platform.store, |tx| account::sign_out(&visitor.actor, tx, session).await)?;
    }
    Ok(with_cookie(Redirect::to("/").into_response(), &session::forgotten(&web)))
}
