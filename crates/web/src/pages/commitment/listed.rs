//! What the page of a plan and the list of all plans share: a commitment with its thread in one line,
//! and the links that narrow the list.

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

/// Links that narrow a list in one way.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) choices: Vec<Choosable>,
}

/// One of them: taken, it leads back to the list without it.
pub(super) struct Choosable {
    pub(super) word: String,
    pub(super) path: String,
    pub(super) count: i64,
    pub(super) taken: bool,
}

/// The links that narrow a list. Written into a page with `{{ filters|safe }}`.
#[derive(Template)]
#[template(path = "commitment/_filters.html")]
pub(super) struct Filters {
    pub(super) frame: Frame,
    groups: Vec<Group>,
    /// The list without any filter, when one is taken.
    everything: Option<String>,
}

impl Filters {
    /// A way of narrowing that leaves no choice is not offered.
    pub(super) fn new(frame: &Frame, groups: Vec<Group>, query: &Query<'_>) -> Self {
        let is_narrowed = query.pairs.iter().any(|(_, value)| !value.is_empty());
        let offers = |group: &Group| group.choices.len() > 1 || group.choices.iter().any(|choice| choice.taken);
        Self {
            frame: frame.clone(),
            groups: groups.into_iter().filter(offers).collect(),
            everything: is_narrowed.then(|| query.path.to_owned()),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether something narrows the list.
    pub(super) const fn is_taken(&self) -> bool {
        self.everything.is_some()
    }
}

/// The parts of the address of a list, in order; an empty value narrows nothing.
#[derive(Debug, Clone)]
pub(super) struct Query<'a> {
    pub(super) path: &'a str,
    pub(super) pairs: Vec<(&'static str, &'a str)>,
}

impl Query<'_> {
    /// The link to the list narrowed to `value` of `name`, or back from it where it is taken.
    pub(super) fn narrowed(&self, name: &'static str, value: &str, word: &str, count: i64) -> Choosable {
        let taken = self.pairs.iter().any(|(known, now)| *known == name && *now == value);
        let path = self.with(name, if taken { "" } else { value });
        Choosable { word: word.to_owned(), path, count, taken }
    }

    /// The address of the list with `value` for `name`.
    pub(super) fn with(&self, name: &str, value: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let changed = |known: &str, now| if known == name { value } else { now };
        for (known, value) in self.pairs.iter().map(|(known, now)| (known, changed(known, now))) {
            if !value.is_empty() {
                query.append_pair(known, value);
            }
        }
        if !self.pairs.iter().any(|(known, _)| *known == name) && !value.is_empty() {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{query}", self.path) }
    }
}

/// The links to the levels.
pub(super) fn levels(frame: &Frame, query: &Query<'_>, counts: impl Iterator<Item = (Level, i64)>) -> Group {
    let choice = |(level, count): (Level, i64)| {
        query.narrowed("level", level.code(), &frame.t.choice("level", level).to_string(), count)
    };
    Group { title: frame.t.get("plan-page-level").to_string(), choices: counts.map(choice).collect() }
}
