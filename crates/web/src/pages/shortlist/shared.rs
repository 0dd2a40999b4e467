//! `GET /shortlists/{id}/shared/{secret}`: a list for whoever holds its link, without notes, marks or names of people.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
};
use fabrique_app::shortlist;
use fabrique_domain::shortlist::{Origin, Shortlist};

use super::{AddTo, identifier, show::Row};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/shared.html")]
struct Shared {
    frame: Frame,
    list: Shortlist,
    /// Each with the link that puts it on a list of the reader, where a register knows it.
    rows: Vec<(Row, Option<AddTo>)>,
    /// Where its files are.
    files: String,
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, secret)): Path<(String, String)>,
) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let (list, entries) = shortlist::by_link(&web.platform, &mut reader, identifier(&id)?, &secret).await?;
    let rows = entries.into_iter().map(|(entry, registered)| {
        let add = registered.known().map(|known| AddTo::new(&known.key, &known.name, Origin::Page, ""));
        (Row::new(entry, &registered, &[]), add)
    });
    let rows = rows.collect();
    let files = format!("/shortlists/{id}/shared/{secret}/list");
    let mut response = visitor.page(&Shared { frame: visitor.frame("directory"), list, rows, files })?;
    // The address is the secret: it goes nowhere.
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}
