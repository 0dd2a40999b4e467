//! A proposal as lists show it, with its thread.

use fabrique_app::{markdown, trace};
use fabrique_domain::{Choice, consultation::Consultation, plan::Theme};
use fabrique_storage::proposal::ProposalItem;

use crate::{
    frame::Frame,
    pages::trace::draw,
    speaker,
    thread::{Size, Thread},
};

/// A line of a list of proposals.
pub(crate) struct ProposalLine {
    pub(crate) item: ProposalItem,
    pub(crate) path: String,
    pub(crate) who: (&'static str, String),
    pub(crate) theme: String,
    pub(crate) excerpt: String,
    /// The language its author wrote in.
    pub(crate) language: &'static str,
    pub(crate) thread: Thread,
}

impl ProposalLine {
    pub(crate) fn new(frame: &Frame, consultation: &Consultation, themes: &[Theme], item: ProposalItem) -> Self {
        let theme = themes.iter().find(|theme| Some(theme.id) == item.theme_id);
        let label = frame.t.get("proposal-thread-of").with("title", item.title.as_str()).to_string();
        let told = trace::of_listed_proposal(&item, consultation, frame.now(), frame.zone());
        Self {
            path: fabrique_app::address::proposal(item.id),
            who: speaker::who(frame.t, item.author_kind),
            theme: theme.map(|theme| frame.text(&theme.name).to_owned()).unwrap_or_default(),
            excerpt: markdown::excerpt(&item.excerpt, 180),
            language: item.language.code(),
            thread: draw(frame, Size::Inline, label, &told),
            item,
        }
    }
}
