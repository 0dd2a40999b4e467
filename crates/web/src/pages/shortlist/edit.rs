//! `GET` and `POST /shortlists/{id}/edit`, `POST /shortlists/{id}/erase`: what a list is called, and its end.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, shortlist};
use fabrique_domain::{id::ShortlistId, text::Fault};
use fabrique_storage::transact;

use super::{done, head::Head, identifier, list::description};
use crate::{
    form::{self, FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/edit.html")]
struct Edit {
    frame: Frame,
    head: Head,
    form: FormState,
    version: i64,
    changed: bool,
}

impl Edit {
    async fn read(web: &Web, visitor: &Visitor, id: ShortlistId) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let page = shortlist::show(&web.platform, &visitor.actor, &mut reader, id).await?;
        if !page.access.standing.keeps() {
            return Err(Problem::Refused("shortlist-not-keeper"));
        }
        let list = &page.access.list;
        let form = FormState::default()
            .with("title", list.title.clone())
            .with("aim", list.aim.clone())
            .with("version", list.version.to_string());
        let head = Head::new(&page.access, "edit");
        Ok(Self { frame: visitor.frame("account"), head, form, version: list.version, changed: false })
    }
}

impl Edit {
    fn sure(&self) -> Vec<(&'static str, String)> {
        vec![("yes", self.frame.t.get("shortlist-sure-yes").to_string())]
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    visitor.page(&Edit::read(&web, &visitor, identifier(&id)?).await?)
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (identifier(&id)?, FormState::from(typed));
    let (description, version) = (description(&mut form), form.read("version", form::number));
    let mut changed = false;
    if let (Some(description), Some(version)) = (description, version) {
        let kept = transact!(web.platform.store, |tx| {
            shortlist::describe(&visitor.actor, tx, id, version, &description).await
        });
        match kept {
            Err(Error::Changed) => changed = true,
            outcome => {
                outcome?;
                return Ok(done(id, "saved"));
            }
        }
    }
    let page = Edit::read(&web, &visitor, id).await?;
    let form = if changed { form.with("version", page.version.to_string()) } else { form };
    visitor.again(&Edit { form, changed, ..page })
}

pub(super) async fn erase(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let (id, mut form) = (identifier(&id)?, FormState::from(typed));
    if form.value("sure") != "yes" {
        form.fault("sure", Fault::Missing);
        let page = Edit::read(&web, &visitor, id).await?;
        return visitor.again(&Edit { form: page.form.clone().under(form), ..page });
    }
    transact!(web.platform.store, |tx| shortlist::erase(&visitor.actor, tx, id).await)?;
    Ok(Redirect::to("/shortlists?done=erased").into_response())
}
