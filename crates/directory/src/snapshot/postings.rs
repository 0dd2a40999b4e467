//! For each stem, the documents that hold it and what each adds to a score.
//!
//! Documents come in blocks of 128, packed by their distances; so do the *codes*: twice the level (1 to 63, the
//! saturated term frequency of BM25F over its bound), plus one when the stem is in the name. What is left after the
//! last whole block is a tail of numbers of seven bits a byte, each followed by its code.

use bitpacking::{BitPacker, BitPacker4x};
use tantivy::directory::OwnedBytes;

use super::files::{FileWriter, Writing};
use super::positions::{put_number, take_number};
use super::{Snapshot, Table};
use crate::error::{Error, Result};

/// How many postings make a block.
pub(crate) const BLOCK: usize = BitPacker4x::BLOCK_LEN;

/// A stem as numbers: how many documents hold it and the highest of their codes (on the top byte); how many of them have
/// not ended, or, when it has blocks, where the table of frequent stems says so; where its tail is; where the positions of
/// its tail are.
type StemNumbers = [u32; 4];

/// What is said of a stem that has blocks: how many of its documents have not ended, and its first block.
type FrequentNumbers = [u32; 2];

/// A block as numbers: its last document, where it is packed, on how many bits each part is packed and its highest code
/// (a byte each), where its positions are.
pub(crate) type BlockNumbers = [u32; 4];

/// A stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stem {
    /// How many documents hold it.
    pub(crate) count: u32,
    /// How many of them have not ended.
    pub(crate) standing: u32,
    /// The highest code of its postings.
    pub(crate) highest: u8,
    first_block: u32,
    tail: u32,
    tail_positions: u32,
}

/// A block of 128 postings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    /// The last document.
    pub(crate) last: u32,
    /// The highest code.
    pub(crate) highest: u8,
    start: u32,
    document_bits: u8,
    code_bits: u8,
    positions: u32,
}

impl Block {
    /// A block from its numbers.
    pub(crate) const fn of([last, start, parts, positions]: BlockNumbers) -> Self {
        let [document_bits, code_bits, highest, _] = parts.to_le_bytes();
        Self { last, highest, start, document_bits, code_bits, positions }
    }
}

/// Postings that are being written, stem after stem.
pub(crate) struct PostingsWriter {
    stems: Vec<StemNumbers>,
    frequent: Vec<FrequentNumbers>,
    blocks: Vec<BlockNumbers>,
    packed: FileWriter,
    positions: FileWriter,
    packer: BitPacker4x,
    buffer: Vec<u8>,
    pending: Vec<(u32, u8)>,
    pending_positions: u32,
    /// Of the stem at hand: how many documents, how many of them have not ended, its first block.
    current: [u32; 3],
    last: u32,
    highest: u8,
}

impl PostingsWriter {
    pub(crate) fn new(writing: &Writing) -> Result<Self> {
        Ok(Self {
            stems: Vec::new(),
            frequent: Vec::new(),
            blocks: Vec::new(),
            packed: writing.create("postings")?,
            positions: writing.create("positions")?,
            packer: BitPacker4x::new(),
            buffer: vec![0; 4 * BLOCK],
            pending: Vec::with_capacity(BLOCK),
            pending_positions: 0,
            current: [0; 3],
            last: 0,
            highest: 0,
        })
    }

    /// Adds a posting of the stem at hand; documents come in order.
    pub(crate) fn push(&mut self, document: u32, code: u8, standing: bool, positions: &[u8]) -> Result<()> {
        if self.pending.is_empty() {
            self.pending_positions = offset(&self.positions, "positions")?;
        }
        self.positions.put(positions)?;
        self.pending.push((document, code));
        self.current[0] += 1;
        self.current[1] += u32::from(standing);
        self.highest = self.highest.max(code);
        if self.pending.len() == BLOCK { self.end_block() } else { Ok(()) }
    }

    fn end_block(&mut self) -> Result<()> {
        let documents: Vec<u32> = self.pending.iter().map(|(document, _)| *document).collect();
        let codes: Vec<u32> = self.pending.iter().map(|(_, code)| u32::from(*code)).collect();
        let start = offset(&self.packed, "postings")?;
        let document_bits = self.packer.num_bits_sorted(self.last, &documents);
        let length = self.packer.compress_sorted(self.last, &documents, &mut self.buffer, document_bits);
        self.packed.put(&self.buffer[..length])?;
        let code_bits = self.packer.num_bits(&codes);
        let length = self.packer.compress(&codes, &mut self.buffer, code_bits);
        self.packed.put(&self.buffer[..length])?;
        let highest = self.pending.iter().map(|(_, code)| *code).max().unwrap_or(0);
        self.last = documents[BLOCK - 1];
        let parts = u32::from_le_bytes([document_bits, code_bits, highest, 0]);
        self.blocks.push([self.last, start, parts, self.pending_positions]);
        self.pending.clear();
        Ok(())
    }

