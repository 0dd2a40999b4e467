//! The entries themselves, to be shown: compressed a few together, any of them read alone.

use std::cell::RefCell;

use tantivy::directory::OwnedBytes;
use zstd::bulk::Decompressor;

use super::{Snapshot, Table};
use crate::Entry;
use crate::error::{Error, Result};

/// How many entries are compressed together: whoever asks for one unpacks them all, and a page asks for many.
pub(crate) const TEXTS_IN_A_BLOCK: usize = 4;

thread_local! {
    /// What unpacking needs, a hundred kilobytes: not to be had anew for each block.
    static UNPACKING: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// How hard they are compressed: further levels cost the build more than they save.
const LEVEL: i32 = 3;

/// The longest block that is believed, in bytes.
const LONGEST: usize = 1 << 28;

/// Entries as one block: the length of the rest, then, compressed, where each ends and what each says.
pub(crate) fn compress_texts(encoded: &[Vec<u8>]) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut end = 0_u32;
    for entry in encoded {
        end += u32::try_from(entry.len()).map_err(std::io::Error::other)?;
        bytes.extend_from_slice(&end.to_le_bytes());
    }
    encoded.iter().for_each(|entry| bytes.extend_from_slice(entry));
    let mut block = u32::try_from(bytes.len()).map_err(std::io::Error::other)?.to_le_bytes().to_vec();
    block.extend(zstd::bulk::compress(&bytes, LEVEL)?);
    Ok(block)
}

fn unpack(packed: &[u8], length: usize) -> std::io::Result<Vec<u8>> {
    UNPACKING.with_borrow_mut(|held| {
        let unpacking = match held {
            Some(unpacking) => unpacking,
            None => held.insert(Decompressor::new()?),
        };
        unpacking.decompress(packed, length)
    })
}

/// The entries of a snapshot.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    bytes: OwnedBytes,
    /// Where each block begins and its first document; then the end of all.
    starts: Table<[u64; 2]>,
    documents: u32,
    path: std::path::PathBuf,
}

impl Texts {
    pub(crate) fn open(snapshot: &Snapshot) -> Result<Self> {
        let (starts, path) = (snapshot.table::<[u64; 2]>("texts-starts")?, snapshot.folder().join("texts"));
        if starts.all().last().map(|[_, documents]| *documents) != Some(u64::from(snapshot.documents())) {
            return Err(Error::damaged(path, "its blocks are not those of the documents"));
        }
        Ok(Self { bytes: snapshot.file("texts")?, starts, documents: snapshot.documents(), path })
    }

    /// The entry of a document; `None` past the last one.
    ///
    /// # Errors
    /// [`Error::Damaged`] when its block cannot be read.
    pub(crate) fn get(&self, document: u32) -> Result<Option<Entry>> {
        if document >= self.documents {
            return Ok(None);
        }
        let number = self.starts.all().partition_point(|[_, first]| *first <= u64::from(document)).saturating_sub(1);
        let (block, entries) = (self.block(number)?, self.documents_of_block(number));
        self.entry(&block, entries.len(), (document as usize).saturating_sub(entries.start)).map(Some)
    }

    /// Every entry of a block, in order of documents; for whoever reads all of them.
    pub(crate) fn all_of_block(&self, number: usize) -> Result<Vec<Entry>> {
        let (block, count) = (self.block(number)?, self.documents_of_block(number).len());
        (0..count).map(|at| self.entry(&block, count, at)).collect()
    }

    /// How many blocks there are.
    pub(crate) fn blocks(&self) -> usize {
        self.starts.all().len().saturating_sub(1)
    }

    /// The documents of a block.
    pub(crate) fn documents_of_block(&self, number: usize) -> std::ops::Range<usize> {
        let first = |at| self.starts.get(at).map_or(0, |[_, first]| first as usize);
        first(number)..first(number + 1)
    }

    fn block(&self, number: usize) -> Result<Vec<u8>> {
        let read = || {
            let ([start, _], [end, _]) = (self.starts.get(number)?, self.starts.get(number + 1)?);
            let bytes = self.bytes.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
            let (length, packed) = bytes.split_first_chunk::<4>()?;
            let length = usize::try_from(u32::from_le_bytes(*length)).ok().filter(|length| *length <= LONGEST)?;
            unpack(packed, length).ok()
        };
        read().ok_or_else(|| self.damaged(number))
    }

    fn entry(&self, block: &[u8], count: usize, at: usize) -> Result<Entry> {
        let end_of = |at: usize| {
            let bytes = block.get(at * 4..at * 4 + 4)?;
            usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
        };
        let read = || {
            let start = if at == 0 { 0 } else { end_of(at - 1)? };
            let bytes = block.get(count * 4..)?.get(start..end_of(at)?)?;
            postcard::from_bytes(bytes).ok()
        };
        read().ok_or_else(|| self.damaged(at))
    }

    fn damaged(&self, number: usize) -> Error {
        Error::damaged(&self.path, format!("its block {number} cannot be read"))
    }
}
