//! What a person asks.

use crate::{Kind, Size};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words, phrases between quotes, words that are not wanted behind a hyphen. Nothing asks for everything.
    pub text: String,
    /// What the organisations must be.
    pub filters: Filters,
    /// In which order.
    pub sort: Sort,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to give.
    pub limit: usize,
    /// Whether to count by theme, place, kind, year, size and the rest.
    pub facets: bool,
}

impl Query {
    /// The first twenty hits for a text, without counts.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), limit: 20, ..Self::default() }
    }
}

/// What organisations must be; a list that is empty asks for nothing, a longer one for any of its values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// Theme families: the first three of the six digits of a theme, as a number.
    pub families: Vec<u32>,
    /// Themes, as numbers.
    pub themes: Vec<u32>,
    /// Departments.
    pub departments: Vec<String>,
    /// Codes of regions.
    pub regions: Vec<String>,
    /// Communes, each as its department and its name.
    pub communes: Vec<(String, String)>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Sizes.
    pub sizes: Vec<Size>,
    /// The first and the last year of creation.
    pub years: Option<(u32, u32)>,
    /// Whether it employs somebody.
    pub employer: Option<bool>,
    /// Whether it is recognised as being of public utility.
    pub recognised: Option<bool>,
    /// Whether it declared that it lobbied.
    pub lobbied: Option<bool>,
    /// Whether it received public money.
    pub granted: Option<bool>,
    /// Whether it gave a sign of life in the last five years.
    pub alive: Option<bool>,
    /// Whether those that have ended are wanted too.
    pub with_dissolved: bool,
    /// Institutions, organisations, or both.
    pub nature: Nature,
}

/// Which side of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nature {
    /// Both.
    #[default]
    Any,
    /// Public institutions.
    Institutions,
    /// Everybody else.
    Organisations,
}

/// An order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The most relevant first.
    #[default]
    Relevance,
    /// By name.
    Name,
    /// The youngest first; those of unknown age last.
    Created,
    /// The last heard of first.
    LastSign,
}
