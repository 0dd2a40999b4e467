//! `GET /shortlists/{id}`: a list, with why each organisation is there.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    markdown::{self, Html},
    shortlist::{self, ListPage, Registered},
};
use fabrique_domain::{
    id::EntryId,
    shortlist::{Axis, Origin, ShortlistEntry, Stake},
};

use super::{head::Head, identifier};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// What may be said to be done, by the address after a redirection.
const DONE: [&str; 6] = ["made", "saved", "added", "already", "removed", "restored"];

/// An entry as a row of the page.
pub(super) struct Row {
    pub(super) entry: ShortlistEntry,
    pub(super) notes: Html,
    /// Where the registers show it; none when they do not.
    pub(super) path: Option<String>,
    /// The end of the key that says how the registers know it; nothing when all is well.
    pub(super) state: &'static str,
    /// The name it has today, when it is another.
    pub(super) renamed: Option<String>,
    /// Its marks: axis and number.
    marks: Vec<(Axis, i64)>,
}

impl Row {
    pub(super) fn new(entry: ShortlistEntry, registered: &Registered, stakes: &[Stake]) -> Self {
        let known = registered.known();
        let mut marks: Vec<_> = stakes.iter().map(|one| (one.axis, one.mark.number())).collect();
        marks.sort_unstable();
        let state = match registered {
            Registered::ByHand => "by-hand",
            Registered::Known(known) if known.life.is_dissolved => "dissolved",
            Registered::Known(_) | Registered::NotAtHand => "",
            Registered::Gone => "gone",
        };
        Self {
            notes: markdown::to_html(&entry.notes),
            path: known.map(|known| format!("/directory/{}", known.key)),
            state,
            renamed: known.filter(|known| known.name != entry.name).map(|known| known.name.clone()),
            marks,
            entry,
        }
    }

    /// How the registers know it, in the reader's words.
    pub(super) fn told(&self, frame: &Frame) -> String {
        frame.t.get(format!("shortlist-state-{}", self.state)).to_string()
    }

    /// Where it was found, in the reader's words; nothing for what goes without saying.
    pub(super) fn found(&self, frame: &Frame) -> String {
        let sought = self.entry.sought.as_str();
        match self.entry.origin {
            Origin::Search if !sought.is_empty() => {
                frame.t.get("shortlist-found-search").with("sought", sought).to_string()
            }
            Origin::Text if !sought.is_empty() => {
                frame.t.get("shortlist-found-text").with("sought", sought).to_string()
            }
            Origin::Column => frame.t.get("shortlist-found-column").to_string(),
            _ => String::new(),
        }
    }

    fn marked(&self, frame: &Frame) -> String {
        let word = |(axis, mark): &(Axis, i64)| {
            frame
                .t
                .get(format!("shortlist-marked-{}", fabrique_domain::Choice::code(*axis)))
                .with("mark", *mark)
                .to_string()
        };
        self.marks.iter().map(word).collect::<Vec<_>>().join(", ")
    }
}

#[derive(Template)]
#[template(path = "shortlist/show.html")]
struct Show {
    frame: Frame,
    head: Head,
    keeper: String,
    rows: Vec<Row>,
    removed: Vec<ShortlistEntry>,
    /// What was just done: the end of the key of its message, or nothing.
    done: &'static str,
    /// What was just taken off, to put it back.
    undo: Option<ShortlistEntry>,
}

impl Show {
    fn new(frame: Frame, page: ListPage) -> Self {
        let head = Head::new(&page.access, "list");
        let stakes: BTreeMap<EntryId, Vec<Stake>> = page.stakes;
        let marks = |entry: &ShortlistEntry| stakes.get(&entry.id).map_or(&[][..], Vec::as_slice);
        let row = |(entry, registered): (ShortlistEntry, Registered)| {
            let marks = marks(&entry);
            Row::new(entry, &registered, marks)
        };
        Self {
            keeper: frame.name(&page.keeper_name),
            rows: page.entries.into_iter().map(row).collect(),
            removed: page.removed,
            done: "",
            undo: None,
            head,
            frame,
        }
    }

    fn head_count(&self) -> i64 {
        count(self.rows.len())
    }

    fn removed_count(&self) -> i64 {
        count(self.removed.len())
    }

    fn done_words(&self) -> String {
        self.frame.t.get(format!("shortlist-done-{}", self.done)).to_string()
    }

    fn is_last(&self, row: &Row) -> bool {
        self.rows.last().is_some_and(|last| last.entry.id == row.entry.id)
    }

    fn is_first(&self, row: &Row) -> bool {
        self.rows.first().is_some_and(|first| first.entry.id == row.entry.id)
    }

    fn removed_by(&self, entry: &ShortlistEntry) -> String {
        self.frame.name(entry.removed_by_name.as_deref().unwrap_or_default())
    }

    fn removed_at(&self, entry: &ShortlistEntry) -> String {
        entry.removed_at.map(|at| self.frame.day(&at)).unwrap_or_default()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let page = shortlist::show(&web.platform, &visitor.actor, &mut reader, identifier(&id)?).await?;
    let mut show = Show::new(visitor.frame("account"), page);
    let said = visitor.query("done");
    show.done = DONE.iter().copied().find(|done| *done == said).unwrap_or_default();
    if show.done == "removed" {
        show.undo = show.removed.first().cloned();
    }
    visitor.page(&show)
}
