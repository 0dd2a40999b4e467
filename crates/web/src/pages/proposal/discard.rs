//! `POST /proposals/{id}/discard`: throws a draft away.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::proposal;
use fabrique_storage::transact;

use super::show::named;
use crate::{
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn discard(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id = named(&id)?;
    transact!(web.platform.store, |tx| proposal::discard(&visitor.actor, tx, id).await)?;
    Ok(Redirect::to("/account/proposals").into_response())
}
