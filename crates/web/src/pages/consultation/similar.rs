//! `GET /consultations/{slug}/similar.json?text=…`: the published proposals nearest to what somebody
//! is writing, for the script of the form.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    response::IntoResponse,
};
use fabrique_app::{address, consultation, search};
use serde::{Deserialize, Serialize};

use crate::{
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many are shown while one types.
const MOST: usize = 5;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    text: String,
}

#[derive(Serialize)]
struct Near {
    title: String,
    path: String,
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let consultation = consultation::by_slug(&visitor.actor, &mut reader, &slug).await?;
    let (actor, platform) = (&visitor.actor, &web.platform);
    let found = search::similar(actor, platform, &mut reader, consultation.id, &asked.text, MOST).await?;
    let near = found.into_iter().map(|item| Near { path: address::proposal(item.id), title: item.title });
    Ok(Json(near.collect::<Vec<_>>()).into_response())
}
