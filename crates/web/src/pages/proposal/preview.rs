//! `GET /proposals/{id}/preview` and `POST /proposals/{id}/publish`: a draft as everybody will read
//! it, beside what is already proposed; then for everybody.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error, address, consultation,
    markdown::{self, Html},
    plan, proposal, search,
};
use fabrique_domain::{
    Choice,
    consultation::Consultation,
    plan::Theme,
    proposal::{Proposal, ProposalState},
};
use fabrique_storage::transact;

use super::{
    form,
    show::{heading, named},
};
use crate::{
    frame::Frame,
    pages::consultation::ProposalLine,
    problem::Problem,
    speaker,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many neighbours are shown before publishing.
const NEIGHBOURS: usize = 5;

#[derive(Template)]
#[template(path = "proposal/preview.html")]
struct PreviewPage {
    frame: Frame,
    consultation: Consultation,
    proposal: Proposal,
    title: String,
    who: (&'static str, String),
    similar: Vec<ProposalLine>,
    answered_by: String,
    /// Whether everything that is asked is there.
    is_complete: bool,
}

impl PreviewPage {
    fn html(&self, text: &str) -> Html {
        markdown::to_html(text)
    }

    fn language(&self) -> &'static str {
        self.proposal.language.code()
    }
}

/// A draft of the visitor's own, where it stands.
async fn own_draft(web: &Web, visitor: &Visitor, id: &str) -> Result<(Proposal, Consultation, Vec<Theme>), Problem> {
    visitor.actor.account_id().ok_or(Problem::SignInNeeded)?;
    let mut reader = web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, &mut reader, named(id)?).await?;
    if proposal.state != ProposalState::Draft {
        return Err(Problem::Refused("proposal-not-a-draft"));
    }
    let consultation = consultation::find(&visitor.actor, &mut reader, proposal.consultation_id).await?;
    let themes = plan::themes::list(&mut reader, consultation.plan_id).await?;
    Ok((proposal, consultation, themes))
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let (proposal, consultation, themes) = own_draft(&web, &visitor, &id).await?;
    let frame = visitor.frame("consultations");
    let similar = similar(&web, &visitor, &frame, &consultation, &themes, &proposal).await?;
    visitor.page(&PreviewPage {
        title: heading(&frame, &proposal),
        who: speaker::who(frame.t, proposal.author_kind),
        answered_by: form::answered_by(&frame, &consultation),
        is_complete: form::publication(&proposal, &themes).is_ok(),
        similar,
        consultation,
        proposal,
        frame,
    })
}

/// What is already proposed and near. Without the index, nothing: publishing does not wait for it.
async fn similar(
    web: &Web,
    visitor: &Visitor,
    frame: &Frame,
    consultation: &Consultation,
    themes: &[Theme],
    draft: &Proposal,
) -> Result<Vec<ProposalLine>, Problem> {
    let text = format!("{}\n\n{}\n\n{}", draft.title, draft.problem, draft.change);
    let mut reader = web.platform.store.read().await?;
    let (actor, platform) = (&visitor.actor, &web.platform);
    match search::similar(actor, platform, &mut reader, consultation.id, &text, NEIGHBOURS).await {
        Err(Error::Search(_)) => Ok(Vec::new()),
        found => Ok(found?.into_iter().map(|item| ProposalLine::new(frame, consultation, themes, item)).collect()),
    }
}

pub(super) async fn publish(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let (draft, _, themes) = own_draft(&web, &visitor, &id).await?;
    let Ok(publication) = form::publication(&draft, &themes) else {
        return Ok(Redirect::to(&format!("{}/edit", address::proposal(draft.id))).into_response());
    };
    let actor = &visitor.actor;
    transact!(web.platform.store, |tx| proposal::publish(actor, tx, draft.id, &publication).await)?;
    Ok(Redirect::to(&address::proposal(draft.id)).into_response())
}
