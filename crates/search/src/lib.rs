//! The small full-text indexes, on tantivy.
//!
//! An index is disposable: everything in it comes from the database, its folder carries the number
//! of its schema, and whoever finds it empty or broken rebuilds it. It remembers, in the payload of
//! its own commits, the last change of the outbox that it holds; nothing else says where it stands.
//!
//! French is searched as people type it: without accents, with `l’` and `qu’` cut off, reduced to
//! stems; and beside the stems the bare words are kept, for what is half typed or misspelt.

mod analysis;
mod document;
mod error;
mod index;
mod query;

pub use document::{Document, Language, Update};
pub use error::{Error, Result};
pub use index::{Hits, ProposalIndex};
