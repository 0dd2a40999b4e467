//! What the page of a plan and the list of all plans share: a commitment with its thread in one line,
//! and the links to the levels.

use std::collections::HashMap;

use askama::Template;
use fabrique_app::{address, commitment::Entry, trace};
use fabrique_domain::{
    Choice,
    commitment::{Level, Part},
    id::CommitmentId,
};
use fabrique_storage::commitment::carrier::NamedCarrier;

use crate::{
    frame::Frame,
    narrowing::{Group, Query},
    pages::trace::draw,
    thread::{Size, Thread},
};

/// The threads of the commitments of a page.
pub(super) type Threads = HashMap<CommitmentId, trace::Thread>;

/// A commitment in a list. Written into a page with `{{ item|safe }}`: its template escapes.
#[derive(Template)]
#[template(path = "commitment/_item.html")]
pub(super) struct Item {
    frame: Frame,
    path: String,
    title: String,
    summary: String,
    level: Level,
    carriers: String,
    /// The plan, where the list holds several.
    plan: String,
    until: String,
    thread: Option<Thread>,
}

impl Item {
    pub(super) fn of(frame: &Frame, entry: &Entry, threads: &Threads, plan: &str) -> Self {
        let card = &entry.card;
        let bearing = entry.carriers.iter().filter(|carrier| carrier.part != Part::Supporting);
        let title = numbered(&card.national_number, frame.text(&card.title));
        let label = frame.t.get("trace-of").with("title", title.as_str()).to_string();
        Self {
            path: address::commitment(card.id),
            title,
            summary: frame.text(&card.summary).to_owned(),
            level: card.level,
            carriers: bearing.map(NamedCarrier::short_name).collect::<Vec<_>>().join(", "),
            plan: plan.to_owned(),
            until: frame.date(&card.ends_on),
            thread: threads.get(&card.id).map(|told| draw(frame, Size::Inline, label, told)),
            frame: frame.clone(),
        }
    }
}

/// "12. Publier les avis", or the title alone.
pub(super) fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number}. {title}") }
}

/// The links to the levels.
pub(super) fn levels(frame: &Frame, query: &Query<'_>, counts: impl Iterator<Item = (Level, i64)>) -> Group {
    let choice = |(level, count): (Level, i64)| {
        query.narrowed("level", level.code(), &frame.t.choice("level", level).to_string(), count)
    };
    Group { title: frame.t.get("plan-page-level").to_string(), choices: counts.map(choice).collect() }
}
