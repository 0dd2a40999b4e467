//! A proposal as lists show it, with its thread.

use fabrique_app::markdown;
use fabrique_domain::{
    Choice, Instant,
    consultation::{Consultation, ConsultationState},
    plan::Theme,
};
use fabrique_storage::proposal::ProposalItem;

use crate::{
    frame::Frame,
    pages::response::drawn,
    speaker,
    thread::{Bead, Size, Thread},
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
        let beads = beads(frame, consultation, &item);
        Self {
            path: fabrique_app::address::proposal(item.id),
            who: speaker::who(frame.t, item.author_kind),
            theme: theme.map(|theme| frame.text(&theme.name).to_owned()).unwrap_or_default(),
            excerpt: markdown::excerpt(&item.excerpt, 180),
            language: item.language.code(),
            thread: Thread { frame: frame.clone(), label, size: Size::Inline, beads },
            item,
        }
    }
}

fn beads(frame: &Frame, consultation: &Consultation, item: &ProposalItem) -> Vec<Bead> {
    let proposed = Bead {
        kind: "contribution",
        state: "done",
        name: frame.t.get("proposal-bead-proposed").to_string(),
        ..Bead::default()
    };
    std::iter::once(proposed).chain(answer(frame, consultation, item)).collect()
}

/// The answer, given or awaited; none where none is owed.
fn answer(frame: &Frame, consultation: &Consultation, item: &ProposalItem) -> Option<Bead> {
    let bead = Bead { kind: "answer", name: frame.t.get("proposal-bead-answer").to_string(), ..Bead::default() };
    if let (Some(id), Some(decision)) = (item.response_id, item.decision) {
        let state_name = frame.t.choice("decision", decision).to_string();
        return Some(Bead { state: drawn(decision), state_name, path: fabrique_app::address::response(id), ..bead });
    }
    let (state, state_name) = wait(frame, consultation, item.published_at)?;
    Some(Bead { state, state_name, ..bead })
}

/// How long an answer has been awaited, or by when it is promised.
fn wait(frame: &Frame, consultation: &Consultation, published_at: Instant) -> Option<(&'static str, String)> {
    if !consultation.owes_answers() {
        return None;
    }
    let due = consultation.answer_due(published_at);
    if due < frame.now() {
        let days = frame.days_since(&due);
        Some(("late", frame.t.get("proposal-bead-late").with("days", days).to_string()))
    } else if consultation.state(frame.now()) == ConsultationState::Open {
        Some(("planned", frame.t.get("proposal-bead-due").with_text("date", frame.day(&due)).to_string()))
    } else {
        let days = frame.days_since(&consultation.answer_clock(published_at));
        Some(("owed", frame.t.get("proposal-bead-awaited").with("days", days).to_string()))
    }
}
