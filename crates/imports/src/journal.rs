//! What a reader keeps beside the records: losses, rejections still to be told, identifiers seen.

use std::collections::{HashSet, VecDeque};

use crate::{Loss, Losses, Reason, Rejection, markdown_from_html, plain_line};

/// Kept through one file.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    pub(crate) losses: Losses,
    /// Rejections of parts of a record, told after the record itself.
    waiting: VecDeque<Rejection>,
    seen: HashSet<(&'static str, String)>,
}

impl Journal {
    /// Cleans a text, counting what is dropped in the record `place`.
    pub(crate) fn markdown(&mut self, text: &str, place: &str) -> String {
        let cleaned = markdown_from_html(text);
        for (loss, count) in cleaned.losses {
            self.losses.note(loss, count, place);
        }
        cleaned.markdown
    }

    /// Claims an identifier among those of its kind; refuses the second claim.
    pub(crate) fn claim(&mut self, kind: &'static str, id: &str) -> Result<(), Reason> {
        if self.seen.insert((kind, id.to_owned())) { Ok(()) } else { Err(Reason::Duplicate) }
    }

    /// Whether such an identifier was claimed.
    pub(crate) fn has_seen(&self, kind: &'static str, id: &str) -> bool {
        self.seen.contains(&(kind, id.to_owned()))
    }

    /// Puts a rejection aside, to be told after the record it was found in.
    pub(crate) fn reject(&mut self, rejection: Rejection) {
        self.waiting.push_back(rejection);
    }

    /// The next rejection put aside.
    pub(crate) fn next_rejection(&mut self) -> Option<Rejection> {
        self.waiting.pop_front()
    }

    /// Counts one unknown field of the export.
    pub(crate) fn unknown(&mut self, path: &str, field: &str, place: &str) {
        let loss = Loss::UnknownField(format!("{path}{field}"));
        self.losses.note(loss, 1, place);
    }
}

/// A title, which a record cannot do without.
pub(crate) fn title(text: &str) -> Result<String, Reason> {
    some_line(text).ok_or(Reason::Missing("title"))
}

/// A line of plain text, or nothing when it is blank.
pub(crate) fn some_line(text: &str) -> Option<String> {
    Some(plain_line(text)).filter(|line| !line.is_empty())
}
