//! Rows put in order in bounded memory: sorted in runs, the runs merged.

use std::fs;
use std::path::{Path, PathBuf};

use super::merge::Merge;
use super::rows::{RowsReader, RowsWriter};
use crate::Error;

/// What a run holds before it is sorted and put aside.
const RUN: usize = 40 << 20;
/// Runs are read once and soon: packed lightly.
const RUN_LEVEL: i32 = 1;
/// Shelves are kept and read at each build.
const SHELF_LEVEL: i32 = 3;

/// Rows in any order, to be written in order.
pub(crate) struct Sorter {
    folder: PathBuf,
    name: String,
    bytes: Vec<u8>,
    rows: Vec<Span>,
    runs: Vec<PathBuf>,
    run: usize,
}

/// Where a row is in the bytes of a run.
#[derive(Clone, Copy)]
struct Span {
    start: u32,
    key: u32,
    payload: u32,
}

impl Sorter {
    /// A sorter that puts its runs into `folder` under names that begin with `name`.
    pub(crate) fn new(folder: &Path, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { folder: folder.to_path_buf(), name, bytes: Vec::new(), rows: Vec::new(), runs: Vec::new(), run: RUN }
    }

    #[cfg(test)]
    fn with_runs_of(mut self, bytes: usize) -> Self {
        self.run = bytes;
        self
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, key: &[u8], payload: &[u8]) -> Result<(), Error> {
        let span = Span { start: self.bytes.len() as u32, key: key.len() as u32, payload: payload.len() as u32 };
        self.bytes.extend_from_slice(key);
        self.bytes.extend_from_slice(payload);
        self.rows.push(span);
        if self.bytes.len() >= self.run { self.put_aside() } else { Ok(()) }
    }

    fn put_aside(&mut self) -> Result<(), Error> {
        let path = self.folder.join(format!("{}.{}.run", self.name, self.runs.len()));
        self.write_sorted(&path, RUN_LEVEL)?;
        self.runs.push(path);
        Ok(())
    }

    fn write_sorted(&mut self, path: &Path, level: i32) -> Result<u64, Error> {
        let bytes = &self.bytes;
        let key = |span: &Span| &bytes[span.start as usize..(span.start + span.key) as usize];
        self.rows.sort_by(|one, other| key(one).cmp(key(other)));
        let mut writer = RowsWriter::create(path, level)?;
        for span in &self.rows {
            let middle = (span.start + span.key) as usize;
            writer.push(key(span), &bytes[middle..middle + span.payload as usize])?;
        }
        self.bytes.clear();
        self.rows.clear();
        writer.finish()
    }

    /// Writes all rows in order to `path`, and says how many there are.
    pub(crate) fn finish(mut self, path: &Path) -> Result<u64, Error> {
        if self.runs.is_empty() {
            return self.write_sorted(path, SHELF_LEVEL);
        }
        self.put_aside()?;
        self.bytes = Vec::new();
        self.rows = Vec::new();
        let runs = self.runs.iter().map(|run| RowsReader::open(run)).collect::<Result<Vec<_>, _>>()?;
        let mut merge = Merge::new(runs)?;
        let mut writer = RowsWriter::create(path, SHELF_LEVEL)?;
        while merge.advance()? {
            if let Some((_, row)) = merge.current() {
                writer.push(row.key(), row.payload())?;
            }
        }
        for run in &self.runs {
            fs::remove_file(run).map_err(Error::io(run))?;
        }
        writer.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_pushed_in_any_order_come_out_in_order_however_many_runs() {
        let folder = tempfile::tempdir().unwrap();
        let mut random = fastrand::Rng::with_seed(7);
        for run in [1 << 20, 1_000] {
            let mut sorter = Sorter::new(folder.path(), "a").with_runs_of(run);
            for _ in 0..2_000 {
                let key = format!("{:06}", random.u32(..100_000));
                sorter.push(key.as_bytes(), key.as_bytes()).unwrap();
            }
            let path = folder.path().join("a.rows");
            assert_eq!(sorter.finish(&path).unwrap(), 2_000);
            let mut reader = RowsReader::open(&path).unwrap();
            let mut before = Vec::new();
            while reader.advance().unwrap() {
                assert!(reader.key() >= before.as_slice());
                assert_eq!(reader.key(), reader.payload());
                before = reader.key().to_vec();
            }
        }
    }
}
