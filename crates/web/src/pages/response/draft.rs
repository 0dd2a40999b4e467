//! `GET /admin/responses/new?proposals=…` and `POST /admin/responses/new`: one response to several
//! contributions.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::id::{ConsultationId, ProposalId, ResponseId};
use fabrique_storage::transact;

use super::{fields, fields::Offers, to_desk};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// The form of a response, new or begun.
#[derive(Template)]
#[template(path = "response/edit.html")]
pub(super) struct EditPage {
    pub(super) frame: Frame,
    pub(super) form: FormState,
    pub(super) offers: Offers,
    /// Where the form is sent.
    pub(super) action: String,
    /// What the reviewer asked, when it came back.
    pub(super) note: String,
    /// The rule that said no, in the reader's words.
    pub(super) rule: String,
    /// The draft that can be thrown away, with its version.
    pub(super) kept: Option<(ResponseId, i64)>,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let ids = chosen(&visitor);
    if ids.is_empty() && visitor.actor.person().is_some() {
        return Ok(Redirect::to("/admin/responses").into_response());
    }
    let form = FormState::default().with_all("contributions", ids.iter().map(ToString::to_string));
    let page = page(&web, &visitor, &ids, form, String::new()).await?;
    visitor.page(&page)
}

/// The contributions chosen at the desk.
fn chosen(visitor: &Visitor) -> Vec<ProposalId> {
    let fields = form_urlencoded::parse(visitor.uri.query().unwrap_or_default().as_bytes());
    fields.filter(|(name, _)| name == "proposals").filter_map(|(_, id)| id.parse().ok()).collect()
}

async fn page(
    web: &Web,
    visitor: &Visitor,
    ids: &[ProposalId],
    form: FormState,
    rule: String,
) -> Result<EditPage, Problem> {
    let mut reader = web.platform.store.read().await?;
    let frame = visitor.frame("");
    let (consultation, contributions) = response::to_answer(&visitor.actor, &mut reader, ids).await?;
    let offers = Offers::read(&visitor.actor, &mut reader, &frame, consultation, &contributions).await?;
    let form = with_only_institution(form, &offers);
    let form = form.with("consultation", consultation.to_string());
    Ok(EditPage { frame, form, offers, action: "/admin/responses/new".into(), note: String::new(), rule, kept: None })
}

/// Who speaks for one institution only does not choose it.
fn with_only_institution(form: FormState, offers: &Offers) -> FormState {
    match offers.institutions.as_slice() {
        [(only, _)] if form.value("institution").is_empty() => form.with("institution", only.clone()),
        _ => form,
    }
}

pub(super) async fn keep(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let shown: Vec<ProposalId> = form.values("shown").iter().filter_map(|id| id.parse().ok()).collect();
    let consultation = form.read("consultation", parsed).ok_or(Problem::Invalid("consultation"))?;
    let Some(words) = fields::read(&mut form) else {
        return visitor.again(&page(&web, &visitor, &shown, form, String::new()).await?);
    };
    let submits = form.value("then") == "submit";
    match begin(&web, &visitor, consultation, &words, submits).await {
        Ok(id) => Ok(to_desk(id)),
        Err(error) => {
            let rule = fields::take(&mut form, &visitor, error)?;
            visitor.again(&page(&web, &visitor, &shown, form, rule).await?)
        }
    }
}

async fn begin(
    web: &Web,
    visitor: &Visitor,
    consultation: ConsultationId,
    words: &ResponseDraft,
    submits: bool,
) -> Result<ResponseId, Error> {
    transact!(web.platform.store, |tx| {
        let id = response::draft(&visitor.actor, tx, consultation, words).await?;
        if submits {
            response::submit(&visitor.actor, tx, Seen { id, version: 1 }).await?;
        }
        Ok::<_, Error>(id)
    })
}
