//! `GET /account/data.json`: one's own data, to carry away.

use std::sync::Arc;

use axum::{Json, extract::State, http::header, response::IntoResponse};
use fabrique_app::account::export_own_data;

use super::never_kept;
use crate::{
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn download(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let document = export_own_data(&visitor.actor, &mut reader).await?;
    let name = [(header::CONTENT_DISPOSITION, "attachment; filename=\"fabrique-account.json\"")];
    Ok(never_kept((name, Json(document)).into_response()))
}
