//! `GET`, `POST /proposals/{id}/report` and `/arguments/{id}/report`: tells the coordinators that a
//! contribution breaks the rules. No account is needed.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{markdown, moderation, moderation::NewReport};
use fabrique_domain::{
    id::{ArgumentId, ProposalId},
    moderation::Subject,
    proposal::Reason,
};
use fabrique_storage::transact;

use super::grounds;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Debug, Template)]
#[template(path = "moderation/report.html")]
struct ReportPage {
    frame: Frame,
    proposal: ProposalId,
    excerpt: String,
    form: FormState,
    grounds: Vec<(String, String)>,
}

impl ReportPage {
    async fn of(web: &Web, visitor: &Visitor, subject: Subject, form: FormState) -> Result<Self, Problem> {
        let reader = &mut web.platform.store.read().await?;
        let (proposal, words) = moderation::reportable(reader, subject).await?;
        let excerpt = markdown::excerpt(&words, 300);
        Ok(Self { frame: visitor.frame(""), proposal, excerpt, form, grounds: grounds(visitor.texts) })
    }
}

pub(super) async fn show_proposal(web: State<Arc<Web>>, visitor: Visitor, Path(id): Path<ProposalId>) -> PageResult {
    visitor.page(&ReportPage::of(&web, &visitor, Subject::Proposal(id), FormState::default()).await?)
}

pub(super) async fn show_argument(web: State<Arc<Web>>, visitor: Visitor, Path(id): Path<ArgumentId>) -> PageResult {
    visitor.page(&ReportPage::of(&web, &visitor, Subject::Argument(id), FormState::default()).await?)
}

pub(super) async fn report_proposal(
    web: State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<ProposalId>,
    typed: Typed,
) -> PageResult {
    report(&web, &visitor, Subject::Proposal(id), typed).await
}

pub(super) async fn report_argument(
    web: State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<ArgumentId>,
    typed: Typed,
) -> PageResult {
    report(&web, &visitor, Subject::Argument(id), typed).await
}

async fn report(web: &Web, visitor: &Visitor, subject: Subject, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let (ground, reason) = (form.read_choice("ground"), form.read("reason", Reason::parse));
    let (Some(ground), Some(reason)) = (ground, reason) else {
        return visitor.again(&ReportPage::of(web, visitor, subject, form).await?);
    };
    let new = NewReport { subject, ground, reason };
    transact!(web.platform.store, |tx| moderation::report(&visitor.actor, tx, &new).await)?;
    Ok(Redirect::to("/moderation?reported").into_response())
}
