//! `POST /arguments/{id}/useful`: says that an argument is useful (`useful=yes`), or takes it back.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{address, argument};
use fabrique_domain::{account::Actor, id::ArgumentId};
use fabrique_storage::transact;

use crate::{
    form::{FormState, Typed},
    problem::Problem,
    sign_in::sign_in_and_back,
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn handle(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<ArgumentId>,
    typed: Typed,
) -> PageResult {
    if visitor.actor == Actor::Anonymous {
        let proposal = argument::proposal_of(&mut web.platform.store.read().await?, id).await?;
        return Ok(sign_in_and_back(&address::proposal(proposal.ok_or(Problem::NotFound)?)));
    }
    let useful = FormState::from(typed).value("useful") == "yes";
    let now = transact!(web.platform.store, |tx| {
        if useful {
            argument::mark_useful(&visitor.actor, tx, id).await
        } else {
            argument::unmark_useful(&visitor.actor, tx, id).await
        }
    })?;
    Ok(Redirect::to(&format!("{}#argument-{id}", address::proposal(now.proposal))).into_response())
}
