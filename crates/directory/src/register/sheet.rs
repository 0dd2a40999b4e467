//! Where a reader puts what it reads: rows kept, left out, rejected, and what is counted on the way.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use super::columns::delimiter;
use super::record::Record;
use crate::delivery::{Document, Encoding, read_fully};
use crate::shelf::Sorter;
use crate::{Day, Error, Progress, Watch};

/// How many rejected rows of a delivery are kept to be shown; the others are counted.
pub const REJECTIONS_KEPT: usize = 1_000;

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// The file.
    pub file: String,
    /// The line at which the row begins, or its number in a file without lines, from one.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// A load says how far it is each time so many rows are read.
const TOLD_EVERY: u64 = 8_192;

/// How far a load is, counted by all its readers, and who wants to know.
pub(crate) struct Tally<'a> {
    /// Rows read.
    pub(crate) rows: AtomicU64,
    /// Bytes read, unpacked.
    pub(crate) bytes: AtomicU64,
    /// Bytes to read.
    pub(crate) total: u64,
    /// Who follows.
    pub(crate) watch: Watch<'a>,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(total: u64, watch: Watch<'a>) -> Self {
        Self { rows: AtomicU64::new(0), bytes: AtomicU64::new(0), total, watch }
    }

    /// Says how far the load is.
    pub(crate) fn tell(&self) {
        let (rows, bytes) = (self.rows.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed));
        (self.watch)(Progress { rows, bytes, total: self.total });
    }
}

/// A document being read.
pub(crate) struct Reading<'a> {
    /// Which.
    pub(crate) document: &'a Document,
    /// In which encoding.
    pub(crate) encoding: Encoding,
    /// What stands between its fields, when it is a table.
    pub(crate) delimiter: u8,
}

impl<'a> Reading<'a> {
    /// Looks at a document before it is read.
    pub(crate) fn of(document: &'a Document) -> Result<Self, Error> {
        let unseen = AtomicU64::new(0);
        let encoding = document.read(&unseen, |input| Encoding::sniff(input).map_err(document.unreadable()))?;
        let delimiter = document.read(&unseen, |input| {
            let mut head = vec![0; 8 * 1024];
            let filled = read_fully(input, &mut head).map_err(document.unreadable())?;
            Ok(delimiter(&head[..filled]))
        })?;
        Ok(Self { document, encoding, delimiter })
    }
}

/// What came of the rows of a document.
pub(crate) struct Sheet<'a> {
    file: String,
    sorter: Sorter,
    tally: &'a Tally<'a>,
    key: Vec<u8>,
    payload: Vec<u8>,
    touched: HashMap<Day, u64>,
    /// Who paid, where a list of grants does not say.
    pub(crate) giver: Option<String>,
    /// How many rows were read.
    pub(crate) read: u64,
    /// How many were kept.
    pub(crate) kept: u64,
    /// How many the register itself sets aside, or do not concern the directory.
    pub(crate) left_out: u64,
    /// How many could not be used.
    pub(crate) rejected: u64,
    /// The first of them.
    pub(crate) rejections: Vec<Rejection>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(file: String, sorter: Sorter, tally: &'a Tally<'a>) -> Self {
        Self {
            file,
            sorter,
            tally,
            key: Vec::new(),
            payload: Vec::new(),
            touched: HashMap::new(),
            giver: None,
            read: 0,
            kept: 0,
            left_out: 0,
            rejected: 0,
            rejections: Vec::new(),
        }
    }

    fn count(&mut self) {
        self.read += 1;
        let rows = self.tally.rows.fetch_add(1, Ordering::Relaxed) + 1;
        if rows.is_multiple_of(TOLD_EVERY) {
            self.tally.tell();
        }
    }

    /// Keeps a row.
    pub(crate) fn keep(&mut self, record: &Record) -> Result<(), Error> {
        self.count();
        self.kept += 1;
        if record.updated.is_known() {
            *self.touched.entry(record.updated).or_default() += 1;
        }
        record.sort_key(&mut self.key);
        self.payload.clear();
        self.payload = postcard::to_extend(record, std::mem::take(&mut self.payload))
            .map_err(|reason| Error::Unreadable { file: self.file.clone(), reason: reason.to_string() })?;
        self.sorter.push(&self.key, &self.payload)
    }

    /// Leaves a row out, as its register asks.
    pub(crate) fn leave_out(&mut self) {
        self.count();
        self.left_out += 1;
    }

    /// Rejects a row.
    pub(crate) fn reject(&mut self, line: u64, reason: impl Into<String>) {
        self.count();
        self.rejected += 1;
        if self.rejections.len() < REJECTIONS_KEPT {
            self.rejections.push(Rejection { file: self.file.clone(), line, reason: reason.into() });
        }
    }

    /// The last day on which two records were touched; on which one was, when no day has two. A single date may be a
    /// mistake, far in the future.
    pub(crate) fn newest(&self) -> Day {
        let twice = self.touched.iter().filter(|(_, rows)| **rows > 1).map(|(day, _)| *day).max();
        twice.or_else(|| self.touched.keys().max().copied()).unwrap_or_default()
    }

    /// The days on which so many records were touched that a machine did it: they say nothing of the organisations.
    pub(crate) fn bulk_days(&self) -> Vec<Day> {
        let many = (self.kept / 100).max(200);
        let mut days: Vec<Day> = self.touched.iter().filter(|(_, rows)| **rows >= many).map(|(day, _)| *day).collect();
        days.sort_unstable();
        days
    }

    /// The rows, to be written in order.
    pub(crate) fn into_sorter(self) -> Sorter {
        self.sorter
    }
}
