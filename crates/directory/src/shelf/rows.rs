//! A file of rows: pairs of a key and a payload, in the order of the keys, in blocks packed with zstd.
//!
//! `FBQROWS1`, then blocks (packed length, length, both little-endian on four bytes, bytes), then a
//! block of length nought and the number of rows on eight bytes: a file cut short is recognised.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use zstd::bulk::{Compressor, Decompressor};

use crate::Error;

const MAGIC: &[u8; 8] = b"FBQROWS1";
/// A block is closed once it holds this much.
const BLOCK: usize = 96 * 1024;
/// No row is longer than the longest record with its lists.
const LARGEST_BLOCK: usize = 256 << 20;

/// A file of rows being written.
pub(crate) struct RowsWriter {
    path: PathBuf,
    file: BufWriter<File>,
    block: Vec<u8>,
    compressor: Compressor<'static>,
    rows: u64,
}

impl RowsWriter {
    pub(crate) fn create(path: &Path, level: i32) -> Result<Self, Error> {
        let file = File::create(path).map_err(Error::io(path))?;
        let mut file = BufWriter::with_capacity(256 * 1024, file);
        file.write_all(MAGIC).map_err(Error::io(path))?;
        let compressor = Compressor::new(level).map_err(Error::io(path))?;
        Ok(Self { path: path.to_path_buf(), file, block: Vec::with_capacity(BLOCK * 2), compressor, rows: 0 })
    }

    /// Adds a row; its key is not before the one added last.
    pub(crate) fn push(&mut self, key: &[u8], payload: &[u8]) -> Result<(), Error> {
        put_bytes(&mut self.block, key);
        put_bytes(&mut self.block, payload);
        self.rows += 1;
        if self.block.len() >= BLOCK { self.close_block() } else { Ok(()) }
    }

    fn close_block(&mut self) -> Result<(), Error> {
        let packed = self.compressor.compress(&self.block).map_err(Error::io(&self.path))?;
        let lengths = [packed.len() as u32, self.block.len() as u32];
        self.write(&lengths[0].to_le_bytes())?;
        self.write(&lengths[1].to_le_bytes())?;
        self.write(&packed)?;
        self.block.clear();
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).map_err(Error::io(&self.path))
    }

    /// Ends the file and says how many rows it holds. It may not be on the disk yet: [`keep`] waits until it is.
    pub(crate) fn finish(mut self) -> Result<u64, Error> {
        if !self.block.is_empty() {
            self.close_block()?;
        }
        self.write(&[0; 8])?;
        self.write(&self.rows.to_le_bytes())?;
        self.file.flush().map_err(Error::io(&self.path))?;
        Ok(self.rows)
    }
}

/// Waits until the file at `path` is on the disk.
pub(crate) fn keep(path: &Path) -> Result<(), Error> {
    File::open(path).and_then(|file| file.sync_all()).map_err(Error::io(path))
}

fn put_bytes(block: &mut Vec<u8>, bytes: &[u8]) {
    block.extend((bytes.len() as u32).to_le_bytes());
    block.extend_from_slice(bytes);
}

/// A file of rows being read, one row at a time.
pub(crate) struct RowsReader {
    path: PathBuf,
    file: BufReader<File>,
    decompressor: Decompressor<'static>,
    packed: Vec<u8>,
    block: Vec<u8>,
    at: usize,
    key: Range<usize>,
    payload: Range<usize>,
    rows: u64,
}

