//! Columns by name, whatever their order and language.

use std::collections::BTreeSet;

use super::records::Record;
use crate::journal::Journal;
use crate::{Loss, Reason};

/// Columns that say nothing more than a record does, or more about a person than an import needs.
const IGNORED: [&str; 9] = [
    "comments",
    "component/",
    "participatory_space/",
    "author/",
    "user_group/",
    "followers",
    "locale",
    "scope/id",
    "taxonomies/id",
];

/// The columns of one file.
pub(super) struct Columns {
    names: Vec<String>,
    language: String,
    read: BTreeSet<usize>,
}

/// A field of the records: the columns that may hold it, the preferred one first.
#[derive(Debug, Default)]
pub(super) struct Column(Vec<usize>);

impl Columns {
    pub(super) fn new(names: Vec<String>, language: &str) -> Self {
        Self {
            names: names.iter().map(|name| name.trim().to_owned()).collect(),
            language: language.to_owned(),
            read: BTreeSet::new(),
        }
    }

    /// The column of this name, alone or in several languages; may be absent.
    pub(super) fn find(&mut self, key: &str) -> Column {
        let names = self.names.iter().enumerate();
        let mut found: Vec<_> = names.filter_map(|(index, name)| Some((index, language_of(name, key)?))).collect();
        found.sort_by_key(|(_, language)| !language.is_empty() && *language != self.language);
        let column = Column(found.into_iter().map(|(index, _)| index).collect());
        self.read.extend(&column.0);
        column
    }

    /// The first of several names that the file has; versions renamed some columns.
    pub(super) fn find_any(&mut self, keys: &[&str]) -> Column {
        let mut columns = keys.iter().map(|key| self.find(key));
        columns.find(|column| !column.0.is_empty()).unwrap_or_default()
    }

    /// A column that the file must have.
    pub(super) fn require(&mut self, key: &'static str) -> Result<Column, Reason> {
        let column = self.find(key);
        if column.0.is_empty() {
            return Err(Reason::Missing(key));
        }
        Ok(column)
    }

    /// Refuses a record that has not as many fields as the header.
    pub(super) fn check(&self, record: &Record) -> Result<(), Reason> {
        let (expected, found) = (self.names.len(), record.fields.len());
        if expected == found {
            return Ok(());
        }
        Err(Reason::FieldCount { expected, found })
    }

    /// Counts what the record says in columns that nobody reads.
    pub(super) fn report_unread(&self, record: &Record, place: &str, journal: &mut Journal) {
        let cells = self.names.iter().zip(&record.fields).enumerate();
        for (index, (name, cell)) in cells {
            let ignored = IGNORED.iter().any(|ignored| name.starts_with(ignored));
            if !ignored && !self.read.contains(&index) && says_something(cell) {
                let loss = Loss::UnreadColumn(name.clone());
                journal.losses.note(loss, 1, place);
            }
        }
    }
}

impl Column {
    /// The text of the record in this field, in the first language that has one.
    pub(super) fn of<'record>(&self, record: &'record Record) -> &'record str {
        self.filled(record).next().unwrap_or_default()
    }

    /// How many further texts the record has in this field, in other languages.
    pub(super) fn translations(&self, record: &Record) -> u64 {
        let kept = self.of(record);
        self.filled(record).filter(|text| *text != kept).count() as u64
    }

    /// A number; an empty cell is 0.
    pub(super) fn number<Number: std::str::FromStr + Default>(
        &self,
        field: &'static str,
        record: &Record,
    ) -> Result<Number, Reason> {
        let text = self.of(record).trim();
        if text.is_empty() {
            return Ok(Number::default());
        }
        text.parse().map_err(|_| Reason::Value { field, value: text.chars().take(80).collect() })
    }

    fn filled<'record>(&self, record: &'record Record) -> impl Iterator<Item = &'record str> {
        let cells = self.0.iter().filter_map(|index| record.fields.get(*index));
        cells.map(String::as_str).filter(|cell| !cell.trim().is_empty())
    }
}

/// The language in which a column holds a key: empty when the name is the key itself.
fn language_of<'name>(name: &'name str, key: &str) -> Option<&'name str> {
    let after = name.strip_prefix(key)?;
    if after.is_empty() {
        return Some(after);
    }
    let language = after.strip_prefix('/')?;
    let code = language.split('-').next()?;
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    (is_code && !matches!(code, "id" | "url")).then_some(language)
}

/// Counters at zero and switches that are off lose nothing.
fn says_something(cell: &str) -> bool {
    !matches!(cell.trim(), "" | "0" | "false" | "[]" | "{}")
}
