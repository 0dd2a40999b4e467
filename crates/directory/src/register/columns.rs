//! Columns by name.

use std::io::Read;

use super::sheet::Reading;
use super::wording::folded;
use crate::Error;
use crate::delivery::{Line, Table, without_mark};

/// The columns of a table, as its first line names them: without case, accents or spaces around.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    names: Vec<String>,
}

impl Columns {
    /// The columns that the record `table` stands at names.
    pub(crate) fn of<R: Read>(table: &Table<R>) -> Self {
        Self { names: (0..table.len()).map(|field| folded(&table.text(field))).collect() }
    }

    /// Where the first of `names` is that is there.
    pub(crate) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|column| column == name))
    }

    /// Whether a column is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(&[name]).is_some()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// Those of `known` that are not there.
    pub(crate) fn missing(&self, known: &[&str]) -> Vec<String> {
        known.iter().filter(|name| !self.has(name)).map(|name| (*name).to_owned()).collect()
    }

    /// Those that are not in `known`.
    pub(crate) fn unknown(&self, known: &[&str]) -> Vec<String> {
        self.names.iter().filter(|name| !known.contains(&name.as_str())).cloned().collect()
    }

    /// Refuses a file without one of the columns that no reading does without.
    pub(crate) fn require(&self, reading: &Reading<'_>, names: &[&str]) -> Result<(), Error> {
        let missing = self.missing(names);
        if missing.is_empty() {
            return Ok(());
        }
        let found: String = self.names.join(", ").chars().take(400).collect();
        Err(Error::Columns { file: reading.document.label(), missing: missing.join(", "), found })
    }
}

/// A table open after its first line, with its columns.
pub(crate) fn open<'a>(
    reading: &Reading<'_>,
    input: &'a mut dyn Read,
    delimiter: u8,
) -> Result<(Table<impl Read + 'a>, Columns), Error> {
    let unreadable = reading.document.unreadable();
    let mut table = Table::new(without_mark(input).map_err(&unreadable)?, delimiter, reading.encoding);
    match table.advance().map_err(&unreadable)? {
        Line::Fields => {
            let columns = Columns::of(&table);
            Ok((table, columns))
        }
        Line::TooLong => {
            Err(Error::Unreadable { file: reading.document.label(), reason: "its first line is no header".to_owned() })
        }
        Line::End => Err(Error::Unreadable { file: reading.document.label(), reason: "it is empty".to_owned() }),
    }
}