impl RowsReader {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(Error::io(path))?;
        let mut file = BufReader::with_capacity(32 * 1024, file);
        let mut magic = [0; 8];
        let read = file.read_exact(&mut magic);
        let decompressor = Decompressor::new().map_err(Error::io(path))?;
        let path = path.to_path_buf();
        if read.is_err() || magic != *MAGIC {
            return Err(Error::Shelf { path, reason: "this is no file of rows".to_owned() });
        }
        let (packed, block) = (Vec::new(), Vec::new());
        Ok(Self { path, file, decompressor, packed, block, at: 0, key: 0..0, payload: 0..0, rows: 0 })
    }

    /// Goes to the next row; false at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, Error> {
        if self.at == self.block.len() && !self.next_block()? {
            return Ok(false);
        }
        self.key = self.take_bytes()?;
        self.payload = self.take_bytes()?;
        self.rows += 1;
        Ok(true)
    }

    fn next_block(&mut self) -> Result<bool, Error> {
        let (packed, length) = (self.number()? as usize, self.number()? as usize);
        if packed == 0 {
            let mut rows = [0; 8];
            self.fill(&mut rows)?;
            let right = u64::from_le_bytes(rows) == self.rows;
            return if right { Ok(false) } else { Err(self.broken("it has not the rows it says")) };
        }
        if packed > LARGEST_BLOCK || length > LARGEST_BLOCK {
            return Err(self.broken("a block is larger than any written"));
        }
        let mut bytes = std::mem::take(&mut self.packed);
        bytes.resize(packed, 0);
        self.fill(&mut bytes)?;
        self.block.clear();
        self.block.reserve(length);
        let unpacked = self.decompressor.decompress_to_buffer(&bytes, &mut self.block);
        self.packed = bytes;
        self.at = 0;
        if unpacked.is_ok_and(|unpacked| unpacked == length) {
            Ok(true)
        } else {
            Err(self.broken("a block is damaged"))
        }
    }

    fn number(&mut self) -> Result<u32, Error> {
        let mut bytes = [0; 4];
        self.fill(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.file.read_exact(bytes).map_err(|_| self.broken("it is cut short"))
    }

    fn take_bytes(&mut self) -> Result<Range<usize>, Error> {
        let start = self.at + 4;
        let length = self.block.get(self.at..start).and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
        let length = length.map_or(usize::MAX, |bytes| u32::from_le_bytes(bytes) as usize);
        let end = start.saturating_add(length);
        if end > self.block.len() {
            return Err(self.broken("a row is damaged"));
        }
        self.at = end;
        Ok(start..end)
    }

    fn broken(&self, reason: &str) -> Error {
        Error::Shelf { path: self.path.clone(), reason: reason.to_owned() }
    }

    /// The key of the row.
    pub(crate) fn key(&self) -> &[u8] {
        &self.block[self.key.clone()]
    }

    /// The payload of the row.
    pub(crate) fn payload(&self) -> &[u8] {
        &self.block[self.payload.clone()]
    }

    /// What the payload of the row is.
    pub(crate) fn decode<T: serde::de::DeserializeOwned>(&self) -> Result<T, Error> {
        postcard::from_bytes(self.payload()).map_err(|_| self.broken("a row is damaged"))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn written(rows: u32) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.rows");
        let mut writer = RowsWriter::create(&path, 1).unwrap();
        for row in 0..rows {
            writer.push(format!("{row:08}").as_bytes(), &[7; 50]).unwrap();
        }
        assert_eq!(writer.finish().unwrap(), u64::from(rows));
        (folder, path)
    }

    fn count(path: &Path) -> Result<u32, Error> {
        let mut reader = RowsReader::open(path)?;
        let mut rows = 0;
        while reader.advance()? {
            assert_eq!(reader.key(), format!("{rows:08}").as_bytes());
            rows += 1;
        }
        Ok(rows)
    }

    #[test]
    fn rows_come_back_as_they_were_written() {
        let (_folder, path) = written(10_000);
        assert_eq!(count(&path).unwrap(), 10_000);
    }

    #[test]
    fn a_file_cut_anywhere_says_so() {
        let (_folder, path) = written(3_000);
        let whole = fs::read(&path).unwrap();
        for length in (0..whole.len()).step_by(97) {
            fs::write(&path, &whole[..length]).unwrap();
            assert!(matches!(count(&path), Err(Error::Shelf { .. })), "{length}");
        }
    }

    #[test]
    fn a_file_that_lost_a_block_says_so() {
        let (_folder, path) = written(3_000);
        let whole = fs::read(&path).unwrap();
        let packed = u32::from_le_bytes(whole[8..12].try_into().unwrap()) as usize;
        let mut bytes = whole[..8].to_vec();
        bytes.extend(&whole[16 + packed..]);
        fs::write(&path, bytes).unwrap();
        let mut reader = RowsReader::open(&path).unwrap();
        let outcome = std::iter::from_fn(|| Some(reader.advance())).find(|row| !matches!(row, Ok(true)));
        assert!(matches!(outcome, Some(Err(Error::Shelf { .. }))));
    }
}
