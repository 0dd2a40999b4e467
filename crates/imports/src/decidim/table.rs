//! What both readers share: an opened file, its columns and its journal.

use std::io::BufRead;

use super::columns::Columns;
use super::header_rejection;
use super::records::{Record, Records};
use crate::journal::Journal;
use crate::{Entry, Reason, Rejection};

/// An export whose header has been read.
pub(super) struct Table<Input> {
    records: Records<Input>,
    pub(super) columns: Columns,
    pub(super) journal: Journal,
}

impl<Input: BufRead> Table<Input> {
    pub(super) fn open(input: Input, language: &str) -> Result<Self, Rejection> {
        let mut records = Records::new(input);
        let missing = || Err(header_rejection(Reason::Missing("id")));
        let header = records.next().unwrap_or_else(missing)?;
        Ok(Self { records, columns: Columns::new(header.fields, language), journal: Journal::default() })
    }

    /// The next record, with as many fields as the header.
    pub(super) fn next_record(&mut self) -> Option<Result<Record, Rejection>> {
        let record = self.records.next()?;
        Some(record.and_then(|record| match self.columns.check(&record) {
            Ok(()) => Ok(record),
            Err(reason) => Err(at(&record, None, reason)),
        }))
    }
}

/// An identifier, claimed for its kind.
pub(super) fn claimed(kind: &'static str, id: &str, journal: &mut Journal) -> Result<(), Reason> {
    if id.is_empty() {
        return Err(Reason::Missing("id"));
    }
    journal.claim(kind, id)
}

/// What came of a record, with its line.
pub(super) fn entry<Read>(record: &Record, id: &str, read: Result<Read, Reason>) -> Result<Entry<Read>, Rejection> {
    match read {
        Ok(read) => Ok(Entry { line: record.line, record: read }),
        Err(reason) => Err(at(record, Some(id), reason)),
    }
}

fn at(record: &Record, id: Option<&str>, reason: Reason) -> Rejection {
    Rejection { line: record.line, external_id: id.filter(|id| !id.is_empty()).map(str::to_owned), reason }
}