    /// Ends the stem at hand, and gives its number.
    pub(crate) fn end_stem(&mut self) -> Result<u32> {
        let [count, standing, first_block] = self.current;
        if count >= 1 << 24 {
            return Err(Error::TooMany("documents"));
        }
        let tail = offset(&self.packed, "postings")?;
        let mut bytes = Vec::new();
        for (document, code) in self.pending.drain(..) {
            put_number(document - self.last, &mut bytes);
            bytes.push(code);
            self.last = document;
        }
        self.packed.put(&bytes)?;
        let mut second = standing;
        if count as usize >= BLOCK {
            second = u32::try_from(self.frequent.len()).map_err(|_| Error::TooMany("words"))?;
            self.frequent.push([standing, first_block]);
        }
        self.stems.push([count | u32::from(self.highest) << 24, second, tail, self.pending_positions]);
        let next = u32::try_from(self.blocks.len()).map_err(|_| Error::TooMany("postings"))?;
        (self.current, self.last, self.highest) = ([0, 0, next], 0, 0);
        u32::try_from(self.stems.len() - 1).map_err(|_| Error::TooMany("words"))
    }

    pub(crate) fn finish(self, writing: &mut Writing) -> Result<()> {
        writing.keep(self.packed)?;
        writing.keep(self.positions)?;
        writing.write("stems", bytemuck::cast_slice(&self.stems))?;
        writing.write("stems-frequent", bytemuck::cast_slice(&self.frequent))?;
        writing.write("blocks", bytemuck::cast_slice(&self.blocks))
    }
}

fn offset(file: &FileWriter, of: &'static str) -> Result<u32> {
    u32::try_from(file.length()).map_err(|_| Error::TooMany(of))
}

/// Postings, read in place.
#[derive(Debug, Clone)]
pub(crate) struct Postings {
    stems: Table<StemNumbers>,
    frequent: Table<FrequentNumbers>,
    blocks: Table<BlockNumbers>,
    packed: OwnedBytes,
    positions: OwnedBytes,
}

impl Postings {
    pub(crate) fn open(snapshot: &Snapshot) -> Result<Self> {
        Ok(Self {
            stems: snapshot.table("stems")?,
            frequent: snapshot.table("stems-frequent")?,
            blocks: snapshot.table("blocks")?,
            packed: snapshot.file("postings")?,
            positions: snapshot.file("positions")?,
        })
    }

    /// A stem by its number.
    pub(crate) fn stem(&self, number: u32) -> Option<Stem> {
        let [count, second, tail, tail_positions] = self.stems.get(number as usize)?;
        let (highest, count) = ((count >> 24) as u8, count & 0xFF_FFFF);
        let [standing, first_block] =
            if count as usize >= BLOCK { self.frequent.get(second as usize)? } else { [second, 0] };
        Some(Stem { count, standing, highest, first_block, tail, tail_positions })
    }

    /// All the stems, with their numbers.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, Stem)> {
        (0..self.stems.all().len() as u32).filter_map(|number| Some((number, self.stem(number)?)))
    }

    /// The whole blocks of a stem.
    pub(crate) fn blocks(&self, stem: &Stem) -> &[BlockNumbers] {
        let first = stem.first_block as usize;
        self.blocks.all().get(first..first + stem.count as usize / BLOCK).unwrap_or(&[])
    }

    /// Unpacks the documents of a block that comes after `before`; nothing when the bytes are not there.
    pub(crate) fn documents(&self, block: &Block, before: u32, documents: &mut [u32; BLOCK]) -> Option<()> {
        let bytes = self.part(block.start, block.document_bits)?;
        BitPacker4x::new().decompress_sorted(before, bytes, documents, block.document_bits);
        Some(())
    }

    /// Unpacks the codes of a block.
    pub(crate) fn codes(&self, block: &Block, codes: &mut [u32; BLOCK]) -> Option<()> {
        let start = block.start.checked_add(u32::from(block.document_bits) * 16)?;
        let bytes = self.part(start, block.code_bits)?;
        BitPacker4x::new().decompress(bytes, codes, block.code_bits);
        Some(())
    }

    fn part(&self, start: u32, bits: u8) -> Option<&[u8]> {
        let length = (bits <= 32).then(|| BitPacker4x::compressed_block_size(bits))?;
        self.packed.get(start as usize..start as usize + length)
    }

    /// Reads the tail of a stem, that comes after `before`; gives how many postings it has.
    pub(crate) fn tail(
        &self,
        stem: &Stem,
        mut before: u32,
        documents: &mut [u32; BLOCK],
        codes: &mut [u32; BLOCK],
    ) -> usize {
        let count = stem.count as usize % BLOCK;
        let mut bytes = self.packed.get(stem.tail as usize..).unwrap_or(&[]);
        for at in 0..count {
            let Some(distance) = take_number(&mut bytes) else { return at };
            let Some((code, rest)) = bytes.split_first() else { return at };
            before = before.saturating_add(distance);
            (documents[at], codes[at], bytes) = (before, u32::from(*code), rest);
        }
        count
    }

    /// The bytes of positions from the first posting of a block, or of the tail.
    pub(crate) fn positions(&self, stem: &Stem, block: Option<&Block>) -> &[u8] {
        let start = block.map_or(stem.tail_positions, |block| block.positions);
        self.positions.get(start as usize..).unwrap_or(&[])
    }
}
