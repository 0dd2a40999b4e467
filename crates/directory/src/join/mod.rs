//! The shelves joined into entries, in the order of their keys.
//!
//! Three registers give organisations their keys: associations, those of Alsace and Moselle, and
//! institutions. The others say something of organisations ([`matching`]): each of their records is
//! given the key of the entry that it speaks of, or its own, and put in order of these keys
//! ([`facts`]), so that one reading of all files in order makes the entries ([`entries()`]).

mod entries;
mod facts;
mod index;
mod matching;
mod merging;
mod workroom;

pub use entries::{Entries, entries};
