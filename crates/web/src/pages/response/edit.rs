//! `GET` and `POST /admin/responses/{id}`: going on with a draft, reading over what is in review.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error, address,
    response::{self, ResponseDraft, ResponsePage, Seen},
};
use fabrique_domain::{Choice, id::ResponseId, response::ResponseState};
use fabrique_storage::{Reader, transact};

use super::{draft::EditPage, fields, fields::Offers, named, review::ReviewPage, to_desk};
use crate::{
    form::{FormState, Typed, number},
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id: ResponseId = named(&id)?;
    let mut reader = web.platform.store.read().await?;
    let kept = read(&visitor, &mut reader, id).await?;
    match kept.response.state {
        ResponseState::Published => Ok(Redirect::to(&address::response(id)).into_response()),
        ResponseState::InReview => visitor.page(&ReviewPage::of(&visitor, kept, FormState::default())),
        ResponseState::Draft => {
            let form = filled(&kept);
            visitor.page(&page(&visitor, &mut reader, &kept, form, String::new()).await?)
        }
    }
}

/// The response, for those who answer for its institution; for the others, as if there were none.
pub(super) async fn read(visitor: &Visitor, reader: &mut Reader, id: ResponseId) -> Result<ResponsePage, Problem> {
    let kept = response::read(&visitor.actor, reader, id).await?;
    let speaks = response::speaks_for(&visitor.actor, kept.response.institution_id);
    if speaks { Ok(kept) } else { Err(Error::Forbidden(fabrique_domain::account::Permission::Respond).into()) }
}

/// The form with what the draft holds.
pub(super) fn filled(kept: &ResponsePage) -> FormState {
    let one = &kept.response;
    FormState::default()
        .with("version", one.version.to_string())
        .with("institution", one.institution_id.to_string())
        .with("decision", one.decision.code())
        .with("reason", one.reason.fr.clone())
        .with("reason_en", one.reason.en.clone().unwrap_or_default())
        .with("merged_into", one.merged_into.map(|id| id.to_string()).unwrap_or_default())
        .with_all("contributions", kept.contributions.iter().map(|one| one.id.to_string()))
        .with_all("clauses", kept.clauses.iter().map(|one| one.clause_id.to_string()))
}

async fn page(
    visitor: &Visitor,
    reader: &mut Reader,
    kept: &ResponsePage,
    form: FormState,
    rule: String,
) -> Result<EditPage, Problem> {
    let (frame, one) = (visitor.frame(""), &kept.response);
    let consultation = one.consultation_id;
    let offers = Offers::read(&visitor.actor, reader, &frame, consultation, &kept.contributions).await?;
    Ok(EditPage {
        frame,
        form,
        offers,
        action: format!("/admin/responses/{}", one.id),
        note: one.review_note.clone(),
        rule,
        kept: Some((one.id, one.version)),
    })
}

pub(super) async fn keep(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let id: ResponseId = named(&id)?;
    let mut form = FormState::from(typed);
    let seen = Seen { id, version: form.read("version", number).ok_or(Problem::Invalid("version"))? };
    let mut rule = String::new();
    if let Some(words) = fields::read(&mut form) {
        let submits = form.value("then") == "submit";
        match write(&web, &visitor, seen, &words, submits).await {
            Ok(()) => return Ok(to_desk(id)),
            Err(error) => rule = fields::take(&mut form, &visitor, error)?,
        }
    }
    let mut reader = web.platform.store.read().await?;
    let kept = read(&visitor, &mut reader, id).await?;
    visitor.again(&page(&visitor, &mut reader, &kept, form, rule).await?)
}

/// Writes the draft, and sends it for review in the same stroke: all of it, or nothing.
async fn write(web: &Web, visitor: &Visitor, seen: Seen, words: &ResponseDraft, submits: bool) -> Result<(), Error> {
    transact!(web.platform.store, |tx| {
        response::edit(&visitor.actor, tx, seen, words).await?;
        if submits {
            response::submit(&visitor.actor, tx, Seen { version: seen.version + 1, ..seen }).await?;
        }
        Ok::<_, Error>(())
    })
}
