//! The public registers, each read into [`Record`]s in our words.
//!
//! A reader maps columns by their names, so that a column that moved, came or went is no fault; it
//! has no field for a street, a telephone, a mailbox or the name of a person, so that none can
//! enter by mistake.

mod columns;
mod place;
mod record;
mod rna;
mod sheet;
mod wording;

pub use record::{Record, Standing};
pub use sheet::{REJECTIONS_KEPT, Rejection};

pub(crate) use sheet::{Reading, Sheet};

use std::io::Read;

use crate::{Error, Source};

/// Reads a document of `source` into `sheet`, and says which layout it had and which part it is.
pub(crate) fn read(
    source: Source,
    reading: &Reading<'_>,
    input: &mut dyn Read,
    sheet: &mut Sheet,
) -> Result<Part, Error> {
    match source {
        Source::Rna => rna::read(reading, input, sheet),
        _ => Err(Error::Unreadable {
            file: reading.document.label(),
            reason: "this source has no reader yet".to_owned(),
        }),
    }
}

/// What a reader says of the document that it has read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    /// Its name among the parts of the source: what a later file of the same name replaces.
    pub(crate) name: String,
    /// The layout, in a few words.
    pub(crate) layout: String,
    /// Columns usually there that are not in this file.
    pub(crate) missing: Vec<String>,
    /// Columns of this file that no layout known has.
    pub(crate) unknown: Vec<String>,
}
