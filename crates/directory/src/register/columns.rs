//! Columns by name.

use std::io::Read;

use super::sheet::{Reading, Sheet};
use super::wording::{folded, name_form};
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

    /// The names, for an error.
    pub(crate) fn listed(&self) -> String {
        self.names.join(", ").chars().take(400).collect()
    }

    /// The names without anything but letters and digits: `nom_beneficiaire`, `Nom bénéficiaire` and `nomBeneficiaire`
    /// are one.
    pub(crate) fn squeezed(&self) -> Names {
        Names(self.names.iter().map(|name| name_form(name).replace(' ', "")).collect())
    }

    /// Refuses a file without one of the columns that no reading does without.
    pub(crate) fn require(&self, reading: &Reading<'_>, names: &[&str]) -> Result<(), Error> {
        let missing = self.missing(names);
        if missing.is_empty() {
            return Ok(());
        }
        Err(Error::Columns { file: reading.document.label(), missing: missing.join(", "), found: self.listed() })
    }
}

/// The names of columns, letters and digits only.
#[derive(Debug, Clone)]
pub(crate) struct Names(Vec<String>);

impl Names {
    /// Where the first of `names` is that is there.
    pub(crate) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.0.iter().position(|column| column == name))
    }

    /// Where the first column is whose name begins with one of `beginnings`.
    pub(crate) fn find_starting(&self, beginnings: &[&str]) -> Option<usize> {
        beginnings.iter().find_map(|beginning| self.0.iter().position(|column| column.starts_with(beginning)))
    }

    /// Where all columns are whose names begin so.
    pub(crate) fn all_starting(&self, beginning: &str) -> Vec<usize> {
        (0..self.0.len()).filter(|column| self.0[*column].starts_with(beginning)).collect()
    }

    /// The name of a column.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }
}

/// What stands between the fields of a table: of the marks in use, the one that its head has most of.
pub(crate) fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: &u8| line.iter().filter(|byte| *byte == mark).count();
    [b';', b',', b'\t', b'|'].into_iter().max_by_key(|mark| (count(mark), *mark == b';')).unwrap_or(b';')
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

/// Gives each row of a table to `take`; rows that are no rows of this table are rejected with their line.
pub(crate) fn each_row<R: Read>(
    reading: &Reading<'_>,
    table: &mut Table<R>,
    width: Option<usize>,
    sheet: &mut Sheet<'_>,
    mut take: impl FnMut(&Table<R>, &mut Sheet<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    loop {
        match (table.advance().map_err(reading.document.unreadable())?, width) {
            (Line::End, _) => return Ok(()),
            (Line::TooLong, _) => {
                sheet.reject(table.line(), "a record longer than any published: a quote that never closes");
            }
            (Line::Fields, Some(width)) if table.len() != width => {
                sheet.reject(table.line(), format!("{} fields where the header has {width}", table.len()));
            }
            (Line::Fields, _) => take(table, sheet)?,
        }
    }
}
