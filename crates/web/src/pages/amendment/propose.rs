//! `GET /proposals/{id}/amendments/new` and `POST /proposals/{id}/amendments`: the form that
//! proposes other words, beside the words as they stand.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, address, amendment, amendment::NewAmendment, proposal};
use fabrique_domain::{
    Choice,
    account::AuthorKind,
    id::ProposalId,
    proposal::{Passage, Proposal, ProposalField, Reason, Replacement},
};
use fabrique_storage::transact;

use crate::{
    author,
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Debug, Template)]
#[template(path = "amendment/propose.html")]
struct ProposePage {
    frame: Frame,
    proposal: Proposal,
    form: FormState,
    fields: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    /// The parts that hold words: code, title, text as it was written.
    parts: Vec<(&'static str, String, String)>,
}

impl ProposePage {
    async fn of(web: &Web, visitor: &Visitor, id: ProposalId, form: FormState) -> Result<Self, Problem> {
        let person = visitor.actor.person().ok_or(Problem::SignInNeeded)?;
        let proposal = proposal::show(&visitor.actor, &mut web.platform.store.read().await?, id).await?;
        let word = |field: ProposalField| visitor.texts.choice("proposal-field", field).to_string();
        let written = ProposalField::ALL.iter().copied().filter(|field| !proposal.part(*field).is_empty());
        let parts: Vec<_> = written.map(|field| (field.code(), word(field), proposal.part(field).to_owned())).collect();
        Ok(Self {
            frame: visitor.frame("consultations"),
            form,
            fields: parts.iter().map(|(code, title, _)| ((*code).to_owned(), title.clone())).collect(),
            kinds: author::options(visitor.texts, person),
            parts,
            proposal,
        })
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<ProposalId>) -> PageResult {
    let form =
        FormState::default().with("field", ProposalField::Body.code()).with("author_kind", AuthorKind::Citizen.code());
    visitor.page(&ProposePage::of(&web, &visitor, id, form).await?)
}

pub(super) async fn handle(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<ProposalId>,
    typed: Typed,
) -> PageResult {
    let mut form = FormState::from(typed);
    if let Some(new) = read(&mut form, id) {
        let platform = &web.platform;
        match transact!(platform.store, |tx| amendment::propose(platform, &visitor.actor, tx, &new).await) {
            Ok(added) => {
                let place = format!("{}#amendment-{added}", address::proposal(id));
                return Ok(Redirect::to(&place).into_response());
            }
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(error) => return Err(error.into()),
        }
    }
    visitor.again(&ProposePage::of(&web, &visitor, id, form).await?)
}

fn read(form: &mut FormState, proposal: ProposalId) -> Option<NewAmendment> {
    let field = form.read_choice("field");
    let passage = form.read("passage", Passage::parse);
    let replacement = form.read("replacement", Replacement::parse);
    let reason = form.read("reason", Reason::parse);
    let author_kind = author::read_kind(form);
    Some(NewAmendment {
        proposal,
        field: field?,
        passage: passage?,
        replacement: replacement?,
        reason: reason?,
        author_kind: author_kind?,
    })
}
