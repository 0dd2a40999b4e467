//! Comments, and what they are about.

use crate::{Microseconds, Side};

/// A comment, which may answer another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Identifier on the original platform.
    pub external_id: String,
    /// What it directly answers.
    pub target: Place,
    /// The discussion it belongs to, through however many answers.
    pub discussion: Discussion,
    /// 0 directly under the discussion, 1 under such a comment, and so on.
    pub depth: u32,
    /// For, against or neither.
    pub side: Side,
    /// Text, Markdown.
    pub body_markdown: String,
    /// Author as published.
    pub author_label: Option<String>,
    /// When it was made.
    pub created_at: Option<Microseconds>,
}

/// Something on the original platform that can be answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// What it is.
    pub kind: PlaceKind,
    /// Its identifier there; unique only among places of the same kind.
    pub external_id: String,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A proposal: look for it among the proposals imported.
    Proposal,
    /// A debate, opened by the organiser with a question.
    Debate,
    /// Another comment.
    Comment,
    /// Anything else, in the words of the platform.
    Other(String),
}

/// The root of a thread of comments.
///
/// When `place` is a proposal, the comments belong under it. Otherwise no export holds what was
/// discussed, a debate's question for example, and the caller opens one discussion for each distinct
/// value of this type, with a link to the original, so that every comment has somewhere to live.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Discussion {
    /// What was discussed.
    pub place: Place,
    /// Its address on the original platform; empty when the export gives none.
    pub url: String,
}

impl Discussion {
    /// Whether the caller must open a discussion, because no proposals file can hold the root.
    pub fn is_outside_proposals(&self) -> bool {
        self.place.kind != PlaceKind::Proposal
    }
}
