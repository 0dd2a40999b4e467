//! `/admin/commitments/{id}/clauses`: add, amend, strike out; two texts side by side when somebody
//! else wrote in between.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error, address,
    commitment::{self, ChangeReason, ClauseChange, ClauseSheet, NewClause, Repeal},
};
use fabrique_domain::{account::Permission, commitment::ClauseText, id::CommitmentId};
use fabrique_storage::transact;

use super::{super::named, parts::PartsPage, to_parts};
use crate::{
    form::{FormState, Typed, number},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "commitment/desk/clause.html")]
struct ClausePage {
    frame: Frame,
    form: FormState,
    sheet: ClauseSheet,
    /// Whether somebody else wrote in between: both texts are shown.
    conflict: bool,
}

pub(super) async fn add(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let id = named(&id)?;
    let mut form = FormState::from(typed);
    let text = form.read_localized("text", "text_en", ClauseText::parse);
    let reason = form.read("reason", ChangeReason::parse);
    if let (Some(text), Some(reason)) = (text, reason) {
        let input = NewClause { commitment_id: id, text, reason };
        match transact!(web.platform.store, |tx| commitment::add_clause(&visitor.actor, tx, &input).await) {
            Ok(_) => return Ok(to_parts(id)),
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(error) => return Err(error.into()),
        }
    }
    let page = PartsPage::read(&web, &visitor, id, form).await?;
    visitor.again(&page)
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
) -> PageResult {
    let sheet = find(&web, &visitor, named(&id)?, &number).await?;
    let form = filled(FormState::default(), &sheet).with("version", sheet.clause.version.to_string());
    visitor.page(&ClausePage { frame: visitor.frame("admin"), form, sheet, conflict: false })
}

/// The form with the words of the clause as they stand.
fn filled(form: FormState, sheet: &ClauseSheet) -> FormState {
    let words = &sheet.clause.text;
    form.with("text", words.fr.clone()).with("text_en", words.en.clone().unwrap_or_default())
}

async fn find(web: &Web, visitor: &Visitor, id: CommitmentId, number: &str) -> Result<ClauseSheet, Problem> {
    fabrique_app::error::need(&visitor.actor, Permission::DraftCommitments)?;
    let number = number.parse().map_err(|_| Problem::NotFound)?;
    let mut reader = web.platform.store.read().await?;
    Ok(commitment::read_clause(&visitor.actor, &mut reader, id, number).await?)
}

pub(super) async fn amend(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, number_typed)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let id = named(&id)?;
    let sheet = find(&web, &visitor, id, &number_typed).await?;
    let mut form = FormState::from(typed);
    let mut conflict = false;
    if let Some(input) = change(&mut form, &sheet) {
        match transact!(web.platform.store, |tx| commitment::amend_clause(&visitor.actor, tx, &input).await) {
            Ok(clause) => return Ok(Redirect::to(&address::clause(id, clause.number)).into_response()),
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(Error::Changed) => conflict = true,
            Err(error) => return Err(error.into()),
        }
    }
    if conflict {
        form = form.with("version", sheet.clause.version.to_string());
    }
    visitor.again(&ClausePage { frame: visitor.frame("admin"), form, sheet, conflict })
}

fn change(form: &mut FormState, sheet: &ClauseSheet) -> Option<ClauseChange> {
    let version = form.read("version", number);
    let text = form.read_localized("text", "text_en", ClauseText::parse);
    let reason = form.read("reason", ChangeReason::parse);
    Some(ClauseChange { clause_id: sheet.clause.id, version: version?, text: text?, reason: reason? })
}

pub(super) async fn repeal(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, number_typed)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let id = named(&id)?;
    let sheet = find(&web, &visitor, id, &number_typed).await?;
    let mut form = FormState::from(typed);
    let version = form.read("version", number).ok_or(Problem::Invalid("version"))?;
    if let Some(reason) = form.read("reason", ChangeReason::parse) {
        let input = Repeal { clause_id: sheet.clause.id, version, reason };
        match transact!(web.platform.store, |tx| commitment::repeal_clause(&visitor.actor, tx, &input).await) {
            Ok(clause) => return Ok(Redirect::to(&address::clause(id, clause.number)).into_response()),
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(error) => return Err(error.into()),
        }
    }
    let form = filled(form, &sheet);
    visitor.again(&ClausePage { frame: visitor.frame("admin"), form, sheet, conflict: false })
}
