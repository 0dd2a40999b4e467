//! Making a snapshot in one pass over the entries, within bounded memory.
//!
//! Entries are first spread over *bins*, one for each theme family and department, on the disk ([`bins`]): read back in
//! order of bins they are in order of documents. They are then cut into runs of documents, inverted on all cores
//! ([`run`]); the runs are merged stem by stem ([`merge`]).

mod bins;
mod completions;
mod dense;
mod frequent;
mod inversion;
mod merge;
mod numbering;
mod run;
mod whole;

pub(crate) use inversion::{Field, each_word, level, weights};
pub use whole::{BuildReport, BuildWatch, build, build_by, build_with};
