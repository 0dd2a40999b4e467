//! `POST /arguments/{id}/withdraw`: takes one's argument back.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{address, argument};
use fabrique_domain::id::ArgumentId;
use fabrique_storage::transact;

use crate::{
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn handle(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<ArgumentId>) -> PageResult {
    transact!(web.platform.store, |tx| argument::withdraw(&visitor.actor, tx, id).await)?;
    let proposal = argument::proposal_of(&mut web.platform.store.read().await?, id).await?;
    let page = address::proposal(proposal.ok_or(Problem::NotFound)?);
    Ok(Redirect::to(&format!("{page}#arguments")).into_response())
}
