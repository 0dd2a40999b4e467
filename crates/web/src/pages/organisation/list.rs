//! `GET /organisations`: who takes part, by name, a page at a time.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use fabrique_app::organisation;
use fabrique_domain::{
    Choice,
    organisation::{Organisation, OrganisationKind},
};
use fabrique_storage::organisation::After;
use serde::Deserialize;

use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many organisations a page holds.
pub(super) const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "organisation/list.html")]
struct ListPage {
    frame: Frame,
    organisations: Vec<Organisation>,
    kind: Option<OrganisationKind>,
    next: Option<String>,
}

impl ListPage {
    fn kinds(&self) -> Vec<(&'static str, String, bool)> {
        let entry = |kind: &OrganisationKind| {
            (kind.code(), self.frame.t.choice("organisation-kinds", *kind).to_string(), self.kind == Some(*kind))
        };
        OrganisationKind::ALL.iter().map(entry).collect()
    }

    fn kind_of(&self, organisation: &Organisation) -> String {
        self.frame.t.choice("organisation-kind", organisation.kind).to_string()
    }
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    kind: String,
    /// The name and the identifier of the last organisation seen.
    #[serde(default)]
    after: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Query(asked): Query<Asked>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let kind = OrganisationKind::from_code(&asked.kind).ok();
    let limit = i64::try_from(PAGE).unwrap_or(i64::MAX - 1) + 1;
    let mut organisations = organisation::list(&mut reader, kind, &after(&asked.after), limit).await?;
    let more = organisations.len() > PAGE;
    organisations.truncate(PAGE);
    let next = organisations.last().filter(|_| more).map(|last| next(kind, last));
    visitor.page(&ListPage { frame: visitor.frame("organisations"), organisations, kind, next })
}

fn after(cursor: &str) -> After {
    let parts = cursor.split_once('.').and_then(|(id, name)| Some((id.parse().ok()?, name.to_owned())));
    parts.map(|(id, name)| After { name, id }).unwrap_or_default()
}

fn next(kind: Option<OrganisationKind>, last: &Organisation) -> String {
    let After { name, id } = After::organisation(last);
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(kind) = kind {
        query.append_pair("kind", kind.code());
    }
    query.append_pair("after", &format!("{id}.{name}"));
    format!("/organisations?{}", query.finish())
}
