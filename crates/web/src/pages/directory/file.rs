//! `GET /directory.csv`, `.json` and `.xlsx`: the results as a file. The first two are read and sent piece by piece.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{Query, State},
};
use fabrique_app::directory::{HEADER, Table};
use fabrique_documents::table::{Format, TableWriter};
use fabrique_domain::Instant;
use futures_util::stream;

use super::asked::Asked;
use crate::{
    download::{as_file, as_sheet},
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// A file on its way.
struct Sending {
    table: Table,
    writer: TableWriter,
    stage: Stage,
}

enum Stage {
    Begin,
    Rows,
    Done,
}

impl Sending {
    fn piece(&mut self) -> std::io::Result<Option<Bytes>> {
        let piece = match self.stage {
            Stage::Begin => {
                self.stage = Stage::Rows;
                self.writer.begin()
            }
            Stage::Rows => {
                let rows = self.table.piece().map_err(std::io::Error::other)?;
                if rows.is_empty() {
                    self.stage = Stage::Done;
                    self.writer.end()
                } else {
                    self.writer.rows(&rows)
                }
            }
            Stage::Done => return Ok(None),
        };
        Ok(Some(piece.into()))
    }
}

pub(super) async fn csv(State(web): State<Arc<Web>>, Query(asked): Query<Asked>) -> PageResult {
    send(&web, &asked, Format::Csv)
}

pub(super) async fn json(State(web): State<Arc<Web>>, Query(asked): Query<Asked>) -> PageResult {
    send(&web, &asked, Format::Json)
}

fn send(web: &Web, asked: &Asked, format: Format) -> PageResult {
    let table = Table::of(&web.platform, asked.query())?;
    let writer = TableWriter::new(format, HEADER.map(str::to_owned).to_vec());
    let sending = Sending { table, writer, stage: Stage::Begin };
    let body = Body::from_stream(stream::try_unfold(sending, async |mut sending| {
        Ok::<_, std::io::Error>(sending.piece()?.map(|piece| (piece, sending)))
    }));
    Ok(as_file(body, "directory", format))
}

pub(super) async fn xlsx(State(web): State<Arc<Web>>, visitor: Visitor, Query(asked): Query<Asked>) -> PageResult {
    let title = visitor.texts.get("directory-title").to_string();
    let table = Table::of(&web.platform, asked.query())?;
    let now = web.platform.store.surroundings().clock.now();
    // Half a second of arithmetic for ten thousand rows: others are served meanwhile.
    let written = tokio::task::spawn_blocking(move || sheet(&title, table, now)).await;
    let bytes = written.map_err(|_| Problem::Internal)??;
    Ok(as_sheet(bytes, "directory"))
}

fn sheet(title: &str, mut table: Table, now: Instant) -> Result<Vec<u8>, Problem> {
    let mut rows = Vec::new();
    loop {
        let piece = table.piece()?;
        if piece.is_empty() {
            break;
        }
        rows.extend(piece);
    }
    let written = fabrique_documents::sheet::write(title, &HEADER.map(str::to_owned), rows, now);
    written.map_err(|error| {
        tracing::error!(%error, "a sheet could not be written");
        Problem::Internal
    })
}
