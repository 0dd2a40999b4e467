//! What is answered.

use serde::{Deserialize, Serialize};

use crate::{Kind, Size};

/// An answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// How many organisations answer: exactly, unless `at_least` says otherwise.
    pub total: u64,
    /// Whether more may answer than `total` says: with phrases, and unless counts are asked for, only those that may be
    /// among the hits are looked at once a thousand are known.
    pub at_least: bool,
    /// How the question was read.
    pub understood: Understood,
    /// The hits of the page.
    pub hits: Vec<Hit>,
    /// The counts, when they were asked for.
    pub facets: Option<Facets>,
}

/// How a question was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understood {
    /// The words that count, each with what was read for it.
    pub words: Vec<Reading>,
    /// How many of the words each hit holds at least, when few organisations hold them all.
    pub relaxed: Option<usize>,
    /// How many of those that answer hold all the words: they come first, before those that hold fewer.
    pub whole: u64,
    /// Whether the text has nothing but empty words or signs.
    pub nothing: bool,
    /// Whether the text was too long and only its beginning was read.
    pub shortened: bool,
    /// The same question with its doubtful words corrected, when this may be what was meant.
    pub suggestion: Option<String>,
}

/// How a word was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// As it was typed, folded.
    pub typed: String,
    /// What was read instead; nothing when it was read as it is, or when nothing like it is known.
    pub read: Vec<String>,
    /// Whether anything is known under it.
    pub known: bool,
}

/// An organisation that answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its number in this snapshot, for [`crate::Directory::entry_of`].
    pub document: u32,
    /// Its key.
    pub key: String,
    /// Its score; nought when the hits are in another order.
    pub score: f32,
}

/// How many of the organisations that answer have each value; along each line, as if nothing was filtered by it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facets {
    /// By theme family.
    pub families: Vec<Counted<u32>>,
    /// By theme.
    pub themes: Vec<Counted<u32>>,
    /// By department; nothing is abroad or unknown.
    pub departments: Vec<Counted<String>>,
    /// By region.
    pub regions: Vec<Counted<String>>,
    /// The communes with most.
    pub communes: Vec<PlaceCount>,
    /// By kind.
    pub kinds: Vec<Counted<Kind>>,
    /// By size.
    pub sizes: Vec<Counted<Size>>,
    /// By year of creation; nought is unknown.
    pub years: Vec<Counted<u32>>,
    /// Employers.
    pub employers: u64,
    /// Recognised as being of public utility.
    pub recognised: u64,
    /// That lobbied.
    pub lobbied: u64,
    /// That received public money.
    pub granted: u64,
    /// Heard of in the last five years.
    pub alive: u64,
    /// That have ended.
    pub dissolved: u64,
    /// Public institutions.
    pub institutions: u64,
}

/// A value and how many have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted<T> {
    /// The value.
    pub value: T,
    /// How many.
    pub count: u64,
}

/// A commune and how many are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCount {
    /// Its department.
    pub department: String,
    /// Its name.
    pub commune: String,
    /// Its code, or nothing.
    pub code: String,
    /// How many.
    pub count: u64,
}
