//! `POST /proposals/{id}/position`: says what one thinks of a proposal, or takes it back when
//! `position` is empty. Without session, leads to sign-in and back to the proposal.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{address, position};
use fabrique_domain::{Choice, account::Actor, id::ProposalId, proposal::Position};
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
    Path(id): Path<ProposalId>,
    typed: Typed,
) -> PageResult {
    let page = address::proposal(id);
    if visitor.actor == Actor::Anonymous {
        return Ok(sign_in_and_back(&page));
    }
    let form = FormState::from(typed);
    match form.value("position") {
        "" => transact!(web.platform.store, |tx| position::withdraw(&visitor.actor, tx, id).await)?,
        code => {
            let position = Position::from_code(code).map_err(|_| Problem::Invalid("position"))?;
            transact!(web.platform.store, |tx| position::take(&visitor.actor, tx, id, position).await)?
        }
    };
    Ok(Redirect::to(&format!("{page}#positions")).into_response())
}
