//! A walk through the documents of a stem.

use super::standing::Standing;
use crate::snapshot::{BLOCK, Block, BlockNumbers, Postings, Stem, skip_positions};

/// Past the last document.
pub(crate) const END: u32 = u32::MAX;

/// How many documents are looked at one by one before looking by halves.
const NEAR: usize = 6;

/// From so many postings of a block on, the positions of all of it are read at once.
const ASKED: usize = 4;

/// The place reached in the postings of a stem. Whatever the bytes say, it only goes forward, and ends.
pub(crate) struct Cursor<'a> {
    postings: &'a Postings,
    pub(crate) stem: Stem,
    blocks: &'a [BlockNumbers],
    /// Which block is at hand; the tail is behind the last one.
    block: usize,
    documents: [u32; BLOCK],
    codes: [u32; BLOCK],
    codes_read: bool,
    unpacked: bool,
    length: usize,
    at: usize,
    document: u32,
    /// Where the positions of a posting of the block at hand were found last: which posting, after how many bytes.
    found: (usize, usize),
    /// How many postings of the block at hand were asked for their positions.
    asked: usize,
    /// The ranks that were read: of the block at hand, once enough of its postings were asked for theirs.
    standing: Standing,
}

impl<'a> Cursor<'a> {
    /// On the first document of a stem.
    pub(crate) fn new(postings: &'a Postings, stem: Stem) -> Self {
        let mut cursor = Self {
            postings,
            stem,
            blocks: postings.blocks(&stem),
            block: 0,
            documents: [0; BLOCK],
            codes: [0; BLOCK],
            codes_read: false,
            unpacked: false,
            length: 0,
            at: 0,
            document: 0,
            found: (0, 0),
            asked: 0,
            standing: Standing::default(),
        };
        cursor.unpack();
        cursor.settle(0);
        cursor
    }

    /// The document at hand, or [`END`].
    pub(crate) const fn document(&self) -> u32 {
        self.document
    }

    /// Goes to the first document that is not before a target, and gives it.
    pub(crate) fn seek(&mut self, target: u32) -> u32 {
        if self.document >= target {
            return self.document;
        }
        self.reach(target);
        self.unpack();
        self.pass_documents(target);
        self.settle(target);
        self.document
    }

    /// Goes forward within the block: a few steps, then by halves.
    fn pass_documents(&mut self, target: u32) {
        let rest = &self.documents[self.at.min(self.length)..self.length];
        let steps = rest.iter().take(NEAR).take_while(|document| **document < target).count();
        let further = if steps == NEAR { rest[NEAR..].partition_point(|document| *document < target) } else { 0 };
        self.at += steps + further;
    }

    /// Goes to the block that may hold a target, without unpacking it: after this, ask for its bound, or seek on.
    pub(crate) fn reach(&mut self, target: u32) {
        if self.document < target && self.blocks.get(self.block).is_some_and(|[last, ..]| *last < target) {
            self.pass_blocks(target);
        }
    }

    /// Goes to the next document, and gives it.
    pub(crate) fn next(&mut self) -> u32 {
        self.at += 1;
        if self.at < self.length {
            let next = self.documents[self.at];
            // Documents go forward, whatever the bytes say.
            self.document = if next > self.document { next } else { END };
        } else {
            self.seek(self.document.saturating_add(1));
        }
        self.document
    }

    /// The highest level in the block at hand.
    pub(crate) fn bound(&self) -> u8 {
        self.blocks.get(self.block).map_or(self.stem.highest, |numbers| Block::of(*numbers).highest) >> 1
    }

    /// The highest level before a document, from the block at hand on.
    pub(crate) fn bound_before(&self, end: u32) -> u8 {
        if self.document >= end {
            return 0;
        }
        let mut highest = 0;
        for numbers in self.blocks.get(self.block..).unwrap_or(&[]) {
            let block = Block::of(*numbers);
            highest = highest.max(block.highest);
            if block.last.saturating_add(1) >= end {
                return highest >> 1;
            }
        }
        // After the last whole block comes the tail, of which only the highest of all is known.
        self.stem.highest >> 1
    }

