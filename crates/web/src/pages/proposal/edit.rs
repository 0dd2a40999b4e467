//! `GET` and `POST /proposals/{id}/edit`: going on with a draft, or writing another version of what
//! is published.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, address, consultation, plan, proposal, proposal::Edit};
use fabrique_domain::{
    consultation::Consultation,
    plan::Theme,
    proposal::{Proposal, ProposalState},
};
use fabrique_storage::transact;

use super::{
    form::{self, Choices},
    propose::onwards,
    show::named,
};
use crate::{
    form::{FormState, Typed, number},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/edit.html")]
struct EditPage {
    frame: Frame,
    consultation: Consultation,
    proposal: Proposal,
    form: FormState,
    choices: Choices,
    answered_by: String,
    /// Whether the draft was kept a moment ago.
    is_kept: bool,
    scripts: Vec<String>,
}

impl EditPage {
    fn new(web: &Web, visitor: &Visitor, context: Context, form: FormState) -> Self {
        let frame = visitor.frame("consultations");
        Self {
            choices: Choices::new(visitor, &frame, &context.themes),
            answered_by: form::answered_by(&frame, &context.consultation),
            is_kept: visitor.uri.query() == Some("kept=1") && !form.is_faulty(),
            scripts: ["similar.js", "draft.js"].map(|file| web.assets.address(file).to_owned()).to_vec(),
            consultation: context.consultation,
            proposal: context.proposal,
            frame,
            form,
        }
    }

    fn is_draft(&self) -> bool {
        self.proposal.state == ProposalState::Draft
    }

    /// Whether the next words stand beside these as another version.
    fn leaves_a_version(&self) -> bool {
        !self.proposal.is_untouched() || self.proposal.version > 1
    }
}

struct Context {
    proposal: Proposal,
    consultation: Consultation,
    themes: Vec<Theme>,
}

/// The proposal, when it is the visitor's own.
async fn context(web: &Web, visitor: &Visitor, id: &str) -> Result<Context, Problem> {
    let account = visitor.actor.account_id().ok_or(Problem::SignInNeeded)?;
    let mut reader = web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, &mut reader, named(id)?).await?;
    if proposal.author_id != Some(account) {
        return Err(Problem::Refused("proposal-not-yours"));
    }
    if matches!(proposal.state, ProposalState::Withdrawn | ProposalState::Hidden) {
        return Err(Problem::Refused("proposal-not-published"));
    }
    let consultation = consultation::find(&visitor.actor, &mut reader, proposal.consultation_id).await?;
    let themes = plan::themes::list(&mut reader, consultation.plan_id).await?;
    Ok(Context { proposal, consultation, themes })
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let context = context(&web, &visitor, &id).await?;
    let form = form::filled(&context.proposal, &context.themes);
    visitor.page(&EditPage::new(&web, &visitor, context, form))
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let context = context(&web, &visitor, &id).await?;
    let mut form = FormState::from(typed);
    let done = match context.proposal.state {
        ProposalState::Draft => save_draft(&web, &visitor, &context, &mut form).await?,
        _ => save_version(&web, &visitor, &context, &mut form).await?,
    };
    match done {
        Some(done) => Ok(done),
        None => visitor.again(&EditPage::new(&web, &visitor, context, form)),
    }
}

/// Keeps the draft; nothing when the form must be shown again.
async fn save_draft(
    web: &Web,
    visitor: &Visitor,
    context: &Context,
    form: &mut FormState,
) -> Result<Option<axum::response::Response>, Problem> {
    let usual = context.proposal.language;
    let to_publish = form.value("step") != "draft";
    if to_publish {
        form::text(form, usual, &context.themes);
    }
    let draft = if form.is_faulty() { None } else { form::draft(form, usual, &context.themes) };
    let Some(draft) = draft else { return Ok(None) };
    let (actor, id, consultation) = (&visitor.actor, context.proposal.id, context.consultation.id);
    match transact!(web.platform.store, |tx| proposal::save_draft(actor, tx, consultation, Some(id), &draft).await) {
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            Ok(None)
        }
        kept => Ok(Some(onwards(kept?.id, to_publish))),
    }
}

/// Publishes other words; nothing when the form must be shown again.
async fn save_version(
    web: &Web,
    visitor: &Visitor,
    context: &Context,
    form: &mut FormState,
) -> Result<Option<axum::response::Response>, Problem> {
    let base_version = form.read("base_version", number);
    let text = form::text(form, context.proposal.language, &context.themes);
    let (Some(base_version), Some(text)) = (base_version, text) else { return Ok(None) };
    let edit = Edit { base_version, text };
    let (actor, id) = (&visitor.actor, context.proposal.id);
    match transact!(web.platform.store, |tx| proposal::edit(actor, tx, id, &edit).await) {
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            Ok(None)
        }
        kept => {
            kept?;
            Ok(Some(Redirect::to(&address::proposal(id)).into_response()))
        }
    }
}
