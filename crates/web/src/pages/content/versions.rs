//! `GET /pages/{slug}/versions` and `GET /pages/{slug}/versions/{version}`: what changed and when.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::content::{self, Revision};
use fabrique_domain::content::{Page, PageVersion};

use crate::{
    difference::Difference,
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many versions a page of the list shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "content/versions.html")]
struct Versions {
    frame: Frame,
    page: Page,
    versions: Vec<PageVersion>,
    older: Option<i64>,
}

#[derive(Template)]
#[template(path = "content/version.html")]
struct Version {
    frame: Frame,
    slug: String,
    revision: Revision,
    /// The title, then the text.
    parts: [Difference; 2],
}

pub(super) async fn list(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let before = visitor.query("before").parse().ok();
    let mut reader = web.platform.store.read().await?;
    let page = content::find(&mut reader, &slug).await?;
    let mut versions = content::versions(&mut reader, &slug, before, PAGE + 1).await?;
    let more = versions.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    if more {
        versions.pop();
    }
    let older = versions.last().filter(|_| more).map(|last| last.version);
    visitor.page(&Versions { frame: visitor.frame("pages"), page, versions, older })
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((slug, version)): Path<(String, String)>,
) -> PageResult {
    let version = version.parse().map_err(|_| Problem::NotFound)?;
    let revision = content::revision(&mut web.platform.store.read().await?, &slug, version).await?;
    let frame = visitor.frame("pages");
    let part = |before, after| Difference::whole(frame.t, frame.text(before), frame.text(after));
    let parts =
        [part(&revision.earlier_title, &revision.version.title), part(&revision.earlier_body, &revision.version.body)];
    visitor.page(&Version { frame, slug, revision, parts })
}
