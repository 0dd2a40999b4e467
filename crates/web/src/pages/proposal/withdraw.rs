//! `GET` and `POST /proposals/{id}/withdraw`: taking one's proposal back, after being asked once.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{address, proposal};
use fabrique_domain::proposal::{Proposal, ProposalState, Reason};
use fabrique_storage::transact;

use super::show::named;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    proposal: Proposal,
    form: FormState,
}

async fn own(web: &Web, visitor: &Visitor, id: &str) -> Result<Proposal, Problem> {
    let account = visitor.actor.account_id().ok_or(Problem::SignInNeeded)?;
    let mut reader = web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, &mut reader, named(id)?).await?;
    match proposal.state {
        _ if proposal.author_id != Some(account) => Err(Problem::Refused("proposal-not-yours")),
        ProposalState::Published => Ok(proposal),
        _ => Err(Problem::Refused("proposal-not-published")),
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let proposal = own(&web, &visitor, &id).await?;
    visitor.page(&WithdrawPage { frame: visitor.frame("consultations"), proposal, form: FormState::default() })
}

pub(super) async fn withdraw(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let proposal = own(&web, &visitor, &id).await?;
    let mut form = FormState::from(typed);
    let Some(reason) = form.read_optional("reason", Reason::parse) else {
        return visitor.again(&WithdrawPage { frame: visitor.frame("consultations"), proposal, form });
    };
    let (actor, reason) = (&visitor.actor, reason.as_ref());
    transact!(web.platform.store, |tx| proposal::withdraw(actor, tx, proposal.id, reason).await)?;
    Ok(Redirect::to(&address::proposal(proposal.id)).into_response())
}
