//! `GET /accessibility`: the accessibility statement, which follows from the audits.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{
    content::accessibility::{self, Statement},
    markdown::{self, Html},
};
use fabrique_domain::account::Permission;

use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "content/accessibility.html")]
struct AccessibilityPage {
    frame: Frame,
    statement: Statement,
    body: Html,
    may_edit: bool,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let frame = visitor.frame("accessibility");
    let statement = accessibility::statement(&mut web.platform.store.read().await?, frame.today()).await?;
    let body = markdown::to_page(statement.page.body.get(visitor.language()));
    let may_edit = visitor.actor.may(Permission::EditPages);
    visitor.page(&AccessibilityPage { frame, statement, body, may_edit })
}
