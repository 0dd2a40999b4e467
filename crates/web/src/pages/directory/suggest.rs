//! `GET /directory/suggest.json?q=…`: the organisations whose name somebody may be typing, for the script of the search.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State},
    response::IntoResponse,
};
use fabrique_app::directory;
use serde::{Deserialize, Serialize};

use super::words;
use crate::{state::Web, visitor::PageResult};

/// How many are shown while one types.
const MOST: usize = 8;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Serialize)]
struct Suggested {
    name: String,
    place: String,
    path: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, Query(asked): Query<Asked>) -> PageResult {
    let entries = directory::suggest(&web.platform, &asked.q, MOST)?;
    let suggested = entries.into_iter().map(|entry| Suggested {
        place: words::place(&entry),
        path: format!("/organisations/{}", entry.key),
        name: entry.name,
    });
    Ok(Json(suggested.collect::<Vec<_>>()).into_response())
}
