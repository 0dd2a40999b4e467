//! The thread (le fil): one line of beads from a contribution to its evaluation. Every object page
//! shows its place on it.

use askama::Template;

use crate::frame::Frame;

/// A bead.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bead {
    /// `contribution`, `answer`, `clause`, `commitment`, `milestone`, `evidence`, `evaluation`.
    pub(crate) kind: &'static str,
    /// How it is drawn: `done`, `limited`, `partly`, `substantial`, `merged`, `postponed`,
    /// `refused`, `outside`, `owed`, `late`, `planned`.
    pub(crate) state: &'static str,
    /// What it is, in the reader's words: "Contribution", "Clause 3".
    pub(crate) name: String,
    /// Its state, in the reader's words; how long it has been awaited, when it is owed.
    pub(crate) state_name: String,
    /// What it says.
    pub(crate) title: String,
    /// Where it is; nothing when it does not exist yet.
    pub(crate) path: String,
    /// Its date, for machines (`2026-11-23`) and for people; nothing when it has none.
    pub(crate) date: Option<(String, String)>,
    /// The kind of its author: code of the class and word.
    pub(crate) who: Option<(&'static str, String)>,
    /// What else is said of it: the institution, the version.
    pub(crate) note: String,
    /// An excerpt, on the full page.
    pub(crate) excerpt: String,
    /// How long after the one before it came, in the reader's words.
    pub(crate) gap: String,
    /// Whether the page shown is this bead.
    pub(crate) here: bool,
}

/// The size a thread is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// One line in a list.
    Inline,
    /// Beside an object.
    Side,
    /// The story of one idea.
    Page,
}

/// A thread as it is drawn. Written into a page with `{{ thread|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "components/thread.html")]
pub(crate) struct Thread {
    /// What surrounds the page: its words.
    pub(crate) frame: Frame,
    /// What the list is, for those who hear it; different from the other threads of the page.
    pub(crate) label: String,
    /// Its size.
    pub(crate) size: Size,
    /// Its beads, the oldest first.
    pub(crate) beads: Vec<Bead>,
}

impl Bead {
    /// Whether its name is its link: it is elsewhere, and has no title to press.
    pub(crate) fn names_itself(&self) -> bool {
        self.title.is_empty() && !self.path.is_empty() && !self.here
    }

    /// Whether it is awaited: drawn warm, with how long.
    pub(crate) fn is_awaited(&self) -> bool {
        matches!(self.state, "owed" | "late")
    }
}
