//! `GET` and `POST /consultations/{slug}/propose`: one form; what is typed is kept as a draft, then
//! shown as everybody will read it, beside what is already proposed, before it is published.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, consultation, plan, proposal};
use fabrique_domain::{
    Choice,
    account::Permission,
    consultation::{Consultation, ConsultationState},
    plan::Theme,
};
use fabrique_storage::transact;

use super::form::{self, Choices};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/propose.html")]
struct ProposePage {
    frame: Frame,
    consultation: Consultation,
    form: FormState,
    choices: Choices,
    answered_by: String,
    scripts: Vec<String>,
}

impl ProposePage {
    fn new(web: &Web, visitor: &Visitor, context: Context, form: FormState) -> Self {
        let frame = visitor.frame("consultations");
        Self {
            choices: Choices::new(visitor, &frame, &context.themes),
            answered_by: form::answered_by(&frame, &context.consultation),
            scripts: ["similar.js", "draft.js"].map(|file| web.assets.address(file).to_owned()).to_vec(),
            consultation: context.consultation,
            frame,
            form,
        }
    }
}

struct Context {
    consultation: Consultation,
    themes: Vec<Theme>,
}

/// The consultation, when the visitor may propose there.
async fn context(web: &Web, visitor: &Visitor, slug: &str) -> Result<Context, Problem> {
    let mut reader = web.platform.store.read().await?;
    let consultation = consultation::by_slug(&visitor.actor, &mut reader, slug).await?;
    fabrique_app::error::need(&visitor.actor, Permission::Contribute)?;
    match consultation.state(reader.now()) {
        ConsultationState::Open => {}
        ConsultationState::Planned => return Err(Problem::Refused("proposal-consultation-not-open-yet")),
        _ => return Err(Problem::Refused("proposal-consultation-closed")),
    }
    let themes = plan::themes::list(&mut reader, consultation.plan_id).await?;
    Ok(Context { consultation, themes })
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let context = context(&web, &visitor, &slug).await?;
    let form = FormState::default()
        .with("author_kind", "citizen")
        .with("capacity", "personal")
        .with("language", visitor.language().code());
    visitor.page(&ProposePage::new(&web, &visitor, context, form))
}

pub(super) async fn keep(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let context = context(&web, &visitor, &slug).await?;
    let mut form = FormState::from(typed);
    let usual = visitor.language();
    let to_publish = form.value("step") != "draft";
    if to_publish {
        form::text(&mut form, usual, &context.themes);
    }
    if !form.is_faulty()
        && let Some(draft) = form::draft(&mut form, usual, &context.themes)
    {
        let (actor, id) = (&visitor.actor, context.consultation.id);
        match transact!(web.platform.store, |tx| proposal::save_draft(actor, tx, id, None, &draft).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            kept => return Ok(onwards(kept?.id, to_publish)),
        }
    }
    visitor.again(&ProposePage::new(&web, &visitor, context, form))
}

/// To the preview, or back to the draft that was kept.
pub(super) fn onwards(id: fabrique_domain::id::ProposalId, to_publish: bool) -> axum::response::Response {
    let next = if to_publish { "preview" } else { "edit?kept=1" };
    Redirect::to(&format!("{}/{next}", fabrique_app::address::proposal(id))).into_response()
}
