//! Entries spread over the disk by theme family and department.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::Entry;
use crate::error::{Error, Result};

/// How many bytes of a bin are held before they go to the disk.
const HELD: usize = 32 << 10;

/// The themes of a family share the first three of their six digits.
pub(crate) const fn family(theme: u32) -> u32 {
    theme / 1000
}

/// Where an entry goes: its family, and the first bytes of its department.
type BinName = (u32, [u8; 3]);

/// A piece of a bin on the disk.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: u64,
    length: usize,
    entries: u32,
}

#[derive(Debug, Default)]
struct Bin {
    held: Vec<u8>,
    held_entries: u32,
    pieces: Vec<Piece>,
}

/// Bins that are being filled.
#[derive(Debug)]
pub(crate) struct BinsWriter {
    path: PathBuf,
    file: File,
    length: u64,
    bins: HashMap<BinName, Bin>,
}

impl BinsWriter {
    /// Empty bins in a file of a folder.
    pub(crate) fn new(folder: &Path) -> Result<Self> {
        let path = folder.join("bins.part");
        let file = File::create(&path).map_err(Error::io(&path))?;
        Ok(Self { path, file, length: 0, bins: HashMap::new() })
    }

    /// Adds an entry, with its rank among the keys.
    pub(crate) fn push(&mut self, rank: u32, entry: &Entry) -> Result<()> {
        let bytes = postcard::to_stdvec(entry).map_err(|error| Error::damaged(&self.path, error.to_string()))?;
        let mut department = [0; 3];
        department.iter_mut().zip(entry.place.department.bytes()).for_each(|(to, from)| *to = from);
        let bin = self.bins.entry((family(entry.themes[0]), department)).or_default();
        bin.held.extend_from_slice(&rank.to_le_bytes());
        bin.held.extend_from_slice(&u32::try_from(bytes.len()).map_err(|_| Error::TooMany("letters"))?.to_le_bytes());
        bin.held.extend_from_slice(&bytes);
        bin.held_entries += 1;
        if bin.held.len() < HELD {
            return Ok(());
        }
        empty(bin, &mut self.file, &mut self.length).map_err(Error::io(&self.path))
    }

    /// The bins in order of documents.
    pub(crate) fn finish(mut self) -> Result<Bins> {
        let mut pieces = Vec::new();
        for (_, mut bin) in std::mem::take(&mut self.bins).into_iter().collect::<BTreeMap<_, _>>() {
            empty(&mut bin, &mut self.file, &mut self.length).map_err(Error::io(&self.path))?;
            pieces.append(&mut bin.pieces);
        }
        Ok(Bins { path: self.path, pieces })
    }
}

fn empty(bin: &mut Bin, file: &mut File, length: &mut u64) -> std::io::Result<()> {
    if bin.held.is_empty() {
        return Ok(());
    }
    let packed = zstd::bulk::compress(&bin.held, 1)?;
    file.write_all(&packed)?;
    bin.pieces.push(Piece { start: *length, length: packed.len(), entries: bin.held_entries });
    *length += packed.len() as u64;
    bin.held.clear();
    bin.held_entries = 0;
    Ok(())
}

/// Bins that were filled.
#[derive(Debug)]
pub(crate) struct Bins {
    path: PathBuf,
    pieces: Vec<Piece>,
}

impl Bins {
    /// The pieces cut into runs of about so many documents, each with the number of its first document.
    pub(crate) fn runs(&self, most: u32) -> Vec<(u32, std::ops::Range<usize>)> {
        let (mut runs, mut start, mut first, mut count) = (Vec::new(), 0, 0, 0);
        for (at, piece) in self.pieces.iter().enumerate() {
            if count > 0 && count + piece.entries > most {
                runs.push((first, start..at));
                (first, start, count) = (first + count, at, 0);
            }
            count += piece.entries;
        }
        if count > 0 {
            runs.push((first, start..self.pieces.len()));
        }
        runs
    }

    /// The entries of some pieces, in order of documents, each with its rank among the keys.
    pub(crate) fn read(&self, pieces: std::ops::Range<usize>) -> Result<Vec<(u32, Entry)>> {
        let mut file = File::open(&self.path).map_err(Error::io(&self.path))?;
        let mut entries = Vec::new();
        for piece in &self.pieces[pieces] {
            let mut packed = vec![0; piece.length];
            file.seek(SeekFrom::Start(piece.start)).map_err(Error::io(&self.path))?;
            file.read_exact(&mut packed).map_err(Error::io(&self.path))?;
            let bytes = zstd::decode_all(packed.as_slice()).map_err(Error::io(&self.path))?;
            self.split(&bytes, &mut entries)?;
        }
        Ok(entries)
    }

    fn split(&self, mut bytes: &[u8], entries: &mut Vec<(u32, Entry)>) -> Result<()> {
        let torn = || Error::damaged(&self.path, "a piece is torn");
        while let Some((head, rest)) = bytes.split_first_chunk::<8>() {
            let [a, b, c, d, e, f, g, h] = *head;
            let length = u32::from_le_bytes([e, f, g, h]) as usize;
            let entry = postcard::from_bytes(rest.get(..length).ok_or_else(torn)?).map_err(|_| torn())?;
            entries.push((u32::from_le_bytes([a, b, c, d]), entry));
            bytes = &rest[length..];
        }
        Ok(())
    }

    /// Removes the file.
    pub(crate) fn remove(self) -> Result<()> {
        std::fs::remove_file(&self.path).map_err(Error::io(&self.path))
    }
}