    /// Gives the documents from the one at hand to a bound, with their codes, and goes to the first that is not before it.
    pub(crate) fn each_before(&mut self, end: u32, mut give: impl FnMut(u32, u8)) {
        while self.document < end {
            self.read_codes();
            let rest = self.documents.get(self.at..self.length).unwrap_or(&[]);
            let within = rest.partition_point(|document| *document < end).max(1);
            for (document, code) in rest.iter().zip(&self.codes[self.at.min(BLOCK)..]).take(within) {
                give(*document, *code as u8);
            }
            self.at += within - 1;
            self.document = self.document.max(self.documents.get(self.at).copied().unwrap_or(END));
            self.next();
        }
    }

    /// Passes over the blocks in which no level is above a bound; stays within the block at hand when one is.
    pub(crate) fn pass_weak(&mut self, bound: f32) -> u32 {
        let rest = self.blocks.get(self.block..).unwrap_or(&[]);
        let weak = rest.iter().take_while(|numbers| f32::from(Block::of(**numbers).highest >> 1) <= bound).count();
        if weak > 0 {
            let before = self.document;
            self.place(self.block + weak);
            self.unpack();
            self.settle(before);
        }
        self.document
    }

    fn pass_blocks(&mut self, target: u32) {
        let mut step = 1;
        let rest = &self.blocks[self.block..];
        while rest.get(step).is_some_and(|[last, ..]| *last < target) {
            step *= 2;
        }
        let passed = rest[..rest.len().min(step + 1)].partition_point(|[last, ..]| *last < target);
        self.place(self.block + passed);
    }

    fn settle(&mut self, target: u32) {
        self.document = match self.documents[..self.length].get(self.at) {
            Some(document) if *document >= target => *document,
            _ => END,
        };
    }

    fn place(&mut self, block: usize) {
        (self.block, self.at, self.length, self.unpacked, self.codes_read, self.found, self.asked) =
            (block, 0, 0, false, false, (0, 0), 0);
        self.standing.forget();
    }

    fn unpack(&mut self) {
        if self.unpacked {
            return;
        }
        self.unpacked = true;
        let before = self.block.checked_sub(1).and_then(|before| self.blocks.get(before)).map_or(0, |[last, ..]| *last);
        self.length = match self.blocks.get(self.block) {
            Some(numbers) => {
                let read = self.postings.documents(&Block::of(*numbers), before, &mut self.documents);
                if read.is_some() { BLOCK } else { 0 }
            }
            None => {
                self.codes_read = true;
                self.postings.tail(&self.stem, before, &mut self.documents, &mut self.codes)
            }
        };
    }

    /// The code of the posting at hand: twice its level, plus one when the stem is in the name.
    pub(crate) fn code(&mut self) -> u8 {
        self.read_codes();
        self.codes[self.at.min(BLOCK - 1)] as u8
    }

    fn read_codes(&mut self) {
        if !self.codes_read {
            self.codes_read = true;
            let read =
                self.blocks.get(self.block).map(|numbers| self.postings.codes(&Block::of(*numbers), &mut self.codes));
            if read.flatten().is_none() {
                self.codes = [0; BLOCK];
            }
        }
    }

    /// The ranks of the stem in the document at hand, in order. Within a block, what was passed over is not again.
    pub(crate) fn ranks(&mut self) -> Option<&[u32]> {
        let block = self.blocks.get(self.block).map(|numbers| Block::of(*numbers));
        self.asked += 1;
        if block.is_some() && self.asked > ASKED {
            if self.asked == ASKED + 1 {
                self.standing.read(self.postings.positions(&self.stem, block.as_ref()))?;
            }
            return self.standing.of(self.at);
        }
        let all = self.postings.positions(&self.stem, block.as_ref());
        let (posting, passed) = if self.found.0 <= self.at { self.found } else { (0, 0) };
        let mut bytes = all.get(passed..)?;
        skip_positions(&mut bytes, self.at - posting)?;
        self.found = (self.at, all.len() - bytes.len());
        self.standing.read_one(&mut bytes)
    }
}
