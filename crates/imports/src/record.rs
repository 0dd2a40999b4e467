//! What a reader gives: records without any platform's vocabulary left in them.
//!
//! Identifiers are those of the original platform, as text; they are stable, so a second import can
//! recognise what the first one made. Bodies are Markdown, titles and names are plain text.

use crate::Microseconds;

/// One record and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<Record> {
    /// Line of the file where the record begins, from 1.
    pub line: u64,
    /// The record.
    pub record: Record,
}

/// A proposal made by a participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Identifier on the original platform.
    pub external_id: String,
    /// Title, plain text on one line.
    pub title: String,
    /// Body, Markdown; empty when the original is empty.
    pub body_markdown: String,
    /// Theme, section or category.
    pub theme: Option<Theme>,
    /// Author as published, most often a pseudonym.
    pub author_label: Option<String>,
    /// When it was made.
    pub created_at: Option<Microseconds>,
    /// When it was last changed.
    pub updated_at: Option<Microseconds>,
    /// Totals of votes on the original platform.
    pub votes: Votes,
    /// Arguments published with it, in the order of the file.
    pub arguments: Vec<Argument>,
    /// Named sections beside the body, such as an explanation.
    pub appendices: Vec<Appendix>,
    /// Sources that participants cited.
    pub sources: Vec<Source>,
    /// What the organiser decided or answered there.
    pub answer: Option<Answer>,
    /// Address on the original platform.
    pub url: Option<String>,
    /// Whether moderation or its author had withdrawn it from view.
    pub trashed: bool,
}

/// A theme, section or category of the consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Identifier on the original platform, if it has one.
    pub external_id: Option<String>,
    /// Name, plain text.
    pub name: String,
}

/// Historic totals: how many people, never which.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Votes {
    /// People who supported it.
    pub support: u64,
    /// People of mixed opinion; 0 where the platform had no such vote.
    pub mixed: u64,
    /// People against; 0 where the platform had no such vote.
    pub against: u64,
}

impl Votes {
    /// All votes together.
    pub fn total(self) -> u64 {
        self.support.saturating_add(self.mixed).saturating_add(self.against)
    }
}

/// Where an argument or a comment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// In favour.
    For,
    /// Against.
    Against,
    /// Neither: a remark or a question.
    Neutral,
}

/// An argument on a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Identifier on the original platform.
    pub external_id: String,
    /// For or against.
    pub side: Side,
    /// Text, Markdown.
    pub body_markdown: String,
    /// Author as published.
    pub author_label: Option<String>,
    /// When it was made.
    pub created_at: Option<Microseconds>,
    /// How many people found it useful.
    pub useful_votes: u64,
    /// Whether it had been withdrawn from view.
    pub trashed: bool,
}

/// A named section beside the body of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Its heading, plain text; empty when the export names none.
    pub title: String,
    /// Text, Markdown.
    pub body_markdown: String,
}

/// A source cited under a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Identifier on the original platform.
    pub external_id: String,
    /// Title, plain text.
    pub title: String,
    /// Address, as published.
    pub link: Option<String>,
    /// Why it matters, Markdown.
    pub body_markdown: String,
    /// Kind of source, in the words of the platform.
    pub category: Option<String>,
    /// Author as published.
    pub author_label: Option<String>,
    /// When it was cited.
    pub created_at: Option<Microseconds>,
    /// How many people found it useful.
    pub useful_votes: u64,
}

/// What the organiser answered on the original platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// State in the words of the platform, such as `accepted`; empty when it gives none.
    pub state: String,
    /// Text of the answer, Markdown; may be empty.
    pub body_markdown: String,
    /// When it was given.
    pub answered_at: Option<Microseconds>,
}
