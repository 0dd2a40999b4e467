//! `GET /shortlists/{id}/add`, and what is sent from there: one organisation by hand, or a column of identifiers.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    shortlist::{self, ColumnReport, HandWritten},
};
use fabrique_domain::{
    id::ShortlistId,
    shortlist::{EntryName, Why, identifiers},
    text::{Fault, Line},
};
use fabrique_storage::transact;

use super::{head::Head, identifier, told};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/hand.html")]
struct Hand {
    frame: Frame,
    head: Head,
    form: FormState,
    refused: Option<String>,
    /// What became of a column that was just sent.
    report: Option<ColumnReport>,
}

impl Hand {
    async fn read(web: &Web, visitor: &Visitor, id: ShortlistId, form: FormState) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let page = shortlist::show(&web.platform, &visitor.actor, &mut reader, id).await?;
        if !page.access.standing.writes() {
            return Err(Problem::Refused("shortlist-read-only"));
        }
        let head = Head::new(&page.access, "add");
        Ok(Self { frame: visitor.frame("account"), head, form, refused: None, report: None })
    }

    fn added(&self, report: &ColumnReport) -> i64 {
        i64::try_from(report.added.len()).unwrap_or(i64::MAX)
    }

    fn already(&self, report: &ColumnReport) -> i64 {
        i64::try_from(report.already).unwrap_or(i64::MAX)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    visitor.page(&Hand::read(&web, &visitor, identifier(&id)?, FormState::default()).await?)
}

fn written(form: &mut FormState) -> Option<HandWritten> {
    let name = form.read("name", EntryName::parse);
    let place = form.read("place", Line::parse);
    let about = form.read("about", Line::parse);
    let why = form.read("why", given);
    Some(HandWritten { name: name?, place: place?, about: about?, why: why? })
}

/// A reason that may not be left out.
fn given(typed: &str) -> Result<Why, Fault> {
    Why::parse(typed).and_then(|why| if why.is_empty() { Err(Fault::Missing) } else { Ok(why) })
}

pub(super) async fn add(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form, mut refused) = (identifier(&id)?, FormState::from(typed), None);
    if let Some(written) = written(&mut form) {
        match transact!(web.platform.store, |tx| shortlist::add_by_hand(&visitor.actor, tx, id, &written).await) {
            Err(Error::Refused(rule)) => refused = Some(told(&visitor, rule)),
            outcome => {
                let entry = outcome?;
                return Ok(Redirect::to(&format!("/shortlists/{id}?done=added#e-{entry}")).into_response());
            }
        }
    }
    visitor.again(&Hand { refused, ..Hand::read(&web, &visitor, id, form).await? })
}

pub(super) async fn column(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form, mut refused) = (identifier(&id)?, FormState::from(typed), None);
    let column = form.read("column", |typed| match identifiers(typed) {
        lines if lines.is_empty() => Err(Fault::Missing),
        lines => Ok(lines),
    });
    let why = form.read("column_why", given);
    if let (Some(column), Some(why)) = (column, why) {
        let actor = &visitor.actor;
        match transact!(web.platform.store, |tx| {
            shortlist::add_column(&web.platform, actor, tx, id, &column, &why).await
        }) {
            Err(Error::Refused(rule)) => refused = Some(told(&visitor, rule)),
            outcome => {
                let report = Some(outcome?);
                let page = Hand::read(&web, &visitor, id, FormState::default()).await?;
                return visitor.page(&Hand { report, ..page });
            }
        }
    }
    visitor.again(&Hand { refused, ..Hand::read(&web, &visitor, id, form).await? })
}
