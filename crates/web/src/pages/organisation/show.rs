//! `GET /organisations/{slug}`: who an organisation is.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::organisation;
use fabrique_domain::{account::Permission, organisation::Organisation};

use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "organisation/show.html")]
struct OrganisationPage {
    frame: Frame,
    organisation: Organisation,
    /// The word for its kind.
    kind: String,
    /// Whether the reader may correct it.
    may_edit: bool,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let organisation = organisation::find(&mut reader, &slug).await?;
    let frame = visitor.frame("organisations");
    let kind = frame.t.choice("organisation-kind", organisation.kind).to_string();
    let may_edit = visitor.actor.may(Permission::GrantRoles);
    visitor.page(&OrganisationPage { frame, organisation, kind, may_edit })
}
