//! Questions to a snapshot, and their answers.
//!
//! A question is read into slots, one for each word, each with the stems that would do ([`reading`]); the documents
//! that hold all of them are walked through in order ([`matching`]), sieved ([`sieve`]), counted ([`facets`]) and
//! ranked.

mod answer;
mod answering;
mod bits;
mod closeness;
mod cursor;
mod directory;
mod explain;
mod facets;
mod filed;
mod gathered;
mod matching;
mod phrase;
mod pieces;
mod query;
mod ranking;
mod reading;
mod sharing;
mod sieve;
mod spelling;
mod standing;
mod suggesting;
mod walk;
mod weighing;

pub use answer::{Answer, Counted, Facets, Hit, PlaceCount, Reading, Understood};
pub(crate) use answering::answer_stem;
pub(crate) use cursor::{Cursor, END};
pub use directory::Directory;
pub use explain::{Explanation, MatchedField, MatchedWord};
pub use query::{Filters, Nature, Query, Sort};
pub(crate) use reading::{Alternative, Slot};
pub(crate) use sharing::sharing;
pub(crate) use sieve::Sieve;
pub(crate) use suggesting::{ending_slot, walk};
pub(crate) use walk::rarity;
