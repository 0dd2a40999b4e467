//! The shelves joined into entries, in the order of their keys.

mod entries;
mod merging;

pub use entries::{Entries, entries};
