//! `POST /amendments/{id}/accept` and `GET`, `POST /amendments/{id}/decline`: the author of the
//! proposal or a coordinator takes the words in, or says why not.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{address, amendment, proposal};
use fabrique_domain::{
    id::AmendmentId,
    proposal::{Proposal, Reason},
};
use fabrique_storage::transact;

use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Debug, Template)]
#[template(path = "amendment/decline.html")]
struct DeclinePage {
    frame: Frame,
    proposal: Proposal,
    id: AmendmentId,
    form: FormState,
}

impl DeclinePage {
    async fn of(web: &Web, visitor: &Visitor, id: AmendmentId, form: FormState) -> Result<Self, Problem> {
        visitor.actor.person().ok_or(Problem::SignInNeeded)?;
        let reader = &mut web.platform.store.read().await?;
        let proposal = amendment::proposal_of(reader, id).await?.ok_or(Problem::NotFound)?;
        let proposal = proposal::show(&visitor.actor, reader, proposal).await?;
        Ok(Self { frame: visitor.frame("consultations"), proposal, id, form })
    }
}

pub(super) async fn accept(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<AmendmentId>) -> PageResult {
    let platform = &web.platform;
    transact!(platform.store, |tx| amendment::accept(platform, &visitor.actor, tx, id).await)?;
    let proposal = amendment::proposal_of(&mut platform.store.read().await?, id).await?;
    let page = address::proposal(proposal.ok_or(Problem::NotFound)?);
    Ok(Redirect::to(&format!("{page}#amendment-{id}")).into_response())
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<AmendmentId>) -> PageResult {
    visitor.page(&DeclinePage::of(&web, &visitor, id, FormState::default()).await?)
}

pub(super) async fn decline(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<AmendmentId>,
    typed: Typed,
) -> PageResult {
    let mut form = FormState::from(typed);
    let Some(reason) = form.read("reason", Reason::parse) else {
        return visitor.again(&DeclinePage::of(&web, &visitor, id, form).await?);
    };
    let platform = &web.platform;
    let proposal = transact!(platform.store, |tx| amendment::decline(platform, &visitor.actor, tx, id, &reason).await)?;
    Ok(Redirect::to(&format!("{}#amendment-{id}", address::proposal(proposal))).into_response())
}
