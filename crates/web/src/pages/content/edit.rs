//! `/admin/pages` and `/admin/pages/{slug}`: the pages, and the form that edits one.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    content::{self, Text},
    error::need,
};
use fabrique_domain::{
    account::Permission,
    content::{Page, PageBody, PageTitle},
    text::Slug,
};
use fabrique_storage::transact;

use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "content/list.html")]
struct List {
    frame: Frame,
    form: FormState,
    pages: Vec<Page>,
}

#[derive(Template)]
#[template(path = "content/edit.html")]
struct Edit {
    frame: Frame,
    form: FormState,
    slug: String,
    /// Whether somebody else wrote a version meanwhile.
    changed: bool,
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    need(&visitor.actor, Permission::EditPages)?;
    let page = of_pages(&web, &visitor, FormState::default()).await?;
    visitor.page(&page)
}

/// Goes to the form of the page that has, or will have, the address typed.
pub(super) async fn open(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    need(&visitor.actor, Permission::EditPages)?;
    let mut form = FormState::from(typed);
    match form.read("slug", Slug::parse) {
        Some(slug) => Ok(Redirect::to(&format!("/admin/pages/{}", &*slug)).into_response()),
        None => {
            let page = of_pages(&web, &visitor, form).await?;
            visitor.again(&page)
        }
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    need(&visitor.actor, Permission::EditPages)?;
    Slug::parse(&slug).map_err(|_| Problem::NotFound)?;
    let form = match content::find(&mut web.platform.store.read().await?, &slug).await {
        Ok(page) => filled(page),
        Err(Error::NotFound) => FormState::default().with("version", "0"),
        Err(error) => return Err(error.into()),
    };
    visitor.page(&Edit { frame: visitor.frame("admin"), form, slug, changed: false })
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let address = Slug::parse(&slug).map_err(|_| Problem::NotFound)?;
    let mut form = FormState::from(typed);
    let base = form.value("version").parse().unwrap_or_default();
    let title = form.read_localized("title_fr", "title_en", PageTitle::parse);
    let body = form.read_localized("body_fr", "body_en", PageBody::parse);
    let (Some(title), Some(body)) = (title, body) else {
        need(&visitor.actor, Permission::EditPages)?;
        return visitor.again(&Edit { frame: visitor.frame("admin"), form, slug, changed: false });
    };
    let text = Text { title, body };
    match transact!(web.platform.store, |tx| content::edit(&visitor.actor, tx, &address, base, &text).await) {
        Ok(_) => Ok(Redirect::to(&format!("/pages/{slug}")).into_response()),
        Err(Error::Changed) => {
            let version = content::find(&mut web.platform.store.read().await?, &slug).await?.version;
            let form = form.with("version", version.to_string());
            visitor.again(&Edit { frame: visitor.frame("admin"), form, slug, changed: true })
        }
        Err(error) => Err(error.into()),
    }
}

async fn of_pages(web: &Web, visitor: &Visitor, form: FormState) -> Result<List, Problem> {
    let pages = content::list(&mut web.platform.store.read().await?).await?;
    Ok(List { frame: visitor.frame("admin"), form, pages })
}

fn filled(page: Page) -> FormState {
    FormState::default()
        .with("version", page.version.to_string())
        .with("title_fr", page.title.fr)
        .with("title_en", page.title.en.unwrap_or_default())
        .with("body_fr", page.body.fr)
        .with("body_en", page.body.en.unwrap_or_default())
}
