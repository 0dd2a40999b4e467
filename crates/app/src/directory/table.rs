//! The results as rows, for a file.

use fabrique_directory::{Day, Directory, Entry, Explanation, Query};
use fabrique_domain::open_data::Cell;

use crate::{Platform, Result};

/// How many rows a file has at most. Whoever wants the whole register takes it where it is published.
pub const ROWS: usize = 10_000;

/// How many rows are read at once.
const PIECE: usize = 1_000;

/// The names of the columns.
pub const HEADER: [&str; 18] = [
    "key",
    "name",
    "short_name",
    "kind",
    "purpose",
    "theme_1",
    "theme_2",
    "department",
    "commune",
    "created",
    "last_sign",
    "dissolved",
    "recognised",
    "employees",
    "siren",
    "website",
    "words",
    "sources",
];

/// The results of a question, read piece by piece in their order.
#[derive(Debug)]
pub struct Table {
    directory: Directory,
    query: Query,
}

impl Table {
    /// The results of a question from the first, [`ROWS`] at most.
    ///
    /// # Errors
    /// [`Error::Directory`](crate::Error::Directory) while there is no directory, or when its files cannot be read.
    pub fn of(platform: &Platform, query: Query) -> Result<Self> {
        let query = Query { offset: 0, limit: PIECE, facets: false, ..query };
        Ok(Self { directory: platform.directory.at_hand()?, query })
    }

    /// The next rows; none at the end.
    ///
    /// # Errors
    /// [`Error::Directory`](crate::Error::Directory) when the texts cannot be read.
    pub fn piece(&mut self) -> Result<Vec<Vec<Cell>>> {
        if self.query.offset >= ROWS {
            return Ok(Vec::new());
        }
        let (_, found) = self.directory.find(&self.query)?;
        self.query.offset += PIECE;
        Ok(found.iter().map(|(entry, why)| row(entry, why)).collect())
    }
}

fn row(entry: &Entry, why: &Explanation) -> Vec<Cell> {
    let written: Vec<&str> = why.words.iter().flat_map(|word| &word.written).map(String::as_str).collect();
    vec![
        text(&entry.key),
        text(&entry.name),
        text(&entry.short_name),
        text(entry.kind.code()),
        text(&entry.purpose),
        theme(entry, 0),
        theme(entry, 1),
        text(&entry.place.department),
        text(&entry.place.commune),
        day(entry.life.created),
        day(entry.life.last_sign),
        dissolved(entry),
        Cell::Number(entry.recognised.into()),
        text(entry.size.code()),
        text(&entry.siren),
        text(&entry.contact.website),
        text(&written.join(" ")),
        text(&entry.provenance.iter().map(|one| one.source.name()).collect::<Vec<_>>().join(" ")),
    ]
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// A theme as the nomenclature writes it: six digits.
fn theme(entry: &Entry, rank: usize) -> Cell {
    match entry.themes[rank] {
        0 => Cell::Empty,
        code => Cell::Text(format!("{code:06}")),
    }
}

fn day(day: Day) -> Cell {
    if day.is_known() { Cell::Text(day.to_string()) } else { Cell::Empty }
}

/// The day of the end; `yes` when the register does not say the day.
fn dissolved(entry: &Entry) -> Cell {
    match day(entry.life.dissolved) {
        Cell::Empty if entry.life.is_dissolved => Cell::Text("yes".to_owned()),
        known => known,
    }
}
