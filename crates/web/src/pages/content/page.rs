//! `GET /pages/{slug}`: a page of content.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    content,
    markdown::{self, Html},
};
use fabrique_domain::{account::Permission, content::Page};

use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "content/page.html")]
struct ContentPage {
    frame: Frame,
    page: Page,
    body: Html,
    may_edit: bool,
}

impl ContentPage {
    /// Whether somebody wrote it here, so that it has a date and a history.
    fn is_written(&self) -> bool {
        !content::is_as_it_came(&self.page)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    if slug == "accessibility" {
        return Ok(Redirect::permanent("/accessibility").into_response());
    }
    let page = content::find(&mut web.platform.store.read().await?, &slug).await?;
    let body = markdown::to_page(page.body.get(visitor.language()));
    let may_edit = visitor.actor.may(Permission::EditPages);
    visitor.page(&ContentPage { frame: visitor.frame("pages"), page, body, may_edit })
}
