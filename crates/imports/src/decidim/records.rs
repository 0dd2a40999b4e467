//! Where the records of a CSV file begin and end, with the line number of each.
//!
//! A field in quotes may hold line ends, and a quote may be doubled in it. Records are found here
//! rather than by the `csv` crate, so that one quote never closed costs the records up to the limit
//! instead of the memory of the whole file.

use std::io::BufRead;

use super::encoding::Encoding;
use crate::lines::{Lines, MAX_LINE};
use crate::{Reason, Rejection};

/// What stands between fields.
const SEPARATOR: u8 = b';';

/// The fields of one record.
pub(super) struct Record {
    /// Line where it begins, from 1.
    pub(super) line: u64,
    pub(super) fields: Vec<String>,
}

/// Reads record by record.
pub(super) struct Records<Input> {
    lines: Lines<Input>,
    encoding: Encoding,
    limit: usize,
}

/// The bytes of one record while they are gathered.
struct Gathered {
    line: u64,
    bytes: Vec<u8>,
    quotes: Quotes,
}

impl<Input: BufRead> Records<Input> {
    pub(super) fn new(input: Input) -> Self {
        Self::with_limit(input, MAX_LINE)
    }

    pub(super) fn with_limit(input: Input, limit: usize) -> Self {
        Self { lines: Lines::new(input, limit), encoding: Encoding::Undecided, limit }
    }

    /// The bytes of the next record, however many lines it has.
    fn gather(&mut self) -> Option<Result<Gathered, Rejection>> {
        let mut gathered: Option<Gathered> = None;
        for line in self.lines.by_ref() {
            let line = match line {
                Ok(line) => line,
                Err(rejection) => return Some(Err(rejection)),
            };
            let record = gathered.get_or_insert_with(|| Gathered::at(line.number));
            record.add(&line.bytes);
            if line.cut || record.bytes.len() > self.limit {
                let limit = self.limit;
                return Some(Err(rejected(record.line, Reason::TooLong { limit })));
            }
            if !record.quotes.is_open() {
                break;
            }
        }
        gathered.map(Gathered::complete)
    }

    fn record(&mut self, gathered: &Gathered) -> Result<Option<Record>, Rejection> {
        if self.lines.is_marked() {
            self.encoding = Encoding::Utf8;
        }
        let line = gathered.line;
        let text = self.encoding.decode(&gathered.bytes);
        let text = text.map_err(|reason| rejected(line, reason))?;
        if text.trim().is_empty() {
            return Ok(None);
        }
        let fields = fields(&text).map_err(|reason| rejected(line, reason))?;
        Ok(Some(Record { line, fields }))
    }
}

impl<Input: BufRead> Iterator for Records<Input> {
    type Item = Result<Record, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let gathered = match self.gather()? {
                Ok(gathered) => gathered,
                Err(rejection) => return Some(Err(rejection)),
            };
            if let Some(record) = self.record(&gathered).transpose() {
                return Some(record);
            }
        }
    }
}

impl Gathered {
    fn at(line: u64) -> Self {
        Self { line, bytes: Vec::new(), quotes: Quotes::FieldStart }
    }

    fn add(&mut self, bytes: &[u8]) {
        if !self.bytes.is_empty() {
            self.bytes.push(b'\n');
        }
        self.bytes.extend_from_slice(bytes);
        self.quotes = bytes.iter().fold(self.quotes, |quotes, byte| quotes.after(*byte));
    }

    fn complete(self) -> Result<Self, Rejection> {
        if self.quotes.is_open() {
            return Err(rejected(self.line, Reason::Truncated));
        }
        Ok(self)
    }
}

/// Where in a record a byte stands, as far as quotes matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    FieldStart,
    Outside,
    Inside,
    /// After a quote inside quotes: the end of the field, or the first of two.
    MaybeEnd,
}

impl Quotes {
    fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::FieldStart, b'"') | (Self::MaybeEnd, b'"') => Self::Inside,
            (Self::Inside, b'"') => Self::MaybeEnd,
            (Self::Inside, _) => Self::Inside,
            (_, SEPARATOR) => Self::FieldStart,
            _ => Self::Outside,
        }
    }

    fn is_open(self) -> bool {
        self == Self::Inside
    }
}

fn fields(text: &str) -> Result<Vec<String>, Reason> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(SEPARATOR)
        .has_headers(false)
        .buffer_capacity(text.len())
        .from_reader(text.as_bytes());
    let record = reader.records().next().ok_or(Reason::Truncated)?;
    let record = record.map_err(|error| Reason::Malformed(error.to_string()))?;
    Ok(record.iter().map(str::to_owned).collect())
}

fn rejected(line: u64, reason: Reason) -> Rejection {
    Rejection { line, external_id: None, reason }
}
