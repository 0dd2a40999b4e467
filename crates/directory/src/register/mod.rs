//! The public registers, each read into [`Record`]s in our words.
//!
//! A reader maps columns by their names, so that a column that moved, came or went is no fault; it
//! has no field for a street, a telephone, a mailbox or the name of a person, so that none can
//! enter by mistake.

mod amalia;
mod columns;
mod grants;
mod hatvp;
mod institutions;
mod json;
mod naming;
mod place;
mod record;
mod rna;
mod sheet;
mod sirene;
pub(crate) mod themes;
mod wording;

pub use record::{Record, Standing};
pub use sheet::{REJECTIONS_KEPT, Rejection};

pub(crate) use grants::NAMED;
pub(crate) use naming::name_in_commune;
pub(crate) use rna::WALDEC;
pub(crate) use sheet::{Reading, Sheet, Tally};
pub(crate) use wording::name_form;

use std::sync::atomic::AtomicU64;

use self::institutions::Hierarchy;
pub(crate) use self::sirene::Named;
use crate::delivery::Document;
use crate::{Day, Error, Source};

/// The documents that make one part each: the separate views of a register are one.
pub(crate) fn groups(source: Source, documents: Vec<Document>) -> Vec<Vec<Document>> {
    let (views, others): (Vec<_>, Vec<_>) =
        documents.into_iter().partition(|document| source == Source::Hatvp && document.name().ends_with(".csv"));
    let views: Vec<Document> = views.into_iter().filter(hatvp::is_view).collect();
    let mut groups: Vec<Vec<Document>> = others.into_iter().map(|document| vec![document]).collect();
    if !views.is_empty() {
        groups.push(views);
    }
    groups
}

/// Reads the documents of one part into `sheet`, and says which layout it had and which part it is. `named` are the SIREN
/// that the other shelves name.
pub(crate) fn read(
    source: Source,
    group: &[Document],
    named: &Named,
    seen: &AtomicU64,
    sheet: &mut Sheet<'_>,
) -> Result<Part, Error> {
    let Some(document) = group.first() else { return Ok(Part::default()) };
    let name = document.name().to_lowercase();
    if name.ends_with(".parquet") {
        return read_parquet(source, document, named, sheet);
    }
    let json = name.ends_with(".json");
    if source == Source::Hatvp && !json {
        return hatvp::read_views(group, seen, sheet);
    }
    let reading = Reading::of(document)?;
    let above = match source {
        Source::Institutions if json => {
            document.read(&AtomicU64::new(0), |input| institutions::hierarchy(&reading, input))?
        }
        _ => Hierarchy::new(),
    };
    document.read(seen, |input| match source {
        Source::Rna => rna::read(&reading, input, sheet),
        Source::Amalia => amalia::read(&reading, input, sheet),
        Source::Hatvp => hatvp::read_json(&reading, input, sheet),
        Source::Sirene => sirene::read_table(&reading, named, input, sheet),
        Source::Grants => grants::read(&reading, input, sheet),
        Source::Institutions if json => institutions::read_json(&reading, &above, input, sheet),
        Source::Institutions => institutions::read_table(&reading, input, sheet),
    })
}

/// Reads a Parquet file, which is read from its end and so lies outside archives.
fn read_parquet(source: Source, document: &Document, named: &Named, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let refused = |reason: &str| Error::Unreadable { file: document.label(), reason: reason.to_owned() };
    match document.as_file() {
        _ if source != Source::Sirene => Err(refused("only the register of legal units is published as Parquet")),
        None => Err(refused("a Parquet file is read from its end: take it out of its archive first")),
        Some(path) => sirene::read_parquet(path, named, sheet),
    }
}

/// A day written `31-12-2025` or `31/12/2025`, with an hour or not, or the other way round; unknown when it is none.
pub(crate) fn day(text: &str) -> Day {
    let text = text.trim();
    let parts: Vec<&str> = text.get(..10).unwrap_or_default().split(['-', '/']).collect();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 => Day::parse(&format!("{year}-{month}-{day}")),
        _ => Day::parse(&parts.join("-")),
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
