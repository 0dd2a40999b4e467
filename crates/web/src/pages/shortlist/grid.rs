//! `GET /shortlists/{id}/grid`: the grid of interest and influence, drawn and told.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::shortlist::{self, Placed};
use fabrique_domain::{
    id::ShortlistId,
    shortlist::{Absent, Axis, Stake},
};

use super::{drawing::Drawing, head::Head, identifier};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/grid.html")]
struct GridPage {
    frame: Frame,
    head: Head,
    /// Each entry with its number in the drawing.
    entries: Vec<(usize, Placed)>,
    absents: Vec<Absent>,
    drawing: String,
    /// Whether the grid was just saved.
    done: bool,
}

impl GridPage {
    fn id(&self) -> ShortlistId {
        self.head.id
    }

    fn marks(&self, one: &Placed) -> [(&'static str, Option<Stake>); 2] {
        let mark = |axis, key| (key, one.on(axis).cloned());
        [mark(Axis::Interest, "shortlist-interest"), mark(Axis::Influence, "shortlist-influence")]
    }

    fn mark(&self, one: &Stake) -> i64 {
        one.mark.number()
    }

    fn missing(&self) -> i64 {
        let missing = self.entries.iter().filter(|(_, one)| one.place().is_none()).count();
        i64::try_from(missing).unwrap_or(i64::MAX)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let grid = shortlist::grid(&visitor.actor, &mut reader, identifier(&id)?).await?;
    let frame = visitor.frame("account");
    visitor.page(&GridPage {
        head: Head::new(&grid.access, "grid"),
        drawing: Drawing::new(&frame, &grid.entries).render()?,
        entries: (1..).zip(grid.entries).collect(),
        absents: grid.absents,
        done: visitor.query("done") == "placed",
        frame,
    })
}
