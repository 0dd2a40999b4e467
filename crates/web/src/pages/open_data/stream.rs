//! A collection, sent piece by piece: each piece is one page of rows, read by a reading of its own.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use fabrique_app::open_data::{self, Extent, Within};
use fabrique_documents::table::{Format, TableWriter};
use fabrique_domain::{Choice, open_data::Collection};
use futures_util::stream;

use crate::{download::as_file, problem::Problem, state::Web, visitor::PageResult};

/// A reading on its way.
struct Reading {
    web: Arc<Web>,
    collection: Collection,
    extent: Extent,
    writer: TableWriter,
    stage: Stage,
}

enum Stage {
    Begin,
    After(Option<open_data::Cursor>),
    End,
    Done,
}

/// The part of a collection that an address asks for, in a form.
pub(super) async fn answer(
    web: Arc<Web>,
    collection: Collection,
    within: Option<Within>,
    query: Option<String>,
    format: Format,
) -> PageResult {
    let asked: Vec<_> = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes()).collect();
    let extent = {
        let mut reader = web.platform.store.read().await?;
        open_data::extent(&web.platform, &mut reader, collection, within.as_ref(), &asked).await?
    };
    let writer = TableWriter::new(format, open_data::header(collection));
    let reading = Reading { web, collection, extent, writer, stage: Stage::Begin };
    let body = Body::from_stream(stream::try_unfold(reading, async |mut reading| {
        // Too late to say it in the answer: the transfer breaks off, and the log has the reason.
        let piece = reading.piece().await.map_err(|_| std::io::Error::other("the reading broke off"))?;
        Ok::<_, std::io::Error>(piece.map(|piece| (piece, reading)))
    }));
    Ok(as_file(body, collection.code(), format))
}

impl Reading {
    async fn piece(&mut self) -> Result<Option<Bytes>, Problem> {
        let (piece, next) = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Begin => (self.writer.begin(), Stage::After(None)),
            Stage::After(after) => self.page(after.as_ref()).await?,
            Stage::End => (self.writer.end(), Stage::Done),
            Stage::Done => return Ok(None),
        };
        self.stage = next;
        Ok(Some(piece.into()))
    }

    async fn page(&mut self, after: Option<&open_data::Cursor>) -> Result<(Vec<u8>, Stage), Problem> {
        let mut reader = self.web.platform.store.read().await?;
        let page = open_data::read(&mut reader, self.collection, &self.extent, after, open_data::PAGE).await?;
        let next = page.next.map_or(Stage::End, |cursor| Stage::After(Some(cursor)));
        Ok((self.writer.rows(&page.rows), next))
    }
}
