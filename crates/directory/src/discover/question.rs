//! What is asked of a discovery, and what it answers.

use super::{Coverage, Reason};
use crate::search::Filters;

/// A text, and what must hold of whom it could concern.
#[derive(Debug, Clone, Default)]
pub struct Discovery {
    /// The text: a subject, or the draft of a commitment.
    pub text: String,
    /// What the organisations must be.
    pub filters: Filters,
    /// The keys of those that are known already: partners, contributors.
    pub known: Vec<String>,
    /// The keys of those that asked not to be suggested.
    pub withdrawn: Vec<String>,
    /// How many suggestions; a third of the places are for the unexpected.
    pub limit: usize,
}

/// Who could care for a text.
#[derive(Debug, Clone, Default)]
pub struct Discovered {
    /// The suggestions: the known, then the near, then the unexpected, each from the best.
    pub suggestions: Vec<Suggestion>,
    /// What they cover, and what nobody among them does.
    pub coverage: Coverage,
    /// The words of the text that were looked for, the most telling first.
    pub words: Vec<String>,
    /// The words that were taken to be near to them, each with the word of the text.
    pub near_words: Vec<(String, String)>,
}

/// An organisation that a text could concern.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Its number in this snapshot.
    pub document: u32,
    /// Its key.
    pub key: String,
    /// How near it is in meaning, from nought to one.
    pub score: f32,
    /// How far it is from those one knows.
    pub distance: Distance,
    /// Why it is suggested.
    pub reasons: Vec<Reason>,
}

/// How far an organisation is from those one knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distance {
    /// Known already.
    Known,
    /// It shares words with the text.
    Near,
    /// It shares no word with the text, only its meaning.
    Unexpected,
}
