//! `GET /shortlists/{id}/export/list.csv`, `.xlsx`, `.json`: a list to carry away; the same by its link.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use fabrique_app::shortlist::{self, Export};
use fabrique_documents::{
    sheet,
    table::{Format, TableWriter},
};
use fabrique_domain::{Instant, text::Slug};

use super::identifier;
use crate::{
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

pub(super) async fn own(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> PageResult {
    let suffix = suffix(&file)?;
    let mut reader = web.platform.store.read().await?;
    let export = shortlist::export(&web.platform, &visitor.actor, &mut reader, identifier(&id)?).await?;
    written(export, suffix, reader.now())
}

pub(super) async fn shared(
    State(web): State<Arc<Web>>,
    Path((id, secret, file)): Path<(String, String, String)>,
) -> PageResult {
    let suffix = suffix(&file)?;
    let mut reader = web.platform.store.read().await?;
    let export = shortlist::export_by_link(&web.platform, &mut reader, identifier(&id)?, &secret).await?;
    written(export, suffix, reader.now())
}

/// A form of a file.
#[derive(Clone, Copy)]
enum Suffix {
    Table(Format),
    Sheet,
}

fn suffix(file: &str) -> Result<Suffix, Problem> {
    match file {
        "list.csv" => Ok(Suffix::Table(Format::Csv)),
        "list.json" => Ok(Suffix::Table(Format::Json)),
        "list.xlsx" => Ok(Suffix::Sheet),
        _ => Err(Problem::NotFound),
    }
}

fn written(export: Export, suffix: Suffix, now: Instant) -> PageResult {
    let name = Slug::of(&export.list.title);
    Ok(match suffix {
        Suffix::Table(format) => {
            let mut writer = TableWriter::new(format, export.header);
            let pieces = [writer.begin(), writer.rows(&export.rows), writer.end()];
            as_file(pieces.concat(), &name, format.suffix(), format.media_type())
        }
        Suffix::Sheet => {
            let bytes = sheet::write(&export.list.title, &export.header, export.rows, now).map_err(|error| {
                tracing::error!(%error, "a list could not be written as a sheet");
                Problem::Internal
            })?;
            as_file(bytes, &name, sheet::SUFFIX, sheet::MEDIA_TYPE)
        }
    })
}

fn as_file(bytes: Vec<u8>, name: &str, suffix: &str, media_type: &'static str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{suffix}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
